// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/links_test.ts
//
// What stands on a letter, byte for byte.

import { expect, test } from 'vitest';
import { addressOf, csvOf, grouped, kioskOf, linkOf, shortHash, typingOf } from './links.ts';

const sha256 = '0123456789abcdef0123456789abcdef'.repeat(2);

test('a link carries its code and thirty-two signs of the manifest behind the #', () => {
  expect(linkOf('https://e.example', '01h', 'CODE', sha256)).toBe(
    'https://e.example/q/01h#CODE.0123456789abcdef0123456789abcdef',
  );
  expect(addressOf('https://e.example', '01h')).toBe('https://e.example/q/01h');
  expect(kioskOf('https://e.example', '01h')).toBe('https://e.example/q/01h/borne');
  expect(typingOf('https://e.example', '01h')).toBe('https://e.example/q/01h/papier');
  expect(shortHash(sha256)).toBe('0123 4567 89ab cdef 0123 4567 89ab cdef');
});

test('a code is read in groups', () => {
  expect(grouped('ABCDEFGHJKMNPQRSTVWXYZ2345')).toBe('ABCDEF GHJKM NPQRS TVWXY Z2345');
});

test('a list of links opens in a spreadsheet', () => {
  expect(csvOf('Lien', ['a', 'b"c'])).toBe('\ufeff"Lien"\r\n"a"\r\n"b""c"\r\n');
});
