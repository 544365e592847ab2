// SPDX-License-Identifier: EUPL-1.2
// web/ballots/ballot.ts
//
// One person's ballot (docs/anonymity.md, section 5): a key drawn for it alone, place and answers sealed apart, both
// signed. It is made once and sent as the same bytes until the urn has answered.

import { b64, type Bytes, drawn, hex, type Random, sha256Hex, unb64, utf8 } from './bytes.ts';
import { sign, type SigningKey, signingKeyOf } from './group.ts';
import type { Manifest } from './manifest_shape.ts';
import { type Envelope, padded, seal } from './sealing.ts';
import { tokenMessage } from './token.ts';

export const envelopes = ['profile', 'answers'] as const;
export type EnvelopeName = (typeof envelopes)[number];

/** Only one who holds it can sign this ballot; its nonce is what the token is of. */
export interface BallotKey extends SigningKey {
  nonce: string;
}

export function drawBallotKey(random: Random): BallotKey {
  return ballotKeyOf(drawn(32, random));
}

/** Of the seed that the page kept. */
export function ballotKeyOf(seed: Bytes): BallotKey {
  const signing = signingKeyOf(seed);
  return { ...signing, nonce: nonceOf(signing.key) };
}

export function nonceOf(key: Uint8Array): string {
  return sha256Hex(key);
}

/** What the guichet signs without seeing it. */
export function ballotMessage(campaign: string, nonce: string): Bytes {
  return tokenMessage(campaign, nonce);
}

/** What the urn sorts and lists by, and what the person keeps. */
export function receiptOf(nonce: string): string {
  return sha256Hex(`etabli.receipt.1:${nonce}`);
}

export function boundOf(campaign: string, nonce: string, envelope: EnvelopeName | 'trial'): string {
  return `etabli.envelope.1:${campaign}:${nonce}:${envelope}`;
}

export interface Profile {
  place: string;
  category?: string;
}

/** Always in this order, so that one profile has one text. */
export function profileText({ place, category }: Profile): string {
  return JSON.stringify(category === undefined ? { place } : { place, category });
}

export interface SealedParts {
  point: string;
  proof: string;
  box: string;
}

export interface Ballot {
  campaign: string;
  key: string;
  prefix: string;
  token: string;
  profile: SealedParts;
  answers: SealedParts;
  signature: string;
}

interface Contents {
  key: BallotKey;
  prefix: Bytes;
  token: Bytes;
  profile: Profile;
  /** By item, as the form keeps them: nothing hidden is among them. */
  answers: Readonly<Record<string, unknown>>;
}

export function sealBallot(
  { campaign, joint_key, sizes }: Pick<Manifest, 'campaign' | 'joint_key' | 'sizes'>,
  { key, prefix, token, profile, answers }: Contents,
  random: Random,
): Ballot {
  const joint = unb64(joint_key);
  const sealed = (envelope: EnvelopeName, text: string) =>
    seal(joint, padded(text, sizes[envelope]), boundOf(campaign, key.nonce, envelope), random);
  const both = {
    profile: sealed('profile', profileText(profile)),
    answers: sealed('answers', JSON.stringify(answers)),
  };
  const parts = ({ point, proof, box }: Envelope): SealedParts => ({
    point: b64(point),
    proof: b64(proof),
    box: b64(box),
  });
  const outsides = envelopes.map((name) => outsideOf(both[name], sha256Hex(both[name].box)));
  return {
    campaign,
    key: b64(key.key),
    prefix: b64(prefix),
    token: b64(token),
    profile: parts(both.profile),
    answers: parts(both.answers),
    signature: b64(sign(signedBallot(campaign, key.nonce, outsides), key)),
  };
}

/** What is signed of an envelope: all of it, by the digest of its box. */
export function outsideOf(
  { point, proof }: { point: Bytes; proof: Bytes },
  digest: string,
): string {
  return `${hex(point)}:${digest}:${hex(proof)}`;
}

/** The text that a ballot's key signs: profile first, then answers. */
export function signedBallot(campaign: string, nonce: string, outsides: readonly string[]): Bytes {
  return utf8(['etabli.ballot.1', campaign, nonce, ...outsides].join(':'));
}

/** The very bytes that are posted: the ballot, and what everybody alike adds to it. */
export function postedBallot(ballot: string, enough: string): string {
  return `${ballot.slice(0, -1)},"enough":${JSON.stringify(enough)}}`;
}
