// SPDX-License-Identifier: EUPL-1.2
// web/words/format.ts
//
// Dates, hours and numbers as people write them: « 3 nov. », « 1er déc. », « 14 h 12 ». Days are
// "YYYY-MM-DD" and belong to no time zone; instants end in Z and are shown in Paris time. A day and its
// month never part at the end of a line (U+00A0); a year that is not this one is always said, and may.

import { currentLanguage, t } from './t.ts';

/** A calendar day, "2026-11-03". */
export type Day = string;
/** A moment in UTC, "2026-11-03T13:12:00Z". */
export type Instant = string;

const nbsp = '\u00a0';
const paris = 'Europe/Paris';

function locale(): string {
  return currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB';
}

/** Noon, so that no time zone moves a day. */
function noon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`);
}

function dayParts(date: Date, options: Intl.DateTimeFormatOptions, timeZone: string): string {
  const french = currentLanguage() === 'fr';
  return new Intl.DateTimeFormat(locale(), { timeZone, ...options })
    .formatToParts(date)
    .map((part) => (french && part.type === 'day' && part.value === '1' ? '1er' : part.value))
    .join('')
    .replace(/(\d\S*)\s+(?=\p{L})/gu, `$1${nbsp}`);
}

/** What was due eleven months ago must not read as due next month. */
function yearUnlessThisOne(day: Day): Intl.DateTimeFormatOptions {
  return day.slice(0, 4) === parisDay(new Date()).slice(0, 4) ? {} : { year: 'numeric' };
}

/** « 3 nov. », « 1er déc. »; « 15 déc. 2025 » once that year is over. */
export function shortDay(day: Day): string {
  return dayParts(noon(day), { day: 'numeric', month: 'short', ...yearUnlessThisOne(day) }, 'UTC');
}

/** « 3 novembre », « 15 décembre 2025 », for a sentence: « attendue depuis le 3 novembre ». */
export function plainDay(day: Day): string {
  return dayParts(noon(day), { day: 'numeric', month: 'long', ...yearUnlessThisOne(day) }, 'UTC');
}

/** « 30 juin 2027 » */
export function fullDay(day: Day): string {
  return dayParts(noon(day), { day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
}

/** « octobre 2010 », from "2010-10". */
export function monthOf(month: string): string {
  return dayParts(noon(`${month}-01`), { month: 'long', year: 'numeric' }, 'UTC');
}

/** « Jeudi 19 novembre 2026 », as a line of its own. */
export function longDay(day: Day): string {
  const text = dayParts(
    noon(day),
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    'UTC',
  );
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** « mardi » */
export function weekday(day: Day): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(noon(day));
}

/** « 14 h 12 », « 14 h »; from "14:30" or from an instant. */
export function hour(moment: Instant | Date): string {
  const clock =
    typeof moment === 'string' && /^\d\d:\d\d$/.test(moment) ? moment : parisClock(moment);
  if (currentLanguage() === 'en') return clock;
  const [hours = '', minutes = ''] = clock.split(':');
  const whole = `${Number(hours)}${nbsp}h`;
  return minutes === '00' ? whole : `${whole}${nbsp}${minutes}`;
}

function parisClock(moment: Instant | Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: paris,
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment));
}

/** The day it is in Paris. */
export function parisDay(moment: Instant | Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: paris }).format(new Date(moment));
}

/** « 3 nov., 14 h 12 » */
export function dayAndHour(moment: Instant): string {
  return t('common.day_and_hour', { day: shortDay(parisDay(moment)), hour: hour(moment) });
}

/** « 1 234,5 » */
export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** « 5 min », « 1 h 30 » */
export function duration(minutes: number): string {
  if (minutes < 60) return `${minutes}${nbsp}min`;
  const rest = minutes % 60;
  const whole = `${Math.floor(minutes / 60)}${nbsp}h`;
  return rest === 0 ? whole : `${whole}${nbsp}${String(rest).padStart(2, '0')}`;
}
