// SPDX-License-Identifier: EUPL-1.2
// web/app/features/diagnosis/use_diagnoses.ts
//
// A diagnosis is a sheet; what is its own is how it begins and how it passes.

import type { List } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import { changes, type SheetSummary, type SheetView } from '../sheets/parts.ts';

type Schemas = components['schemas'];

export function useDiagnoses() {
  useLive(['sheets']);
  return useRead<List<SheetSummary>>('/api/diagnoses');
}

export function useBeginDiagnosis(onDone: (id: string) => void) {
  return useWrite<SheetView, Schemas['NewSheet']>('POST', '/api/diagnoses', {
    changes: ['/api/diagnoses', '/api/thread'],
    onDone: (reply) => onDone(reply.data.id),
  });
}

export function useAskToPass(id: string) {
  return useWrite<SheetView, Schemas['SheetWidening']>('POST', `/api/diagnoses/${id}/passage`, {
    changes: changes(id),
  });
}
