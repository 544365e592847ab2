// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/example_view.ts
//
// A figure as tests and stories count it: interruptions of the handover, in a week of November.

import type { TallyView } from './view.ts';

export function exampleView(change: Partial<TallyView> = {}): TallyView {
  return {
    title: 'Interruptions pendant la relève',
    purpose: 'Savoir si la ligne des familles laisse finir la relève.',
    definition:
      'Chaque fois que quelqu’un doit s’arrêter de transmettre, téléphone et porte compris.',
    unit: 'interruptions',
    base_unit: '',
    counting: 'count',
    entry: 'tally',
    rhythm: 'week',
    place_name: 'Médecine B',
    establishment_id: '0123456789abcdefghjkmnpqrs',
    today: '2026-11-25',
    first_day: '2026-11-23',
    until: '2027-01-31',
    is_open: true,
    ...change,
  };
}
