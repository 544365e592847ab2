// SPDX-License-Identifier: EUPL-1.2
// web/ballots/blind_test.ts
//
// Our side of a blind signature against Cloudflare's library as the guichet and as the verifier, and the other way
// round; and the bounds of what is drawn.
// RFC 9474, appendix A, where somebody gives it (ETABLI_RFC9474_VECTORS, as engine/ballots/blind_rsa_test.cpp has it).
// @vitest-environment node

import { readFileSync } from 'node:fs';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { expect, test } from 'vitest';
import { blind, isFactor, modulusOf, unblind } from './blind.ts';
import { type Bytes, deviceRandom, drawn, hex, unb64, unhex, utf8 } from './bytes.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
const { publicKey, privateKey } = await suite.generateKey({
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
});
const modulus = modulusOf(unb64((await crypto.subtle.exportKey('jwk', publicKey)).n ?? ''));
const length = 256;
const factor = (): Bytes => {
  const bytes = drawn(length, deviceRandom);
  bytes[0] = 0;
  return bytes;
};

test('what we blind, the library signs and verifies', async () => {
  const prepared = suite.prepare(utf8('message')) as Bytes;
  const drawnOnce = { salt: drawn(48, deviceRandom), factor: factor() };
  const { blinded, inverse } = blind(modulus, prepared, drawnOnce);
  const signature = new Uint8Array(await suite.blindSign(privateKey, blinded));
  const token = unblind(modulus, signature, inverse);
  expect(await suite.verify(publicKey, token, prepared)).toBe(true);
  expect(new Uint8Array(await suite.finalize(publicKey, prepared, signature, inverse))).toEqual(
    token,
  );
  expect(blind(modulus, prepared, drawnOnce)).toEqual({ blinded, inverse });
});

test('what the library blinds, we take the blinding off', async () => {
  const prepared = suite.prepare(utf8('message')) as Bytes;
  const { blindedMsg, inv } = await suite.blind(publicKey, prepared);
  const signature = new Uint8Array(await suite.blindSign(privateKey, blindedMsg));
  const token = unblind(modulus, signature, new Uint8Array(inv));
  expect(await suite.verify(publicKey, token, prepared)).toBe(true);
});

test('a factor is under the modulus and not zero', () => {
  expect(isFactor(modulus, factor())).toBe(true);
  expect(isFactor(modulus, new Uint8Array(length))).toBe(false);
  expect(isFactor(modulus, new Uint8Array(length).fill(255))).toBe(false);
});

test('what shares a factor with the modulus is refused', () => {
  const even = modulusOf(new Uint8Array(length).fill(0xee));
  const two = new Uint8Array(length);
  two[length - 1] = 2;
  expect(() => blind(even, utf8('m'), { salt: new Uint8Array(48), factor: two })).toThrow('shares');
});

const vectors_file = process.env.ETABLI_RFC9474_VECTORS;

test.runIf(vectors_file)('the vectors of RFC 9474 come out to the byte', () => {
  const vectors: Record<string, string>[] = JSON.parse(readFileSync(vectors_file ?? '', 'utf8'));
  expect(vectors.length).toBeGreaterThan(0);
  for (const vector of vectors) {
    const bytes = (name: string) => unhex((vector[name] ?? '').replace(/^0x/, ''));
    const key = modulusOf(bytes('n'));
    const prepared = bytes('input_msg');
    const salt = bytes('salt');
    // The vectors give the factor by its inverse.
    const factorOfVector = blind(key, prepared, { salt, factor: bytes('inv') }).inverse;
    const { blinded, inverse } = blind(key, prepared, { salt, factor: factorOfVector });
    expect(hex(blinded)).toBe(hex(bytes('blinded_msg')));
    expect(hex(inverse)).toBe(hex(bytes('inv')));
    expect(hex(unblind(key, bytes('blind_sig'), inverse))).toBe(hex(bytes('sig')));
  }
});
