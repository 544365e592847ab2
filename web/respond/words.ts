// SPDX-License-Identifier: EUPL-1.2
// web/respond/words.ts
//
// The few words of this page: plain sentences with {names}, no message format, so that an old phone
// downloads little. Only the language in use is fetched.

import { asInnerQuotes } from '../words/quoted.ts';
import type fr from '../../locales/fr/respond.json';

type Words = typeof fr;
export type RespondKey = keyof Words;
export type Language = 'fr' | 'en';

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../locales/fr/respond.json').then((file) => file.default),
  en: () => import('../../locales/en/respond.json').then((file) => file.default),
};

let words: Partial<Words> = {};
let language: Language = 'fr';

export async function speak(wanted: Language): Promise<void> {
  speakWith(wanted, await load[wanted]());
}

/** A page with words of its own says those of the frame around it. */
export function speakWith(wanted: Language, said: Partial<Words>): void {
  words = said;
  language = wanted;
  document.documentElement.lang = wanted;
}

export function currentLanguage(): Language {
  return language;
}

export function t(key: RespondKey, values: Record<string, string | number> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What was said, between quotation marks, with the inner ones inside. */
export function quoted(said: string): string {
  return t('respond.quoted', { words: asInnerQuotes(said, language) });
}
