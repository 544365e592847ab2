// SPDX-License-Identifier: EUPL-1.2
// web/respond/evaluate/words.ts
//
// The words of a session of embedded evaluation (locales/*/evaluate.json): plain sentences with {names}; only the
// language in use is fetched, with those of the frame around them.

import type fr from '../../../locales/fr/evaluate.json';
import { type Language, speak } from '../words.ts';

type Words = typeof fr;
export type EvaluateKey = keyof Words;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../../locales/fr/evaluate.json').then((file) => file.default),
  en: () => import('../../../locales/en/evaluate.json').then((file) => file.default),
};

let words: Partial<Words> = {};

export async function speakEvaluate(language: Language): Promise<void> {
  [words] = await Promise.all([load[language](), speak(language)]);
}

export function say(key: EvaluateKey, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
