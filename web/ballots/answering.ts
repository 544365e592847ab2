// SPDX-License-Identifier: EUPL-1.2
// web/ballots/answering.ts
//
// Of web/ballots what the page of people who answer needs, and no more: an old phone fetches nothing of halves and openings.

export {
  ballotKeyOf,
  ballotMessage,
  drawBallotKey,
  postedBallot,
  type Profile,
  receiptOf,
  sealBallot,
} from './ballot.ts';
export { b64, deviceRandom, sha256Hex, unb64 } from './bytes.ts';
export {
  checkEnough,
  checkInstrument,
  type CheckedManifest,
  checkManifest,
  type CollegeSignature,
  offeredPlaces,
} from './manifest.ts';
export { Refused, type RefusedCode } from './refused.ts';
export { askToken, finishToken } from './token.ts';
