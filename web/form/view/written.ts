// SPDX-License-Identifier: EUPL-1.2
// web/form/view/written.ts
//
// Between what a hand typed and what is given: a number with its comma, a day in three fields. What cannot be read is
// given as it was typed, so that it comes back on the screen and its trouble can be told.

import type { Language } from '../instrument.ts';

/** "12,5", "1 200" or "-3" as a number; other text as it is; nothing of nothing. */
export function numberGiven(typed: string): number | string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  if (text === '') return undefined;
  const isNumber = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text);
  return isNumber ? Number(text.replace(',', '.')) : typed;
}

/** As the person would have typed it. */
export function numberTyped(given: unknown, language: Language): string {
  if (typeof given === 'string') return given;
  if (typeof given !== 'number') return '';
  return language === 'fr' ? String(given).replace('.', ',') : String(given);
}

export interface DayParts {
  day: string;
  month: string;
  year: string;
}

/** { day: '7', month: '3', year: '2026' } as "2026-03-07"; "2026--7" while the month is not there. */
export function dayGiven({ day, month, year }: DayParts): string | undefined {
  const parts = [
    year,
    month.padStart(month === '' ? 0 : 2, '0'),
    day.padStart(day === '' ? 0 : 2, '0'),
  ];
  return parts.every((part) => part === '') ? undefined : parts.join('-');
}

export function dayTyped(given: unknown): DayParts {
  const [year = '', month = '', day = ''] = typeof given === 'string' ? given.split('-') : [];
  return { day, month, year };
}

/** What a field of a day accepts: digits alone. */
export function digitsOf(typed: string, count_max: number): string {
  return typed.replace(/\D/g, '').slice(0, count_max);
}
