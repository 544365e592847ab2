// SPDX-License-Identifier: EUPL-1.2
// web/ballots/halves.ts
//
// One college's half of the key (docs/anonymity.md, section 7): drawn, committed to, revealed, and what is signed with
// it. A half is its 32 bytes; whoever holds it wipes it.

import { type Bytes, hashed, hex, type Random, sha256Hex, utf8 } from './bytes.ts';
import {
  base,
  drawScalar,
  readScalar,
  type Scalar,
  sign,
  type SigningKey,
  signingKeyOf,
  times,
  writePoint,
  writeScalar,
} from './group.ts';
import { signedManifest } from './manifest.ts';
import type { College } from './manifest_shape.ts';
import { Refused } from './refused.ts';
import { holdsPossession, opening, possession } from './sealing.ts';

export function drawHalf(random: Random): Bytes {
  return writeScalar(drawScalar(random));
}

/** Refuses what is no half of a key. */
export function secretOf(half: Uint8Array): Scalar {
  const secret = readScalar(half);
  if (secret === 0n) throw new Refused('half', 'zero');
  return secret;
}

export function publicHalf(half: Uint8Array): Bytes {
  return writePoint(times(base, secretOf(half)));
}

/** Ed25519, from the half itself: two sheets bring it back too. */
export function signingKey(half: Uint8Array): SigningKey {
  return signingKeyOf(hashed('etabli.signing.1', writeScalar(secretOf(half))).slice(0, 32));
}

export function halfContext(campaign: string, college: College): string {
  return `etabli.half.1:${campaign}:${college}`;
}

/** The three values, and the hash that is sent before they are. */
export interface Reveal {
  publicHalf: Bytes;
  signingKey: Bytes;
  proof: Bytes;
  /** hex. */
  commitment: string;
}

export function revealOf(
  half: Uint8Array,
  campaign: string,
  college: College,
  random: Random,
): Reveal {
  return revealWith(half, campaign, college, drawScalar(random));
}

/** With a draw that was made already. */
export function revealWith(
  half: Uint8Array,
  campaign: string,
  college: College,
  draw: Scalar,
): Reveal {
  const values = {
    publicHalf: publicHalf(half),
    signingKey: signingKey(half).key,
    proof: possession(secretOf(half), halfContext(campaign, college), draw),
  };
  return { ...values, commitment: commitmentOf(values, campaign, college) };
}

export function commitmentOf(
  { publicHalf: half, signingKey: key, proof }: Omit<Reveal, 'commitment'>,
  campaign: string,
  college: College,
): string {
  return sha256Hex(
    `etabli.commitment.1:${campaign}:${college}:${hex(half)}:${hex(key)}:${hex(proof)}`,
  );
}

/** What the other college revealed, against what it had committed to. */
export function holdsReveal(reveal: Reveal, campaign: string, college: College): boolean {
  return (
    commitmentOf(reveal, campaign, college) === reveal.commitment &&
    holdsPossession(reveal.proof, reveal.publicHalf, halfContext(campaign, college))
  );
}

export function signManifest(half: Uint8Array, hash: string): Bytes {
  return sign(signedManifest(hash), signingKey(half));
}

export function signMask(half: Uint8Array, campaign: string, maskText: string): Bytes {
  return sign(utf8(`etabli.mask.1:${campaign}:${sha256Hex(maskText)}`), signingKey(half));
}

export type Opened = 'profile' | 'answers' | 'trial';

export function openingContext(campaign: string, college: College, what: Opened): string {
  return `etabli.opening.1:${campaign}:${college}:${what}`;
}

/** xR and its proof, 96 bytes, of the sealed trial alone; ballots are opened as a whole set (opening.ts). */
export function openTrial(
  half: Uint8Array,
  point: Uint8Array,
  campaign: string,
  college: College,
  random: Random,
): Bytes {
  const context = openingContext(campaign, college, 'trial');
  return opening(secretOf(half), point, context, drawScalar(random));
}
