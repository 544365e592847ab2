// SPDX-License-Identifier: EUPL-1.2
// web/ballots/bytes_test.ts
// @vitest-environment node

import { expect, test } from 'vitest';
import { b64, hashed, hex, unb64, unhex } from './bytes.ts';

test.each([
  ['', ''],
  ['00', 'AA'],
  ['fbff', '-_8'],
  ['fffefd', '__79'],
])('%s is written %s', (bytes, text) => {
  expect(b64(unhex(bytes))).toBe(text);
  expect(hex(unb64(text))).toBe(bytes);
});

test.each(['AA==', 'AB', 'A', '+/8', 'A A', 'AAé'])('%j is no base64url', (text) => {
  expect(() => unb64(text)).toThrow('not base64url');
});

test.each(['0', 'AB', '0g', ' 00'])('%j is no hexadecimal', (text) => {
  expect(() => unhex(text)).toThrow('hexadecimal');
});

test('parts are hashed with their lengths', () => {
  expect(hex(hashed('a', 'b'))).not.toBe(hex(hashed('ab')));
  expect(hex(hashed('ab', ''))).not.toBe(hex(hashed('', 'ab')));
  // printf '\1\0\0\0\0\0\0\0a\1\0\0\0\0\0\0\0b' | sha512sum
  expect(hex(hashed('a', 'b')).slice(0, 32)).toBe('850f65e811ee8f77228a1eab59180ade');
});
