// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/use_gate.ts
//
// GET /api/gates/{gate}: how each college says yes and where it stands; answering for one's own college; taking
// the asking back. An answer may open a phase, so the programme is read again too.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

export type Gate = components['schemas']['Gate'];
export type GateView = components['schemas']['GateView'];
export type CollegeAtGate = components['schemas']['CollegeAtGate'];
export type GateReply = components['schemas']['GateReply'];

export function useGate(id: string) {
  useLive([`gates/${id}`]);
  return useRead<GateView>(`/api/gates/${id}`);
}

const changed = (id: string) => [`/api/gates/${id}`, '/api/programmes', '/api/home', '/api/thread'];

export function useGateAnswer(id: string) {
  return useWrite<GateView, GateReply>('PUT', `/api/gates/${id}/answer`, { changes: changed(id) });
}

export function useGateWithdrawal(id: string) {
  return useWrite<GateView, { reason: string }>('POST', `/api/gates/${id}/withdraw`, {
    changes: changed(id),
  });
}
