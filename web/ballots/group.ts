// SPDX-License-Identifier: EUPL-1.2
// web/ballots/group.ts
//
// ristretto255 as libsodium writes it: scalars reduced, points valid and not neutral, anything else refused.

import { ed25519, ristretto255 } from '@noble/curves/ed25519.js';
import { type Bytes, drawn, hashed, type Random, wipe } from './bytes.ts';
import { Refused } from './refused.ts';

export type Point = InstanceType<typeof ristretto255.Point>;
/** Modulo the order. */
export type Scalar = bigint;

export const base: Point = ristretto255.Point.BASE;
export const order: bigint = ristretto255.Point.Fn.ORDER;
export const element_bytes = 32;
const wide_bytes = 64;

export function modulo(number: bigint): Scalar {
  const rest = number % order;
  return rest < 0n ? rest + order : rest;
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** scalar(H). */
export function scalarOf(...parts: readonly (Uint8Array | string)[]): Scalar {
  return modulo(littleEndian(hashed(...parts)));
}

/** Never zero. */
export function drawScalar(random: Random): Scalar {
  for (;;) {
    const wide = drawn(wide_bytes, random);
    const scalar = modulo(littleEndian(wide));
    wipe(wide);
    if (scalar !== 0n) return scalar;
  }
}

export function readScalar(bytes: Uint8Array): Scalar {
  const scalar = littleEndian(bytes);
  if (bytes.length !== element_bytes || scalar >= order) throw new Refused('scalar');
  return scalar;
}

export function writeScalar(scalar: Scalar): Bytes {
  return Uint8Array.from({ length: element_bytes }, (_, at) =>
    Number((scalar >> BigInt(8 * at)) & 0xffn),
  );
}

export function inverse(scalar: Scalar): Scalar {
  if (scalar === 0n) throw new Refused('scalar', 'nothing to invert');
  return ristretto255.Point.Fn.inv(scalar);
}

export function readPoint(bytes: Uint8Array): Point {
  const point = (() => {
    try {
      return ristretto255.Point.fromBytes(bytes);
    } catch {
      throw new Refused('point');
    }
  })();
  if (point.is0()) throw new Refused('point', 'the neutral point');
  return point;
}

export function writePoint(point: Point): Bytes {
  return new Uint8Array(point.toBytes());
}

/** As even a time as JavaScript allows; the factor is not zero. */
export function times(point: Point, factor: Scalar): Point {
  if (factor === 0n) throw new Refused('scalar', 'zero');
  return point.multiply(factor);
}

/** answer·point - challenge·other: of public values only, so that it may be quick. */
export function difference(
  point: Point,
  answer: Scalar,
  other: Point,
  challenge: Scalar,
): Point | undefined {
  if (answer === 0n || challenge === 0n) return undefined;
  return point.multiplyUnsafe(answer).add(other.multiplyUnsafe(order - challenge));
}

export interface SigningKey {
  seed: Bytes;
  key: Bytes;
}

/** Ed25519, plain. */
export function signingKeyOf(seed: Bytes): SigningKey {
  return { seed, key: new Uint8Array(ed25519.getPublicKey(seed)) };
}

export function sign(text: Uint8Array, { seed }: SigningKey): Bytes {
  return new Uint8Array(ed25519.sign(text, seed));
}

/** As RFC 8032 has it: other libraries accept less, and nothing that differs must pass here alone. */
export function isSigned(text: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, text, key, { zip215: false });
  } catch {
    return false;
  }
}
