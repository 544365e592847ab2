// SPDX-License-Identifier: EUPL-1.2
// web/ballots/bytes.ts
//
// How bytes are written, hashed and drawn in a questionnaire (docs/anonymity.md, section 2). Reading is strict: one
// text for one value, so that nothing hides in a spelling.

import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { Refused } from './refused.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Fills with randomness; an argument everywhere, so that a test can replay it. */
export type Random = (bytes: Bytes) => void;

export const deviceRandom: Random = (bytes) => {
  crypto.getRandomValues(bytes);
};

export function drawn(count: number, random: Random): Bytes {
  const bytes = new Uint8Array(count);
  random(bytes);
  return bytes;
}

export function utf8(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** What JavaScript can forget. Texts and whole numbers stay until the tab is closed. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function unhex(text: string): Bytes {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Refused('shape', 'not lower-case hexadecimal');
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

/** base64url without padding. */
export function b64(bytes: Uint8Array): string {
  const plain = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return plain.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function unb64(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1)
    throw new Refused('shape', 'not base64url');
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
  if (b64(bytes) !== text) throw new Refused('shape', 'not base64url');
  return bytes;
}

/** H: SHA-512 of each part after its length, so that two lists of parts never hash alike. */
export function hashed(...parts: readonly (Uint8Array | string)[]): Bytes {
  const state = sha512.create();
  for (const part of parts) {
    const bytes = typeof part === 'string' ? utf8(part) : part;
    const length = new Uint8Array(8);
    new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length), true);
    state.update(length).update(bytes);
  }
  return new Uint8Array(state.digest());
}

export function sha256Hex(of: Uint8Array | string): string {
  return hex(sha256(typeof of === 'string' ? utf8(of) : of));
}
