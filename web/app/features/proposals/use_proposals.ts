// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/use_proposals.ts
//
// What is asked and answered: one hook per request.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import type { List } from '#app/api/client.ts';

export type ProposalLine = components['schemas']['ProposalLine'];
export type ProposalView = components['schemas']['ProposalView'];
export type Proposal = components['schemas']['Proposal'];
export type ProposalEntry = components['schemas']['ProposalEntry'];
export type LocalRule = components['schemas']['LocalRule'];
export type LocalRuleLine = components['schemas']['LocalRuleLine'];
export type AnswerKind = components['schemas']['ProposalAnswer']['kind'];
export type AnswerDraft = components['schemas']['ProposalAnswer'];

const changes = ['/api/proposals', '/api/home', '/api/local-rules', '/api/spaces', '/api/thread'];

export function useProposals() {
  useLive(['proposals']);
  return useRead<List<ProposalLine>>('/api/proposals');
}

export function useProposal(id: string) {
  useLive(['proposals']);
  return useRead<ProposalView>(`/api/proposals/${id}`);
}

export function useAnswer(id: string, onDone: () => void) {
  return useWrite<ProposalView, AnswerDraft>('POST', `/api/proposals/${id}/answer`, {
    changes,
    onDone,
  });
}

export function useOutcome(id: string, onDone: () => void) {
  return useWrite<ProposalView, { done: boolean; words: string; version: number }>(
    'POST',
    `/api/proposals/${id}/outcome`,
    { changes, onDone },
  );
}

export function useAssign(id: string) {
  return useWrite<ProposalView, { account_id: string | null; version: number }>(
    'PUT',
    `/api/proposals/${id}/assignment`,
    { changes },
  );
}

export function useNote(id: string, onDone: () => void) {
  return useWrite<ProposalView, { words: string }>('POST', `/api/proposals/${id}/notes`, {
    changes,
    onDone,
  });
}

export function useTeamWords(id: string, onDone: () => void) {
  return useWrite<ProposalView, { words: string }>('POST', `/api/proposals/${id}/team-words`, {
    changes,
    onDone,
  });
}

export function useLocalRules() {
  return useRead<List<LocalRuleLine>>('/api/local-rules');
}

export interface ReviewDraft {
  holds: 'yes' | 'partly' | 'no';
  words: string;
  rewritten: string | null;
  version: number;
}

export function useReview(id: string, onDone: () => void) {
  return useWrite<LocalRule, ReviewDraft>('POST', `/api/local-rules/${id}/review`, {
    changes,
    onDone,
  });
}
