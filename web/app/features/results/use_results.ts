// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/use_results.ts
//
// One hook per request. Results never change once published: they are looked up, and nothing is computed of answers again.

import type { List } from '#app/api/client.ts';
import { useRead } from '#app/api/queries.ts';
import type { PackText } from '#app/pack_text.ts';
import type { Day } from '#words';
import type { ItemResults, PlaceResults, Results } from './types.ts';

export interface Published {
  id: string;
  establishment_name: string;
  title: string;
  stage: string;
  mode: 'sealed' | 'light';
  closes_on: Day | null;
  instrument_title: PackText | null;
}

const of = (id: string) => `/api/campaigns/${id}/results`;

export function useCampaigns() {
  return useRead<List<Published>>('/api/campaigns');
}

export function useResults(id: string, isEnabled = true) {
  return useRead<Results>(of(id), { isEnabled });
}

export function usePlaceResults(
  id: string,
  place: string,
  category: string | null,
  isEnabled = true,
) {
  return useRead<PlaceResults>(`${of(id)}/places/${place}`, {
    isEnabled,
    ...(category !== null && { search: { category } }),
  });
}

export function useItemResults(id: string, item: string, isEnabled = true) {
  return useRead<ItemResults>(`${of(id)}/items/${item}`, { isEnabled });
}

export const publicationPath = (id: string) => `${of(id)}/publication`;
