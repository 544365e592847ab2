// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/words.ts
//
// The words of the answering page (locales/*/answering.json): plain sentences with {names}; only the language in use is
// fetched, with the form's own, and those of the discussions are not.

import type fr from '../../../locales/fr/answering.json';
import { loadFormWords } from '../../form/view/words.ts';
import { type Language, speakWith } from '../words.ts';

type Words = typeof fr;
export type AnsweringKey = keyof Words;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../../locales/fr/answering.json').then((file) => file.default),
  en: () => import('../../../locales/en/answering.json').then((file) => file.default),
};

let words: Partial<Words> = {};

export async function speakAnswering(language: Language): Promise<void> {
  [words] = await Promise.all([load[language](), loadFormWords(language)]);
  speakWith(language, { 'respond.danger': said('answering.danger') });
}

export function said(key: AnsweringKey, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** « la direction et les représentants du personnel ». */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1).join(', ');
  return before === '' ? last : before + said('answering.before.and') + last;
}
