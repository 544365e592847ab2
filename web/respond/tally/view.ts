// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/view.ts
//
// What the server says of a figure that a team counts on its telephones, what a telephone sends of it, and where.

import type { components } from '../../app/api/schema.ts';

export type TallyView = components['schemas']['TallyView'];
export type Rhythm = TallyView['rhythm'];
export type Answered = components['schemas']['TalliesTaken'];

/** As it is sent: sending it again under its id adds nothing. */
export type Entry = Required<components['schemas']['Tally']>;

export function tallyPath(token: string): string {
  return `/api/tallies/${encodeURIComponent(token)}`;
}
