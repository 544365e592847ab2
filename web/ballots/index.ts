// SPDX-License-Identifier: EUPL-1.2
// web/ballots/index.ts
//
// How a questionnaire recognises nobody, in the browser, as docs/anonymity.md has it to the byte: tokens and ballots for
// the page of people who answer, halves, sheets and openings for the colleges. No page, no network, nothing kept.

export * from './ballot.ts';
export {
  b64,
  type Bytes,
  deviceRandom,
  hex,
  type Random,
  sha256Hex,
  unb64,
  unhex,
  utf8,
  wipe,
} from './bytes.ts';
export * from './halves.ts';
export * from './manifest.ts';
export type { Category, College, Manifest, ManifestCollege, Place } from './manifest_shape.ts';
export * from './opening.ts';
export { Refused, type RefusedCode } from './refused.ts';
export { holdsOpening, holdsPossession, opened, unpadded } from './sealing.ts';
export * from './sheets.ts';
export { askToken, finishToken, isToken, type TokenRequest } from './token.ts';
