// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/figures.ts
//
// Figures on their way from a hand to the server: numbers read as people write them, what was counted so far as one entry,
// and an entry in words. Nothing here keeps or sends.

import { currentLanguage } from '../words.ts';
import type { Draft } from './kept.ts';
import type { Entry, TallyView } from './view.ts';
import { told } from './words.ts';

/** The server takes no more in one figure (domain/experiments/indicators.hpp). */
export const counted_max = 1_000_000;

/** One shift does not measure more; a longer list is a file to hand in, not a telephone's. */
export const marks_max = 300;

/** Finer is noise of the watch; and a sum of them stays exact when rounded to as many. */
const decimals_max = 3;

/** A number as written in French or English: one sign before the decimals, spaces or the other sign between thousands. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  const found =
    /^(\d+)(?:[.,](\d+))?$/.exec(plain) ??
    /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(plain) ??
    /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(plain);
  if (found === null) return null;
  const [, whole = '', decimals = ''] = found;
  if (decimals.length > decimals_max) return null;
  const value = Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`);
  return value <= counted_max ? value : null;
}

/** A whole number of one or more, or none. */
export function readBase(text: string): number | null {
  const value = readNumber(text);
  return value !== null && Number.isInteger(value) && value >= 1 ? value : null;
}

export function sumOf(marks: readonly number[]): number {
  const scale = 10 ** decimals_max;
  return marks.reduce((sum, mark) => sum + Math.round(mark * scale), 0) / scale;
}

export type Figure = Pick<Entry, 'numerator' | 'base'>;
type Lack = 'nothing' | 'base' | 'too_much';

/** What was counted so far, or what it lacks to be sent. None of a count is a figure; none out of none is not. */
export function figureOf({ counting }: TallyView, draft: Draft): Figure | Lack {
  if (counting === 'count') return { numerator: draft.count, base: null };
  if (counting === 'rate')
    return draft.base === null ? 'base' : { numerator: draft.count, base: draft.base };
  if (draft.marks.length === 0) return 'nothing';
  const numerator = sumOf(draft.marks);
  return numerator > counted_max ? 'too_much' : { numerator, base: draft.marks.length };
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: decimals_max,
  }).format(value);
}

/** « chutes : 2 sur 30 (journées) », so that no unit has to agree with a number. */
export function figureText(view: TallyView, { numerator, base }: Figure): string {
  const { counting, unit, base_unit } = view;
  const values = { unit, base_unit, number: numberText(numerator), base: numberText(base ?? 0) };
  if (counting === 'count' || base === null) return told('tally.figure.count', values);
  if (counting === 'measure')
    return told(base === 1 ? 'tally.figure.measure_one' : 'tally.figure.measure', values);
  return told('tally.figure.of', values);
}

/** French says « de journées » and « d’heures ». */
export function outOfText(base_unit: string): string {
  const isElided = /^([aeiouyàâéèêëîïôöûùœ]|heure)/i.test(base_unit);
  return told(isElided ? 'tally.base.label_elided' : 'tally.base.label', { unit: base_unit });
}
