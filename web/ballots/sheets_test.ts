// SPDX-License-Identifier: EUPL-1.2
// web/ballots/sheets_test.ts
// @vitest-environment node

import { expect, test } from 'vitest';
import { deviceRandom } from './bytes.ts';
import { drawHalf } from './halves.ts';
import { join, readSheet, type Sheet, sheet_length, sheetText, split } from './sheets.ts';

const half = drawHalf(deviceRandom);
const sheets = split(half, deviceRandom);
const [one, two, three] = sheets as [Sheet, Sheet, Sheet];

test.each([
  [one, two],
  [two, one],
  [one, three],
  [three, two],
])('any two sheets give the half back', (first, second) => {
  expect(join(first, second)).toEqual(half);
});

test('a sheet is read as it was printed, however it was typed', () => {
  for (const sheet of sheets) {
    const text = sheetText(sheet);
    expect(text).toHaveLength(sheet_length);
    expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{1,4})+$/);
    expect(readSheet(text)).toEqual(sheet);
    expect(readSheet(` ${text.toLowerCase().replace(/-/g, ' ')}\n`)).toEqual(sheet);
    expect(readSheet(text.replace(/1/g, 'l').replace(/0/g, 'O'))).toEqual(sheet);
  }
});

test('a sign mistyped is found', () => {
  const text = sheetText(one);
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '-') continue;
    const other = text[at] === '7' ? '8' : '7';
    expect(() => readSheet(text.slice(0, at) + other + text.slice(at + 1))).toThrow(
      expect.objectContaining({ code: 'sheet' }),
    );
  }
  for (const typed of [
    '',
    text.slice(1),
    `${text}0`,
    text.replace(/^1/, '4'),
    text.replace(/.$/, '#'),
  ])
    expect(() => readSheet(typed)).toThrow(expect.objectContaining({ code: 'sheet' }));
});

test('there are three sheets', () => {
  const fourth = sheetText({ ...one, number: 4 });
  expect(() => readSheet(fourth)).toThrow(expect.objectContaining({ code: 'sheet' }));
});

test('one sheet twice is not two', () => {
  expect(() => join(one, one)).toThrow('twice');
});

test('sheets of two halves give another one', () => {
  const other = split(drawHalf(deviceRandom), deviceRandom)[1] as Sheet;
  expect(join(one, other)).not.toEqual(half);
});
