// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/link_test.ts

import { expect, test } from 'vitest';
import { codeMeant, markOf, readLink } from './link.ts';

const code = '0123456789abcdefghjkmnpqrs';
const hash32 = '00112233445566778899aabbccddeeff';

test.each([
  [`#${code}.${hash32}`, { code, hash32 }],
  [`#${code.toUpperCase()}.${hash32}`, { code, hash32 }],
  [`#${code}.${hash32}0`, {}],
  [`#${code}`, {}],
  [`#${code.slice(1)}.${hash32}`, {}],
  [`#.${hash32}`, {}],
  ['#%E0%A4%A', {}],
  ['', {}],
])('%j', (fragment, expected) => {
  expect(readLink(fragment)).toEqual(expected);
});

test('a code is read as it was meant', () => {
  expect(codeMeant(' OI23-4567 89AB\u00a0CDEF ghjk-mnpq-rS\n')).toBe(code);
});

test('the mark tells codes apart and does not hold them', () => {
  expect(markOf(code)).toBe(markOf(code));
  expect(markOf(code)).not.toBe(markOf(code.replace('0', '1')));
  expect(markOf(code)).not.toContain(code.slice(0, 8));
});

test('a scanned link is read as its code', () => {
  expect(codeMeant(`https://exemple.fr/q/c#${code}.${hash32}\n`)).toBe(code);
});
