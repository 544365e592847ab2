// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/states.ts
//
// Where a discussion stands, in words and in a shape; the ten steps; what is still to be sorted.

import type { State } from '#ui';
import { plainDay, t } from '#words';
import type { Board, Contribution, Idea, SpaceLine } from './use_spaces.ts';

export const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const sorts = ['we_decide', 'we_ask', 'to_understand'] as const;

const order = ['open', 'prepared', 'closed'] as const;
export type GroupName = (typeof order)[number];

/** Going on, to come, over; inside each, the order of the days the server gave. */
export function groups(items: readonly SpaceLine[]): { name: GroupName; lines: SpaceLine[] }[] {
  const nameOf = (line: SpaceLine): GroupName =>
    line.state === 'destroyed' ? 'closed' : line.state;
  return order
    .map((name) => ({ name, lines: items.filter((line) => nameOf(line) === name) }))
    .filter(({ lines }) => lines.length > 0);
}

export function standing(line: SpaceLine): { state: State; words: string } {
  if (line.state === 'prepared') return { state: 'to_come', words: t('spaces.state.prepared') };
  if (line.state === 'open') return { state: 'under_way', words: t('spaces.state.open') };
  if (line.returned_on)
    return {
      state: 'done',
      words: t('spaces.state.returned', { day: plainDay(line.returned_on) }),
    };
  if (line.return_on)
    return {
      state: 'under_way',
      words: t('spaces.state.return_on', { day: plainDay(line.return_on) }),
    };
  return { state: 'done', words: t('spaces.state.closed') };
}

/** A sentence on the wall: a contribution that was shown, or an idea. */
export type Sentence =
  | { kind: 'contribution'; id: string; words: string; lived: Contribution['lived'] }
  | { kind: 'idea'; id: string; words: string; lived: Idea['lived']; idea: Idea };

/** What nobody has sorted yet: shown contributions nobody took up, then ideas without a column. */
export function toSort(board: Board): Sentence[] {
  const taken = new Set(board.ideas.map((idea) => idea.taken_from).filter(Boolean));
  return [
    ...board.contributions
      .filter((each) => each.state === 'shown' && !taken.has(each.id))
      .map((each) => ({
        kind: 'contribution' as const,
        id: each.id,
        words: each.words,
        lived: each.lived,
      })),
    ...board.ideas
      .filter((idea) => idea.sort == null)
      .map((idea) => ({
        kind: 'idea' as const,
        id: idea.id,
        words: idea.words,
        lived: idea.lived,
        idea,
      })),
  ];
}
