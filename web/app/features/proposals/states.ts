// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/states.ts
//
// Where a proposal stands, in words and in a shape; and which filter shows it. Nothing here sorts: the server
// gives the list by the day something is owed.

import type { State } from '#ui';
import { type Day, plainDay, t } from '#words';
import type { Proposal } from './use_proposals.ts';

export const filters = ['due', 'mine', 'answered', 'team'] as const;
export type Filter = (typeof filters)[number];

export function isDue({ state, due_on }: Proposal): boolean {
  return due_on != null && ['awaited', 'passed_on', 'accepted'].includes(state);
}

export function isShownBy(
  filter: Filter,
  proposal: Proposal,
  account_id: string | undefined,
): boolean {
  if (filter === 'due') return isDue(proposal);
  if (filter === 'mine') return isDue(proposal) && proposal.assigned_to === account_id;
  if (filter === 'team') return proposal.state === 'decided_by_team';
  return !isDue(proposal) && proposal.state !== 'decided_by_team';
}

interface Standing {
  state: State;
  words: string;
}

export function standing(proposal: Proposal, today: Day): Standing {
  const { state, due_on, assigned_to, level } = proposal;
  if (isDue(proposal) && due_on != null && due_on < today)
    return { state: 'awaited', words: t('proposals.awaited_since', { day: plainDay(due_on) }) };
  if (state === 'awaited')
    return assigned_to == null
      ? { state: 'to_come', words: t('proposals.state.to_assign') }
      : { state: 'under_way', words: t('proposals.state.in_preparation') };
  if (state === 'passed_on')
    return { state: 'under_way', words: t('proposals.state.passed_on', { level }) };
  if (state === 'accepted' || state === 'tried')
    return { state: 'under_way', words: t(`proposals.state.${state}`) };
  return { state: 'done', words: t(`proposals.state.${state}`) };
}
