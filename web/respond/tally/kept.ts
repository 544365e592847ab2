// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/kept.ts
//
// What this phone keeps of one figure: what is being counted, what waits to be sent, what was refused, and, of a question
// answered by yes or no, in which period it was answered. One record, written at every press, so that nothing is half kept.
// Where storage is full or forbidden it stays in memory, and the page says so.

import type { Language } from '../words.ts';
import type { Entry, TallyView } from './view.ts';

/** What somebody is counting. */
export interface Draft {
  day: string;
  count: number;
  /** One until somebody says more; null while nothing that can be read is written there. */
  base: number | null;
  /** Of a measure, each value; of a share, 1 for a yes and 0 for a no; in the order in which they came. */
  marks: number[];
}

/** An answer by yes or no is nobody's figure to copy: only its day stays. */
export interface Refused {
  id: string;
  counted_on: string;
  figure: { numerator: number; base: number | null } | null;
  problem: string;
}

export interface Kept {
  view?: TallyView;
  /** This phone's day when the view came. */
  asked_on?: string;
  draft?: Draft;
  waiting: Entry[];
  refused: Refused[];
  /** The first day of the period in which a question was answered from here. */
  answered_in?: string;
  language?: Language;
}

export type Where = 'device' | 'memory';

/** As many as a month of three shifts a day leaves; a phone that never finds a network again must not fill up. */
const waiting_max = 200;

const nameOf = (token: string) => `etabli.releve.${token}`;
const nothing: Kept = { waiting: [], refused: [] };
const inMemory = new Map<string, Kept>();

export function readKept(token: string): Kept {
  const here = inMemory.get(token);
  if (here !== undefined) return here;
  try {
    const text = localStorage.getItem(nameOf(token));
    return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

/** Read anew each time: the same page may stand open twice. */
export function changeKept(token: string, change: (kept: Kept) => Kept): Where {
  const next = change(readKept(token));
  try {
    localStorage.setItem(nameOf(token), JSON.stringify(next));
    inMemory.delete(token);
    return 'device';
  } catch {
    inMemory.set(token, next);
    return 'memory';
  }
}

export function eraseKept(token: string): void {
  inMemory.delete(token);
  try {
    localStorage.removeItem(nameOf(token));
  } catch {
    // Nothing was ever kept here.
  }
}

export function hasBegun(draft: Draft | undefined): draft is Draft {
  return draft !== undefined && (draft.count > 0 || draft.marks.length > 0 || draft.base !== 1);
}

export function hasRoom({ waiting, refused }: Kept): boolean {
  return waiting.length + refused.length < waiting_max;
}

/** Nothing that would be lost if this phone forgot the page. */
export function isSettled({ draft, waiting, refused }: Kept): boolean {
  return !hasBegun(draft) && waiting.length === 0 && refused.length === 0;
}
