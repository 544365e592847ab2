// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/use_experiments.ts
//
// One hook per request of /api/experiments.

import type { List } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type ExperimentView = Schemas['ExperimentView'];
export type ExperimentSummary = Schemas['ExperimentSummary'];
export type Experiment = ExperimentView['experiment'];
export type Beginning = Schemas['ExperimentBeginning'];
export type Canvas = Omit<
  Schemas['NewExperiment'],
  'place_id' | 'programme_id' | 'from_kind' | 'from_id'
>;
export type IndicatorView = Schemas['IndicatorView'];
export type IndicatorDefinition = Schemas['IndicatorDefinition'];
export type FigureFile = Schemas['FigureFile'];
export type FigureReport = Schemas['FigureReport'];
export type Outcome = Schemas['SharedConclusion']['outcome'];

export const outcomes = ['extend', 'adapt', 'go_back', 'not_pursue'] as const;

export function useExperiments() {
  useLive(['experiments']);
  return useRead<List<ExperimentSummary>>('/api/experiments');
}

export function useExperiment(id: string) {
  useLive([`experiments/${id}`]);
  return useRead<ExperimentView>(`/api/experiments/${id}`);
}

export function useBeginning(from_kind?: string, from_id?: string) {
  return useRead<Beginning>('/api/experiment-beginnings', { search: { from_kind, from_id } });
}

export function useBegin(onDone: (id: string) => void) {
  return useWrite<ExperimentView, Schemas['NewExperiment']>('POST', '/api/experiments', {
    changes: ['/api/experiments', '/api/home', '/api/thread'],
    onDone: (reply) => onDone(reply.data.experiment.id),
  });
}

function changes(id: string): string[] {
  return [`/api/experiments/${id}`, '/api/experiments', '/api/home', '/api/thread'];
}

export function useRewrite(id: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['ChangedExperiment']>('PUT', `/api/experiments/${id}`, {
    changes: changes(id),
    onDone,
  });
}

export function useAskAgain(id: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['ExperimentAsking']>(
    'POST',
    `/api/experiments/${id}/gate`,
    { changes: [...changes(id), '/api/gates'], onDone },
  );
}

export function useMoveEnd(id: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['NewExperimentEnd']>(
    'PUT',
    `/api/experiments/${id}/end`,
    { changes: changes(id), onDone },
  );
}

export function useNoteEvent(id: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['NewExperimentEvent']>(
    'POST',
    `/api/experiments/${id}/events`,
    { changes: changes(id), onDone },
  );
}

export function useJoinReservation(id: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['NewExperimentReservation']>(
    'PUT',
    `/api/experiments/${id}/reservation`,
    { changes: changes(id), onDone },
  );
}

export function useAddIndicator(id: string, onDone: () => void) {
  return useWrite<ExperimentView, IndicatorDefinition>(
    'POST',
    `/api/experiments/${id}/indicators`,
    { changes: changes(id), onDone },
  );
}

function pathOf(id: string, indicator: string): string {
  return `/api/experiments/${id}/indicators/${indicator}`;
}

export function useNoteFigure(id: string, indicator: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['NewFigure']>('PUT', `${pathOf(id, indicator)}/values`, {
    changes: changes(id),
    onDone,
  });
}

export function useRemoveFigure(id: string, indicator: string, day: string, onDone: () => void) {
  return useWrite<ExperimentView>('DELETE', `${pathOf(id, indicator)}/values/${day}`, {
    changes: changes(id),
    onDone,
  });
}

export function useSetAside(id: string, indicator: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['SetAside']>(
    'PUT',
    `${pathOf(id, indicator)}/set-aside`,
    { changes: changes(id), onDone },
  );
}

/** It changes nothing; it is a POST because a table does not fit an address. */
export function usePreviewFigures(id: string, indicator: string) {
  return useWrite<FigureReport, FigureFile>('POST', `${pathOf(id, indicator)}/figures/preview`);
}

export function useKeepFigures(id: string, indicator: string, onDone: () => void) {
  return useWrite<FigureReport, FigureFile>('POST', `${pathOf(id, indicator)}/figures`, {
    changes: changes(id),
    onDone,
  });
}

export function useMakeLink(id: string, indicator: string) {
  return useWrite<ExperimentView>('POST', `${pathOf(id, indicator)}/link`, {
    changes: changes(id),
  });
}

export function useCloseLink(id: string, indicator: string) {
  return useWrite<ExperimentView>('DELETE', `${pathOf(id, indicator)}/link`, {
    changes: changes(id),
  });
}

export function useWriteReview(id: string) {
  return useWrite<ExperimentView, Schemas['WrittenReview']>(
    'PUT',
    `/api/experiments/${id}/review`,
    { changes: changes(id) },
  );
}

export function useConclude(id: string, onDone: () => void) {
  return useWrite<ExperimentView, Schemas['NewConclusion']>(
    'POST',
    `/api/experiments/${id}/conclusion`,
    { changes: changes(id), onDone },
  );
}
