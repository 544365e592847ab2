// SPDX-License-Identifier: EUPL-1.2
// web/form/reading.ts
//
// What one given value is: an answer in the form in which it is kept, nothing, or something that is no answer, with
// the reason, so that the page tells the person instead of dropping it. engine/instruments/form.cpp keeps the same
// answers; tests/vectors/forms.json holds both to it.

import type { Answer } from './condition.ts';
import { isDay } from './day.ts';
import type { Option, Question, QuestionType } from './instrument.ts';
import { plainTextLength, trimmed } from './text.ts';

export type TroubleCode =
  | 'option.unknown'
  | 'options.too_many'
  | 'options.not_alone'
  | 'number.unreadable'
  | 'number.too_small'
  | 'number.too_large'
  | 'number.too_precise'
  | 'date.incomplete'
  | 'date.unknown'
  | 'text.too_long'
  | 'text.not_plain';

/** With the bound that was passed, where there is one. */
export interface Trouble {
  code: TroubleCode;
  bound?: number;
}

export type Reading = { answer: Answer } | { trouble: Trouble } | 'nothing';

/** What is asked: the question, how it is answered, among what. */
export interface Asked {
  /** Single for a row of a grid. */
  type: QuestionType;
  question: Question;
  options: readonly Option[];
}

/** Of a text whose author said no bound. */
const length_max_default = 500;
/** A decimal number is not a binary one. */
const decimals_tolerance = 1e-9;

export function read(given: unknown, { type, question, options }: Asked): Reading {
  if (given === undefined || given === null || given === '') return 'nothing';
  switch (type) {
    case 'single':
    case 'grid':
      return readTicked(given, options);
    case 'multiple':
      return readSeveral(given, question, options);
    case 'number':
      return readNumber(given, question);
    case 'date':
      return readDay(given);
    case 'text':
      return readText(given, question);
  }
}

/** How many code points an answer in words may have. */
export function lengthMaxOf(question: Question): number {
  return question.length_max ?? length_max_default;
}

const trouble = (code: TroubleCode, bound?: number): Reading => ({
  trouble: bound === undefined ? { code } : { code, bound },
});

function readTicked(given: unknown, options: readonly Option[]): Reading {
  const option = options.find((each) => each.code === given);
  return option ? { answer: option.code } : trouble('option.unknown');
}

/** In the order of the options, so that the order of ticking is not kept. */
function readSeveral(given: unknown, question: Question, options: readonly Option[]): Reading {
  if (!Array.isArray(given)) return trouble('option.unknown');
  if (given.length === 0) return 'nothing';
  const ticked = options.filter((option) => given.includes(option.code));
  // Another length: a code that is not there, or twice the same.
  if (ticked.length !== given.length) return trouble('option.unknown');
  if (ticked.length > 1 && ticked.some((option) => option.exclusive === true))
    return trouble('options.not_alone');
  if (question.choices_max != null && ticked.length > question.choices_max)
    return trouble('options.too_many', question.choices_max);
  return { answer: ticked.map((option) => option.code) };
}

function readNumber(given: unknown, question: Question): Reading {
  if (typeof given !== 'number' || !Number.isFinite(given)) return trouble('number.unreadable');
  if (question.min != null && given < question.min)
    return trouble('number.too_small', question.min);
  if (question.max != null && given > question.max)
    return trouble('number.too_large', question.max);
  const decimals = question.decimals ?? 0;
  const scaled = given * 10 ** decimals;
  const distance = Math.abs(scaled - Math.round(scaled));
  const isRound = distance <= decimals_tolerance * Math.max(1, Math.abs(scaled));
  return isRound ? { answer: given } : trouble('number.too_precise', decimals);
}

function readDay(given: unknown): Reading {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given))
    return trouble('date.incomplete');
  return isDay(given) ? { answer: given } : trouble('date.unknown');
}

function readText(given: unknown, question: Question): Reading {
  if (typeof given !== 'string') return trouble('text.not_plain');
  const written = trimmed(given);
  const length = plainTextLength(written);
  if (length === undefined) return trouble('text.not_plain');
  if (length === 0) return 'nothing';
  const length_max = lengthMaxOf(question);
  return length > length_max ? trouble('text.too_long', length_max) : { answer: written };
}
