// SPDX-License-Identifier: EUPL-1.2
// web/form/view/words.ts
//
// What a questionnaire is said with: our own few words (locales/*/form.json, plain sentences with {names}, only the
// language in use is fetched) and the instrument's, in that language or in one it speaks.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type fr from '../../../locales/fr/form.json';
import type { Instrument, Language, Wording } from '../instrument.ts';

type Words = typeof fr;
export type FormKey = keyof Words;

const load: Record<Language, () => Promise<Words>> = {
  fr: () => import('../../../locales/fr/form.json').then((file) => file.default),
  en: () => import('../../../locales/en/form.json').then((file) => file.default),
};

const loaded: Partial<Record<Language, Words>> = {};

/** Before a questionnaire is drawn in this language. */
export async function loadFormWords(language: Language): Promise<void> {
  loaded[language] ??= await load[language]();
}

export interface Speech {
  language: Language;
  t: (key: FormKey, values?: Record<string, string | number>) => string;
  /** The instrument's words. */
  say: (wording: Wording) => string;
  /** Their language, where it is not the page's. */
  lang: Language | undefined;
  number: (value: number) => string;
  day: (day: string) => string;
}

export function speechOf(language: Language, instrument: Instrument): Speech {
  const words: Partial<Words> = loaded[language] ?? {};
  const spoken = instrument.languages.includes(language)
    ? language
    : (instrument.languages[0] ?? language);
  return {
    language,
    t: (key, values = {}) =>
      (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
    say: (wording) => wording[spoken],
    lang: spoken === language ? undefined : spoken,
    number: (value) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: decimals_max }).format(value),
    day: (day) => dayInWords(day, language),
  };
}

/** As many as an instrument may ask. */
const decimals_max = 6;

/** « 1er décembre 2026 »; noon, so that no time zone moves a day. */
function dayInWords(day: string, language: Language): string {
  const text = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
  return (language === 'fr' ? text.replace(/^1 /, '1er ') : text).replace(/ /g, '\u00a0');
}

export const SpeechContext = createContext<Speech | undefined>(undefined);

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === undefined) throw new Error('a piece of a questionnaire stands outside of one');
  return speech;
}
