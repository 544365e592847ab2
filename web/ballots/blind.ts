// SPDX-License-Identifier: EUPL-1.2
// web/ballots/blind.ts
//
// Blind RSA signatures as RFC 9474 has them (RSABSSA-SHA384-PSS), the side of whoever asks: blinding (4.2) and taking the
// blinding off (4.4). Written here because the usual library brings 13 kB of arithmetic that browsers have, and draws what
// a vector must give; blind_test.ts holds it to that library.

import { sha384 } from '@noble/hashes/sha2.js';
import { type Bytes, concat, hex } from './bytes.ts';
import { Refused } from './refused.ts';

export const salt_bytes = 48;
const hash_bytes = 48;
/** 65537: seventeen multiplications. */
const exponent = 65_537n;

export interface Modulus {
  n: bigint;
  bits: number;
}

export function modulusOf(bytes: Uint8Array): Modulus {
  const n = number(bytes);
  return { n, bits: n.toString(2).length };
}

const lengthOf = ({ bits }: Modulus) => Math.ceil(bits / 8);

/** 4.2. The salt and the factor were drawn; the factor is under the modulus (isFactor). */
export function blind(
  modulus: Modulus,
  prepared: Bytes,
  { salt, factor }: { salt: Bytes; factor: Bytes },
): { blinded: Bytes; inverse: Bytes } {
  const { n } = modulus;
  const message = number(encoded(prepared, salt, modulus.bits - 1)); // 1 to 3
  inverted(message, n); // 4, 5
  const r = number(factor); // 6
  const inverse = inverted(r, n); // 7, 8
  const blinded = (message * power(r, exponent, n)) % n; // 9, 10
  return {
    blinded: bytesOf(blinded, lengthOf(modulus)), // 11
    inverse: bytesOf(inverse, lengthOf(modulus)),
  };
}

/** Uniform below the modulus: what is not is drawn again. */
export function isFactor({ n }: Modulus, drawn: Bytes): boolean {
  const factor = number(drawn);
  return factor > 0n && factor < n;
}

/** 4.4 but its last step: whoever calls verifies. */
export function unblind(modulus: Modulus, blindSignature: Bytes, inverse: Bytes): Bytes {
  if (blindSignature.length !== lengthOf(modulus)) throw new Refused('token', 'its length'); // 1
  const signature = (number(blindSignature) * number(inverse)) % modulus.n; // 2, 3
  return bytesOf(signature, lengthOf(modulus)); // 4
}

/** RFC 8017, 9.1.1: EMSA-PSS-ENCODE. */
function encoded(message: Bytes, salt: Bytes, bits: number): Bytes {
  const length = Math.ceil(bits / 8);
  const hash = sha384(concat(new Uint8Array(8), sha384(message), salt)); // 2, 5, 6
  const block = concat(
    new Uint8Array(length - salt.length - hash_bytes - 2),
    Uint8Array.of(1),
    salt,
  ); // 7, 8
  const mask = maskOf(hash, block.length); // 9
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0)); // 10
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits)); // 11
  return concat(masked, hash, Uint8Array.of(0xbc)); // 12
}

/** RFC 8017, B.2.1. */
function maskOf(seed: Uint8Array, length: number): Bytes {
  const parts = Array.from({ length: Math.ceil(length / hash_bytes) }, (_, counter) =>
    sha384(concat(seed, Uint8Array.of(0, 0, 0, counter))),
  );
  return concat(...parts).slice(0, length);
}

function number(bytes: Uint8Array): bigint {
  return BigInt(`0x0${hex(bytes)}`);
}

function bytesOf(value: bigint, length: number): Bytes {
  const digits = value.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({ length }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

function power(of: bigint, times: bigint, n: bigint): bigint {
  let result = 1n;
  let square = of % n;
  for (let rest = times; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

/** Euclid's algorithm; refuses what shares a factor with the modulus. */
function inverted(of: bigint, n: bigint): bigint {
  let [rest, next] = [n, of % n];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  if (rest !== 1n) throw new Refused('token_key', 'shares a factor with what was drawn');
  return factor < 0n ? factor + n : factor;
}
