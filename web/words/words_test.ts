// SPDX-License-Identifier: EUPL-1.2
// web/words/words_test.ts
//
// What the locale files owe each other: the same files, keys and arguments in both languages, keys
// that begin with their file's name, and French as it is printed.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { argumentsOf } from '../tools/message_arguments.mjs';

const root = `${import.meta.dirname}/../../locales/`;
const namesOf = (language: string) => readdirSync(`${root}${language}`).sort();
const wordsOf = (language: string, name: string): Record<string, string> =>
  JSON.parse(readFileSync(`${root}${language}/${name}`, 'utf8'));

test('both languages have the same files', () => {
  expect(namesOf('en')).toEqual(namesOf('fr'));
});

describe.each(namesOf('fr'))('%s', (name) => {
  const french = wordsOf('fr', name);
  const english = wordsOf('en', name);

  test('has the same keys in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
  });

  test('has the same arguments in both languages', () => {
    for (const [key, message] of Object.entries(french))
      expect(argumentsOf(english[key] ?? ''), key).toEqual(argumentsOf(message));
  });

  test('has keys that begin with the name of the file', () => {
    const prefix = name.replace('.json', '.');
    expect(Object.keys(french).filter((key) => !key.startsWith(prefix))).toEqual([]);
  });

  test('leaves no sentence empty', () => {
    const all = [...Object.entries(french), ...Object.entries(english)];
    expect(all.filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  test('uses the typographic apostrophe in both languages', () => {
    const all = [...Object.entries(french), ...Object.entries(english)];
    expect(all.filter(([, message]) => message.includes("'")).map(([key]) => key)).toEqual([]);
  });

  test('keeps French signs with their word by a non-breaking space', () => {
    expect(Object.entries(french).flatMap(([key, message]) => faultsOf(key, message))).toEqual([]);
  });
});

/** A sign that wants U+00A0 and has an ordinary space, or none; an example of a file (`….example_…`) is data. */
function faultsOf(key: string, message: string): string[] {
  if (key.includes('.example_')) return [];
  const shown = message.replace(/\{\w+, (plural|select),/g, '').replace(/https?:/g, '');
  const faults = [/[^\u00a0][:;?!»](?=\s|<|$|\})/u, /«[^\u00a0]/u];
  return faults.filter((fault) => fault.test(shown)).map(() => `${key}: ${message}`);
}

test('the French check sees its faults', () => {
  expect(faultsOf('k', 'Quoi ?')).toHaveLength(1);
  expect(faultsOf('k', 'Quoi?')).toHaveLength(1);
  expect(faultsOf('k.example_csv', 'nom;\n')).toHaveLength(0);
  expect(faultsOf('k', '« mot\u00a0»')).toHaveLength(1);
  expect(faultsOf('k', 'Quoi\u00a0? «\u00a0mot\u00a0»')).toHaveLength(0);
});
