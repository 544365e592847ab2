// SPDX-License-Identifier: EUPL-1.2
// web/ballots/refused.ts
//
// Why something is not what docs/anonymity.md says it must be. The code is for the page to translate; the detail for
// whoever looks for the fault.

export type RefusedCode =
  /** Not written as it must be. */
  | 'shape'
  /** Not the manifest of the link. */
  | 'hash'
  /** A college has not signed. */
  | 'signature'
  /** The token key is not an ordinary one: it could recognise people. */
  | 'token_key'
  /** The key that answers are sealed to is not the colleges'. */
  | 'joint_key'
  /** Not the questionnaire that was signed. */
  | 'instrument'
  /** A signature of the guichet that is not one. */
  | 'token'
  | 'point'
  | 'scalar'
  | 'proof'
  /** Opened with other halves, altered, or bound to something else. */
  | 'box'
  | 'too_long'
  /** The set of ballots is not the one announced. */
  | 'root'
  | 'too_few'
  | 'ballot'
  /** A sheet was mistyped. */
  | 'sheet'
  /** Two sheets of no half, or of another one. */
  | 'half';

export class Refused extends Error {
  constructor(
    readonly code: RefusedCode,
    detail: string = code,
  ) {
    super(detail);
    this.name = 'Refused';
  }
}
