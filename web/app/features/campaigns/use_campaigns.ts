// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/use_campaigns.ts
//
// One hook per request of /api/campaigns, and of the counter that people without an account are served from.

import type { List } from '#app/api/client.ts';
import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type {
  CampaignEdit,
  CampaignLine,
  CampaignView,
  Counter,
  DrawnCodes,
  Envelope,
  Forecast,
  Holder,
  Mask,
  Mode,
  Trial,
} from './types.ts';

const all = '/api/campaigns';
const one = (id: string) => `${all}/${id}`;

export function useCampaigns() {
  useLive(['campaigns']);
  return useRead<List<CampaignLine>>(all);
}

export function useCampaign(id: string) {
  useLive([`campaigns/${id}`]);
  return useRead<CampaignView>(one(id));
}

export function useBegin(onDone: (id: string) => void) {
  return useWrite<CampaignView, { establishment_id: string; title: string; mode: Mode }>(
    'POST',
    all,
    { changes: [all], onDone: (reply) => onDone(reply.data.id) },
  );
}

/** The reply is what the composer goes on from. */
export function useKeep(id: string) {
  return useWrite<CampaignView, CampaignEdit & { version: number }>('PUT', one(id), {
    inTurnOn: `campaign ${id}`,
  });
}

export function useRemove(id: string, onDone: () => void) {
  return useWrite<unknown>('DELETE', one(id), { changes: [all], onDone });
}

export function useForecast(id: string, share: number, isEnabled: boolean) {
  return useRead<Forecast>(`${one(id)}/forecast`, { search: { share }, isEnabled });
}

function useStep<Body>(id: string, step: string) {
  return useWrite<CampaignView, Body>('POST', `${one(id)}/${step}`, { changes: [all] });
}

export const useAsk = (id: string) => useStep<Record<never, never>>(id, 'gate');
export const useWithdraw = (id: string) => useStep<Record<never, never>>(id, 'withdrawal');
export const useCommit = (id: string) =>
  useStep<{ college: Holder; commitment: string }>(id, 'commitments');
export const useReveal = (id: string) =>
  useStep<{ college: Holder; public_half: string; signing_key: string; proof: string }>(
    id,
    'reveals',
  );
export const useSignManifest = (id: string) =>
  useStep<{ college: Holder; signature: string }>(id, 'manifest_signatures');
export const useRehearse = (id: string) =>
  useStep<{ college: Holder; way: 'device' | 'sheets'; opening: string }>(id, 'rehearsals');
export const useSendOpenings = (id: string) =>
  useStep<{ college: Holder; envelope: Envelope; root: string; openings: string }>(id, 'openings');
export const useSignMask = (id: string) =>
  useStep<{ college: Holder; sha256: string; signature: string }>(id, 'mask_signatures');
export const useRefuse = (id: string) =>
  useStep<{ college: Holder; reason: string }>(id, 'refusals');
export const useTellLoss = (id: string) => useStep<{ college: Holder }>(id, 'losses');

export function useTrial(id: string, isEnabled: boolean) {
  return useRead<Trial>(`${one(id)}/trial`, { isEnabled });
}

export function useDrawCodes(id: string) {
  return useWrite<DrawnCodes, { count: number }>('POST', `${one(id)}/codes`, { changes: [all] });
}

export function useMask(id: string) {
  return useRead<Mask>(`${one(id)}/mask`);
}

export function useCounter(id: string) {
  return useRead<Counter>(`/api/guichet/${id}`);
}

/** Asked for at the moment of opening, and not kept. */
export const ballotsPath = (id: string) => `${one(id)}/ballots`;
