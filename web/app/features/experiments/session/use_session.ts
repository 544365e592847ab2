// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/use_session.ts
//
// The session of embedded evaluation: one hook per request. Every write answers with the board as it has become.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Reply, type WriteMethod, write } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import type { Problem } from '#app/api/problem.ts';
import { keyOf, useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type Board = Schemas['EvaluationBoard'];
export type Session = NonNullable<Board['session']>;
export type Stage = Session['stage'];
export type Activity = Board['activities'][number];
export type LookDraft = Schemas['LookDraft'];
export type AloudReadings = Schemas['AloudReadings'];

const boardOf = (id: string) => `/api/experiments/${id}/evaluation-session`;

/** Nobody is told when a phone writes: the board is asked again now and then, to know whether five are there. */
const again_ms = 4_000;

export function useBoard(id: string, isWatched = true) {
  const client = useQueryClient();
  useLive([`experiments/${id}`]);
  useEffect(() => {
    if (!isWatched) return;
    const timer = setInterval(
      () => void client.invalidateQueries({ queryKey: keyOf(boardOf(id)) }),
      again_ms,
    );
    return () => clearInterval(timer);
  }, [client, id, isWatched]);
  return useRead<Board>(boardOf(id));
}

/** What a write answers is shown at once, and asked for again: a reading may have been on its way meanwhile. */
function useBoardWrite<Body>(id: string, method: WriteMethod, what: string, onDone?: () => void) {
  const client = useQueryClient();
  const board = boardOf(id);
  return useWrite<Board, Body>(method, `${board}${what}`, {
    inTurnOn: board,
    onDone: (reply: Reply<Board>) => {
      client.setQueryData(keyOf(board), reply);
      void client.invalidateQueries({ queryKey: keyOf(`/api/experiments/${id}`) });
      onDone?.();
    },
  });
}

export const useBegin = (id: string) => useBoardWrite<object>(id, 'POST', '');
export const useTakeOver = (id: string) => useBoardWrite<object>(id, 'POST', '/holder');
export const useStage = (id: string) => useBoardWrite<{ stage: Stage }>(id, 'PUT', '/stage');
export const useRelease = (id: string) => useBoardWrite<object>(id, 'POST', '/release');
export const useAddActivity = (id: string, onDone: () => void) =>
  useBoardWrite<{ words: string }>(id, 'POST', '/activities', onDone);
export const useJoin = (id: string, onDone: () => void) =>
  useBoardWrite<{ activities: string[]; words: string }>(id, 'PUT', '/activities', onDone);
export const useKeep = (id: string) => useBoardWrite<{ activities: string[] }>(id, 'PUT', '/kept');
export const useSheets = (id: string, onDone: () => void) =>
  useBoardWrite<{ sheets: LookDraft[] }>(id, 'POST', '/sheets', onDone);
export const useShare = (id: string) =>
  useBoardWrite<{ people: number; aloud: AloudReadings[] | null }>(id, 'POST', '/share');
export const useEnd = (id: string, onDone: () => void) =>
  useBoardWrite<object>(id, 'POST', '/end', onDone);

/** Its path names the line: one hook for all of them. */
export function useRemoveActivity(id: string) {
  const client = useQueryClient();
  return useMutation<Reply<Board>, Problem, { activity: string }>({
    mutationFn: ({ activity }) => write('DELETE', `${boardOf(id)}/activities/${activity}`),
    onSuccess: (reply) => client.setQueryData(keyOf(boardOf(id)), reply),
  });
}
