// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/words.ts
//
// What the desk where sheets are typed says (locales/*/paper.json), beside the words of the answering page.

import type fr from '../../../locales/fr/paper.json';
import { speakAnswering } from '../campaign/words.ts';
import type { Language } from '../words.ts';

type Words = typeof fr;
export type PaperKey = keyof Words;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../../locales/fr/paper.json').then((file) => file.default),
  en: () => import('../../../locales/en/paper.json').then((file) => file.default),
};

let words: Partial<Words> = {};

export async function speakPaper(language: Language): Promise<void> {
  [words] = await Promise.all([load[language](), speakAnswering(language)]);
}

export function told(key: PaperKey, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
