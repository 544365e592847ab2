// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/queue.ts
//
// From this phone to the server: what waits is sent under the id it was given here, as often as needed, and goes only once the
// server says that it has it, or will never take it; then it is told.

import { ask, Refusal } from '../api.ts';
import { periodStart } from './days.ts';
import type { Figure } from './figures.ts';
import { changeKept, type Kept, readKept, type Refused } from './kept.ts';
import { type Answered, type Entry, tallyPath } from './view.ts';

/** The server takes no more at once. */
const entries_max = 50;

const id_bytes = 16;

export function drawEntry(counted_on: string, { numerator, base }: Figure): Entry {
  const bytes = crypto.getRandomValues(new Uint8Array(id_bytes));
  const id = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, counted_on, numerator, base };
}

/** Answers why something still waits, or null where the server answered of everything. */
export async function sendWaiting(token: string): Promise<string | null> {
  const tried = new Set<string>();
  for (;;) {
    // What is kept meanwhile goes along.
    const entries = readKept(token)
      .waiting.filter(({ id }) => !tried.has(id))
      .slice(0, entries_max);
    if (entries.length === 0) return readKept(token).waiting.length === 0 ? null : 'unknown';
    for (const { id } of entries) tried.add(id);
    try {
      const answered = await ask<Answered>('POST', tallyPath(token), { body: { entries } });
      changeKept(token, (kept) => settled(kept, answered));
    } catch (thrown) {
      return codeOf(thrown);
    }
  }
}

export function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Refusal)) return 'unknown';
  return thrown.status === 404 ? 'tally.link_not_valid' : thrown.code;
}

/** What is left once the server has answered. */
export function settled(kept: Kept, { taken, refused }: Answered): Kept {
  const isPulse = kept.view?.entry === 'pulse';
  const told = refused.flatMap(({ id, problem }): Refused[] => {
    const entry = kept.waiting.find((each) => each.id === id);
    if (entry === undefined) return [];
    const { counted_on, numerator, base } = entry;
    return [{ id, counted_on, figure: isPulse ? null : { numerator, base }, problem }];
  });
  const gone = new Set([...taken, ...refused.map(({ id }) => id)]);
  const next = {
    ...kept,
    waiting: kept.waiting.filter(({ id }) => !gone.has(id)),
    refused: [...kept.refused, ...told],
  };
  // Nothing was counted: the person may answer again.
  const { view, answered_in } = kept;
  const isOfAnswer = ({ counted_on }: Refused) =>
    view !== undefined && periodStart(view.rhythm, counted_on) === answered_in;
  if (isPulse && told.some(isOfAnswer)) delete next.answered_in;
  return next;
}
