// SPDX-License-Identifier: EUPL-1.2
// web/words/quoted.ts
//
// What somebody said, between quotation marks. Words that hold marks of their own get the inner pair, so that
// « … « … » … » is never read. The pages without an account use the same rule.

/** Marks of the outer pair, as they stand inside the words, with their spaces. */
const outer = {
  fr: /«[ \u00a0\u202f]*([^«»]*?)[ \u00a0\u202f]*»/gu,
  en: /“([^“”]*)”/gu,
};
const inner = { fr: '“$1”', en: '‘$1’' };

/** « ce que le jour doit savoir » becomes “ce que le jour doit savoir”. */
export function asInnerQuotes(words: string, language: 'fr' | 'en'): string {
  return words.replace(outer[language], inner[language]);
}
