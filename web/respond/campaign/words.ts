// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/words.ts
//
// The words of the answering page (locales/*/answering.json): plain sentences with {names}; only the language in use is
// fetched, with the form's own.

import type fr from '../../../locales/fr/answering.json';
import { loadFormWords } from '../../form/view/index.ts';
import { currentLanguage, type Language } from '../words.ts';

type Words = typeof fr;
export type AnsweringKey = keyof Words;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../../locales/fr/answering.json').then((file) => file.default),
  en: () => import('../../../locales/en/answering.json').then((file) => file.default),
};

const loaded: Partial<Record<Language, Words>> = {};

export async function loadAnsweringWords(language: Language): Promise<void> {
  const [words] = await Promise.all([
    loaded[language] ?? load[language](),
    loadFormWords(language),
  ]);
  loaded[language] = words;
}

export function said(key: AnsweringKey, values: Record<string, string | number> = {}): string {
  const words: Partial<Words> = loaded[currentLanguage()] ?? {};
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** « la direction et les représentants du personnel ». */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1).join(', ');
  return before === '' ? last : before + said('answering.before.and') + last;
}
