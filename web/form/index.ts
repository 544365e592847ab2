// SPDX-License-Identifier: EUPL-1.2
// web/form/index.ts
//
// The logic of questionnaires, without a page: what is shown, what counts, what is missing. view/ draws it.

export { type Answer, type Answers, type Condition, holds, readCondition } from './condition.ts';
export {
  createForm,
  type Form,
  type Given,
  type Item,
  kept,
  missing,
  trouble,
  visible,
  type VisibleQuestion,
  type VisibleSection,
} from './form.ts';
export { isDay } from './day.ts';
export type {
  Instrument,
  Language,
  Option,
  Question,
  QuestionType,
  Row,
  Section,
  Wording,
} from './instrument.ts';
export { lengthMaxOf, type Trouble, type TroubleCode } from './reading.ts';
export { scores, valueOf } from './scores.ts';
export { plainTextLength, trimmed } from './text.ts';
