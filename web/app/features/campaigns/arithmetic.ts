// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/arithmetic.ts
//
// What a college needs of web/ballots, by name: fetched as one piece, so that the page of those who answer does not carry it.

export {
  b64,
  checkInstrument,
  checkJointKey,
  checkManifest,
  checkSet,
  deviceRandom,
  drawHalf,
  holdsPossession,
  holdsReveal,
  isHalfOf,
  join,
  offeredPlaces,
  openSet,
  openTrial,
  readSheet,
  Refused,
  revealOf,
  sha256Hex,
  sheetText,
  signManifest,
  signMask,
  split,
  unb64,
  wipe,
} from '#ballots';
