// SPDX-License-Identifier: EUPL-1.2
// web/ballots/sealing.ts
//
// What the colleges open together and none alone, as engine/ballots/sealing.cpp has it (docs/anonymity.md, sections 2
// and 5). Every draw can be given, so that a vector can be replayed.

import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Bytes, concat, hashed, hex, type Random, sha256Hex, utf8, wipe } from './bytes.ts';
import {
  base,
  difference,
  drawScalar,
  element_bytes,
  modulo,
  type Point,
  readPoint,
  readScalar,
  type Scalar,
  scalarOf,
  times,
  writePoint,
  writeScalar,
} from './group.ts';
import { Refused } from './refused.ts';

const of_keys = 'etabli.ballots.key.1';
const of_possession = 'etabli.ballots.possession.1';
const of_opening = 'etabli.ballots.opening.1';
/** c ‖ s. */
export const proof_bytes = 2 * element_bytes;
/** xR, then its proof. */
export const opening_bytes = element_bytes + proof_bytes;

export function possession(secret: Scalar, context: string, draw: Scalar): Bytes {
  const [open, committed] = [times(base, secret), times(base, draw)];
  const challenge = scalarOf(of_possession, context, writePoint(open), writePoint(committed));
  return concat(writeScalar(challenge), writeScalar(modulo(draw + challenge * secret)));
}

export function holdsPossession(proof: Uint8Array, point: Uint8Array, context: string): boolean {
  return heldAs(() => {
    const { challenge, answer } = readProof(proof);
    const committed = difference(base, answer, readPoint(point), challenge);
    return (
      committed !== undefined &&
      scalarOf(of_possession, context, point, writePoint(committed)) === challenge
    );
  });
}

/** xR ‖ c ‖ s, for the point R that something was sealed with. */
export function opening(secret: Scalar, sealed: Uint8Array, context: string, draw: Scalar): Bytes {
  const point = readPoint(sealed);
  const opened = writePoint(times(point, secret));
  const committed = [times(base, draw), times(point, draw)].map(writePoint);
  const open = writePoint(times(base, secret));
  const challenge = scalarOf(of_opening, context, open, sealed, opened, ...committed);
  return concat(opened, writeScalar(challenge), writeScalar(modulo(draw + challenge * secret)));
}

export function holdsOpening(
  made: Uint8Array,
  open: Uint8Array,
  sealed: Uint8Array,
  context: string,
): boolean {
  return heldAs(() => {
    const { challenge, answer } = readProof(made.slice(element_bytes));
    const opened = made.slice(0, element_bytes);
    const toBase = difference(base, answer, readPoint(open), challenge);
    const toSealed = difference(readPoint(sealed), answer, readPoint(opened), challenge);
    if (toBase === undefined || toSealed === undefined) return false;
    const committed = [toBase, toSealed].map(writePoint);
    return scalarOf(of_opening, context, open, sealed, opened, ...committed) === challenge;
  });
}

export interface Envelope {
  point: Bytes;
  box: Bytes;
  proof: Bytes;
}

/** One key seals one text, so the nonce may be fixed. */
const fixed_nonce = new Uint8Array(24);

export function sealWith(
  joint: Uint8Array,
  text: Uint8Array,
  bound: string,
  draw: Scalar,
): Omit<Envelope, 'proof'> {
  const point = writePoint(times(base, draw));
  const key = keyOf(point, times(readPoint(joint), draw));
  const box = new Uint8Array(xchacha20poly1305(key, fixed_nonce, utf8(bound)).encrypt(text));
  wipe(key);
  return { point, box };
}

/** Sealed, with the proof that whoever hands it in made it. */
export function seal(joint: Uint8Array, text: Uint8Array, bound: string, random: Random): Envelope {
  const draw = drawScalar(random);
  const sealed = sealWith(joint, text, bound, draw);
  const proof = possession(draw, handedIn(bound, sha256Hex(sealed.box)), drawScalar(random));
  return { ...sealed, proof };
}

/** What the proof of an envelope is about. */
export function handedIn(bound: string, digest: string): string {
  return `${bound}:${digest}`;
}

/** With an opening of each college; where one server holds both halves, of it alone. */
export function opened(
  { point, box }: Omit<Envelope, 'proof'>,
  openings: readonly Uint8Array[],
  bound: string,
): Bytes {
  const points = openings.map((each) => readPoint(each.slice(0, element_bytes)));
  const shared = points.reduce((sum, each) => sum.add(each));
  const key = keyOf(point, shared);
  try {
    return new Uint8Array(xchacha20poly1305(key, fixed_nonce, utf8(bound)).decrypt(box));
  } catch {
    throw new Refused('box');
  } finally {
    wipe(key);
  }
}

/** 0x80, then zeros: nobody tells a long answer from a short one. */
export function padded(text: string, size: number): Bytes {
  const bytes = utf8(text);
  if (bytes.length + 1 > size) throw new Refused('too_long');
  const whole = new Uint8Array(size);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  return whole;
}

export function unpadded(bytes: Uint8Array): string {
  const end = bytes.findLastIndex((byte) => byte !== 0);
  if (bytes[end] !== 0x80) throw new Refused('box', 'not padded');
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(0, end));
}

/** The sum of the colleges' public halves. */
export function jointKey(halves: readonly Uint8Array[]): Bytes {
  const sum: Point = halves.map(readPoint).reduce((all, each) => all.add(each));
  if (sum.is0()) throw new Refused('joint_key', 'the halves undo each other');
  return writePoint(sum);
}

function keyOf(point: Uint8Array, shared: Point): Bytes {
  return hashed(of_keys, point, writePoint(shared)).slice(0, 32);
}

function readProof(proof: Uint8Array): { challenge: Scalar; answer: Scalar } {
  if (proof.length !== proof_bytes) throw new Refused('proof', hex(proof));
  return {
    challenge: readScalar(proof.slice(0, element_bytes)),
    answer: readScalar(proof.slice(element_bytes)),
  };
}

/** What cannot be read does not hold. */
function heldAs(holds: () => boolean): boolean {
  try {
    return holds();
  } catch (thrown) {
    if (thrown instanceof Refused) return false;
    throw thrown;
  }
}
