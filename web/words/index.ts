// SPDX-License-Identifier: EUPL-1.2
// web/words/index.ts
//
// The door to words: import { t, shortDay } from '#words'.

export { type Language, languages } from './catalogue.ts';
export {
  type Day,
  dayAndHour,
  duration,
  fullDay,
  hour,
  type Instant,
  longDay,
  monthOf,
  number,
  parisDay,
  plainDay,
  shortDay,
  weekday,
} from './format.ts';
export {
  currentLanguage,
  findWord,
  onLanguageChange,
  quoted,
  rich,
  speak,
  t,
  type WordArguments,
  type WordKey,
} from './t.ts';
