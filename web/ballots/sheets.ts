// SPDX-License-Identifier: EUPL-1.2
// web/ballots/sheets.ts
//
// A half on three sheets of paper, of which two suffice: one lost loses nothing, one stolen tells nothing. The texts are
// those of engine/ballots/shares.cpp, to the last sign.

import { blake2b } from '@noble/hashes/blake2.js';
import { type Bytes, type Random, utf8 } from './bytes.ts';
import {
  drawScalar,
  element_bytes,
  inverse,
  modulo,
  readScalar,
  type Scalar,
  writeScalar,
} from './group.ts';
import { secretOf } from './halves.ts';
import { Refused } from './refused.ts';

export const sheet_count = 3;
/** Crockford's base 32: no I, L, O, U. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const group_length = 4;
/** One mistyped sheet in thirty-three million passes. */
const checksum_digits = 5;
const value_digits = Math.ceil((8 * element_bytes) / 5);

export interface Sheet {
  /** 1 to 3. */
  number: number;
  value: Bytes;
}

export function split(half: Uint8Array, random: Random): Sheet[] {
  return splitWith(half, drawScalar(random));
}

/** f(x) = half + slope·x; sheet x holds f(x). */
export function splitWith(half: Uint8Array, slope: Scalar): Sheet[] {
  const secret = secretOf(half);
  return Array.from({ length: sheet_count }, (_, at) => ({
    number: at + 1,
    value: writeScalar(modulo(secret + slope * BigInt(at + 1))),
  }));
}

/** That it is the right half only the manifest says (isHalfOf). f(0) = (f(a)·b - f(b)·a) / (b - a). */
export function join(one: Sheet, other: Sheet): Bytes {
  if (one.number === other.number) throw new Refused('half', 'the same sheet twice');
  const [a, b] = [BigInt(one.number), BigInt(other.number)];
  const across = readScalar(one.value) * b - readScalar(other.value) * a;
  const half = writeScalar(modulo(modulo(across) * inverse(modulo(b - a))));
  secretOf(half);
  return half;
}

/** What is printed and typed again: the number, the value, a checksum, in groups of four. */
export function sheetText({ number, value }: Sheet): string {
  const body = number + digitsOf(value, value_digits);
  const text = body + checksumOf(body);
  return text.replace(/.{4}(?=.)/g, (group) => `${group}-`);
}

export function readSheet(typed: string): Sheet {
  const text = asMeant(typed);
  const body = text.slice(0, 1 + value_digits);
  if (text.length !== 1 + value_digits + checksum_digits) throw new Refused('sheet', 'its length');
  if (!/^[123]/.test(body) || checksumOf(body) !== text.slice(body.length))
    throw new Refused('sheet', 'its checksum');
  const value = new Uint8Array(element_bytes);
  Array.from(body.slice(1)).forEach((digit, at) => {
    const found = digits.indexOf(digit);
    if (found < 0) throw new Refused('sheet', digit);
    for (let bit = 0; bit < 5; bit += 1) {
      const place = 5 * at + bit;
      const byte = place >> 3;
      if (byte < value.length && ((found >> (4 - bit)) & 1) === 1)
        value[byte] = (value[byte] ?? 0) | (1 << (7 - (place & 7)));
    }
  });
  return { number: Number(body[0]), value };
}

/** As many signs as a sheet has, for a field. */
export const sheet_length = (() => {
  const signs = 1 + value_digits + checksum_digits;
  return signs + Math.ceil(signs / group_length) - 1;
})();

/** Five bits a digit, the first bits first; bits that are left over are zero. */
function digitsOf(bytes: Uint8Array, count: number): string {
  return Array.from({ length: count }, (_, digit) => {
    let value = 0;
    for (let place = 5 * digit; place < 5 * digit + 5; place += 1)
      value = 2 * value + (((bytes[place >> 3] ?? 0) >> (7 - (place & 7))) & 1);
    return digits[value];
  }).join('');
}

function checksumOf(text: string): string {
  return digitsOf(blake2b(utf8(text), { dkLen: 32 }), checksum_digits);
}

/** One case, no separators, look-alikes read as digits. */
function asMeant(typed: string): string {
  return typed
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/[ \-\n\r\t]/g, '');
}
