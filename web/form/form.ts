// SPDX-License-Identifier: EUPL-1.2
// web/form/form.ts
//
// A questionnaire ready to be answered: what is shown given what was answered, what counts of it, what is still
// missing. The opening of the urn decides alike (engine/instruments/form.hpp); tests/vectors/forms.json holds both
// to it.

import {
  type Answer,
  type Answers,
  type Condition,
  holds,
  ownMember,
  readCondition,
} from './condition.ts';
import { type Instrument, optionsOf, type Question, type Row, type Section } from './instrument.ts';
import { type Asked, read, type Trouble } from './reading.ts';

/** By item: what was ticked or typed, right or wrong, as a draft keeps it. */
export type Given = Readonly<Record<string, unknown>>;

/** What one answer answers: a question, or a row of a grid. */
export interface Item extends Asked {
  code: string;
  section: Section;
  row?: Row;
  isReversed: boolean;
  /** All must hold: its section's and its question's. */
  shownIf: readonly Condition[];
}

export interface Form {
  instrument: Instrument;
  /** In the order of the page. */
  items: readonly Item[];
  byCode: ReadonlyMap<string, Item>;
}

export interface VisibleSection {
  section: Section;
  questions: readonly VisibleQuestion[];
}

export interface VisibleQuestion {
  question: Question;
  items: readonly Item[];
}

export function createForm(instrument: Instrument): Form {
  const items = instrument.sections.flatMap((section) =>
    section.questions.flatMap((question) => itemsOf(instrument, section, question)),
  );
  return { instrument, items, byCode: new Map(items.map((item) => [item.code, item])) };
}

/**
 * Of what was given, what is shown and can be an answer, in the form in which it is kept: everything else becomes "no
 * answer". Nothing else may leave the device.
 */
export function kept(form: Form, given: Given): Answers {
  const answers: Record<string, Answer> = {};
  for (const item of form.items) {
    const reading = isShown(item, answers) ? read(ownMember(given, item.code), item) : 'nothing';
    if (reading !== 'nothing' && 'answer' in reading) answers[item.code] = reading.answer;
  }
  return answers;
}

/** A section without any question to show is not shown. */
export function visible(form: Form, given: Given): readonly VisibleSection[] {
  const shown = shownItems(form, given);
  return form.instrument.sections
    .map((section) => ({
      section,
      questions: section.questions
        .map((question) => ({
          question,
          items: shown.filter((item) => item.question === question),
        }))
        .filter(({ items }) => items.length > 0),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** What is shown, needs an answer and has none. */
export function missing(form: Form, given: Given): readonly Item[] {
  const answers = kept(form, given);
  return shownItems(form, given).filter(
    (item) => item.question.required === true && ownMember(answers, item.code) === undefined,
  );
}

/** Why what was given to an item is no answer; nothing when it is one, or when nothing was given. */
export function trouble(form: Form, code: string, given: Given): Trouble | undefined {
  const item = form.byCode.get(code);
  const reading = item ? read(ownMember(given, code), item) : 'nothing';
  return reading !== 'nothing' && 'trouble' in reading ? reading.trouble : undefined;
}

/** Conditions ask only what comes before them, so that all answers tell what those before do. */
function shownItems(form: Form, given: Given): readonly Item[] {
  const answers = kept(form, given);
  return form.items.filter((item) => isShown(item, answers));
}

function isShown(item: Item, answers: Answers): boolean {
  return item.shownIf.every((condition) => holds(condition, answers));
}

function itemsOf(instrument: Instrument, section: Section, question: Question): Item[] {
  const common = {
    section,
    question,
    options: optionsOf(instrument, question),
    shownIf: [section.show_if, question.show_if]
      .map(readCondition)
      .filter((condition) => condition !== undefined),
  };
  const { code, type, rows, reversed } = question;
  if (!rows) return [{ ...common, code, type, isReversed: reversed === true }];
  return rows.map((row) => ({
    ...common,
    code: row.code,
    type: 'single',
    row,
    isReversed: row.reversed === true,
  }));
}
