// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/days.ts
//
// Days as the server counts them: which one it is there, which ones it still takes, in which period each falls. Days are
// text, "2026-11-24"; what is counted in between is counted in UTC, where every day has as many hours.

import { parisDay } from '../pieces.tsx';
import { currentLanguage } from '../words.ts';
import type { Rhythm, TallyView } from './view.ts';

const day_ms = 86_400_000;

/** More to choose from would not be remembered, but counted up at the end. */
const days_back_max = 93;

export function plusDays(day: string, count: number): string {
  return new Date(noon(day) + count * day_ms).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / day_ms);
}

/** The server's day when it was asked, and as many days as this phone's clock has gone on since: a wrong clock is wrong by the same all along. */
export function todayOf({ today }: TallyView, asked_on: string): string {
  return plusDays(today, daysBetween(asked_on, parisDay()));
}

/** From the latest back to the earliest that is taken; none where all is over. */
export function daysTaken({ first_day, until }: TallyView, today: string): string[] {
  const latest = today < until ? today : until;
  const count = Math.min(daysBetween(first_day, latest) + 1, days_back_max);
  return Array.from({ length: Math.max(count, 0) }, (_, back) => plusDays(latest, -back));
}

/** As domain/experiments/indicators.hpp has it: the day itself, its Monday, the first of its month. */
export function periodStart(rhythm: Rhythm, day: string): string {
  if (rhythm === 'day') return day;
  if (rhythm === 'month') return `${day.slice(0, 7)}-01`;
  return plusDays(day, -((new Date(noon(day)).getUTCDay() + 6) % 7));
}

/** « mardi 24 novembre ». */
export function dayWords(day: string): string {
  const text = new Intl.DateTimeFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(noon(day)));
  return currentLanguage() === 'fr' ? text.replace(/ 1 /, ' 1er ') : text;
}

function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}
