// SPDX-License-Identifier: EUPL-1.2
// web/respond/kiosk/words.ts
//
// The few words that only a shared screen says (locales/*/kiosk.json), beside those of the answering page.

import type fr from '../../../locales/fr/kiosk.json';
import { speakAnswering } from '../campaign/words.ts';
import type { Language } from '../words.ts';

type Words = typeof fr;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../../locales/fr/kiosk.json').then((file) => file.default),
  en: () => import('../../../locales/en/kiosk.json').then((file) => file.default),
};

let words: Partial<Words> = {};

export async function speakKiosk(language: Language): Promise<void> {
  [words] = await Promise.all([load[language](), speakAnswering(language)]);
}

export function told(key: keyof Words, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
