// SPDX-License-Identifier: EUPL-1.2
// web/ballots/opening.ts
//
// A college opens the whole set of ballots or nothing (docs/anonymity.md, section 7.6): complete, at least k, each with
// its token, signature and proofs. A single point that somebody asks for is never opened.

import {
  type Ballot,
  ballotMessage,
  boundOf,
  type EnvelopeName,
  envelopes,
  nonceOf,
  outsideOf,
  receiptOf,
  signedBallot,
} from './ballot.ts';
import { type Bytes, type Random, sha256Hex, unb64 } from './bytes.ts';
import { drawScalar, isSigned } from './group.ts';
import { openingContext, publicHalf, secretOf } from './halves.ts';
import type { CheckedManifest } from './manifest.ts';
import type { College } from './manifest_shape.ts';
import { Refused } from './refused.ts';
import { handedIn, holdsPossession, opening } from './sealing.ts';
import { isToken } from './token.ts';

/** Of XChaCha20-Poly1305. */
const tag_bytes = 16;

/** An envelope without its box, by the digest of it. */
export interface Outside {
  point: string;
  digest: string;
  proof: string;
}

/** A ballot as the colleges are sent it: nothing in it is readable. */
export interface BallotOutside {
  key: string;
  prefix: string;
  token: string;
  profile: Outside;
  answers: Outside;
  signature: string;
}

export interface BallotSet {
  root: string;
  ballots: readonly BallotOutside[];
}

/** A set that was checked; there is no other way to it. */
export type CheckedSet = BallotSet & { readonly [checkedMark]: true };
declare const checkedMark: unique symbol;

/** Called between ballots, so that a page can show how far it is and stay alive. */
export type Progress = (done: number, all: number) => void | Promise<void>;

export function receiptOfBallot({ key }: { key: string }): string {
  return receiptOf(nonceOf(unb64(key)));
}

export function rootOf(receipts: readonly string[]): string {
  return sha256Hex(receipts.join('\n'));
}

/** `root` is the one of the closing line, as the other college reads it. */
export async function checkSet(
  checked: CheckedManifest,
  set: BallotSet,
  progress?: Progress,
): Promise<CheckedSet> {
  const receipts = set.ballots.map(receiptOfBallot);
  if (receipts.length < checked.manifest.k) throw new Refused('too_few');
  if (receipts.some((receipt, at) => at > 0 && (receipts[at - 1] ?? '') >= receipt))
    throw new Refused('root', 'not in order, or one twice');
  if (rootOf(receipts) !== set.root) throw new Refused('root');
  for (const [at, ballot] of set.ballots.entries()) {
    await checkOutside(checked, ballot);
    await progress?.(at + 1, set.ballots.length);
  }
  return set as CheckedSet;
}

/** Token, signature and proofs of one ballot. */
export async function checkOutside(
  { manifest: { campaign }, tokenKey }: CheckedManifest,
  ballot: BallotOutside,
): Promise<void> {
  const key = unb64(ballot.key);
  const nonce = nonceOf(key);
  const message = ballotMessage(campaign, nonce);
  if (!(await isToken(tokenKey, message, unb64(ballot.prefix), unb64(ballot.token))))
    throw new Refused('ballot', 'token');
  const outsides = envelopes.map((name) => {
    const { point, proof, digest } = ballot[name];
    return outsideOf({ point: unb64(point), proof: unb64(proof) }, digest);
  });
  if (!isSigned(signedBallot(campaign, nonce, outsides), unb64(ballot.signature), key))
    throw new Refused('ballot', 'signature');
  for (const name of envelopes) {
    const { point, proof, digest } = ballot[name];
    const context = handedIn(boundOf(campaign, nonce, name), digest);
    if (!holdsPossession(unb64(proof), unb64(point), context))
      throw new Refused('ballot', `proof of ${name}`);
  }
}

/** A ballot as it was posted, its boxes replaced by their digests; refuses boxes of another size than everybody's. */
export function outsideOfPosted(
  { manifest: { sizes } }: CheckedManifest,
  ballot: Ballot,
): BallotOutside {
  const outside = (name: EnvelopeName): Outside => {
    const box = unb64(ballot[name].box);
    if (box.length !== sizes[name] + tag_bytes) throw new Refused('ballot', `size of ${name}`);
    return { point: ballot[name].point, proof: ballot[name].proof, digest: sha256Hex(box) };
  };
  const { key, prefix, token, signature } = ballot;
  return {
    key,
    prefix,
    token,
    profile: outside('profile'),
    answers: outside('answers'),
    signature,
  };
}

/** Of each ballot in its order: xR and its proof, 96 bytes. */
export async function openSet(
  half: Uint8Array,
  { manifest: { campaign, colleges } }: CheckedManifest,
  set: CheckedSet,
  { college, envelope }: { college: College; envelope: EnvelopeName },
  random: Random,
  progress?: Progress,
): Promise<Bytes[]> {
  const held = colleges.find((each) => each.college === college)?.public_half;
  if (held === undefined || !isHalfOf(half, held)) throw new Refused('half');
  const context = openingContext(campaign, college, envelope);
  const secret = secretOf(half);
  const openings: Bytes[] = [];
  for (const ballot of set.ballots) {
    openings.push(opening(secret, unb64(ballot[envelope].point), context, drawScalar(random)));
    await progress?.(openings.length, set.ballots.length);
  }
  return openings;
}

/** Whether two sheets gave back the half that the manifest names. */
export function isHalfOf(half: Uint8Array, publicHalfText: string): boolean {
  const held = unb64(publicHalfText);
  return publicHalf(half).every((byte, at) => byte === held[at]);
}
