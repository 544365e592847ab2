// SPDX-License-Identifier: EUPL-1.2
// web/words/t.ts
//
// t('desk.title', { count: 2 }): a sentence in the language being spoken. Keys and arguments are
// checked by the compiler (keys.generated.ts). `speak` changes the language; whoever shows words
// listens with `onLanguageChange` and draws again.

import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import { type Catalogue, type Language, loadCatalogue } from './catalogue.ts';
import type { Words } from './keys.generated.ts';
import { asInnerQuotes } from './quoted.ts';

export type WordKey = keyof Words;

/** A key's arguments: none, or one object. */
export type WordArguments<Key extends WordKey> = Words[Key] extends null ? [] : [Words[Key]];

let language: Language = 'fr';
let catalogue: Catalogue = {};
const parsed = new Map<string, IntlMessageFormat>();
const listeners = new Set<() => void>();

export async function speak(wanted: Language): Promise<void> {
  catalogue = await loadCatalogue(wanted);
  language = wanted;
  parsed.clear();
  document.documentElement.lang = wanted;
  for (const listener of listeners) listener();
}

export function currentLanguage(): Language {
  return language;
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function format(key: string, values: Record<string, unknown> | undefined): ReactNode {
  const message = catalogue[key];
  if (message === undefined) return key;
  let formatter = parsed.get(key);
  if (formatter === undefined) {
    formatter = new IntlMessageFormat(message, language);
    parsed.set(key, formatter);
  }
  return formatter.format<ReactNode>(values as never) as ReactNode;
}

export function t<Key extends WordKey>(key: Key, ...values: WordArguments<Key>): string {
  return String(format(key, values[0] as Record<string, unknown> | undefined));
}

/** « La relève est un travail », with the inner marks inside. */
export function quoted(words: string): string {
  return t('common.quoted', { text: asInnerQuotes(words, language) });
}

/** For a sentence with tags: rich('home.lead', { b: (inside) => <b>{inside}</b> }). */
export function rich<Key extends WordKey>(key: Key, ...values: WordArguments<Key>): ReactNode {
  return format(key, values[0] as Record<string, unknown> | undefined);
}

/** For a key made from a code of the server, which may be newer than this page. */
export function findWord(key: string, values?: Record<string, string | number>): string | null {
  return catalogue[key] === undefined ? null : String(format(key, values));
}
