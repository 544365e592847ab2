// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/poster_marks.ts
//
// Which entries of the journal and which sentences heard fit on a poster: the latest, with the numbers they have elsewhere.

import type { ExperimentEvent } from './types.ts';

/** An entry of the journal with its number there. */
export interface Noted {
  number: number;
  event: ExperimentEvent;
}

/** A third of a sheet of A4, under a chart, holds no more. */
const noted_most = 4;
const heard_most = 3;

export function journalToShow(events: readonly ExperimentEvent[]): Noted[] {
  return events
    .filter(({ kind }) => kind !== 'heard')
    .map((event, at) => ({ number: at + 1, event }))
    .slice(-noted_most);
}

export function heardToShow(events: readonly ExperimentEvent[]): ExperimentEvent[] {
  return events.filter(({ kind }) => kind === 'heard').slice(-heard_most);
}
