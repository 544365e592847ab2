// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/use_results.ts
//
// One hook per request. Results never change once published: they are looked up, and nothing is computed of answers again.

import { useMemo } from 'react';
import type { List, Reply } from '#app/api/client.ts';
import { useRead } from '#app/api/queries.ts';
import type { PackText } from '#app/pack_text.ts';
import { type Day, t } from '#words';
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
  const read = useRead<Results>(of(id), { isEnabled });
  const data = useMemo(() => read.data && withChoices(read.data), [read.data]);
  return { ...read, data };
}

/** One choice among several is ticked or not: its two answers are the page's own words. */
function withChoices(reply: Reply<Results>): Reply<Results> {
  const words = ['results.not_ticked', 'results.ticked'] as const;
  const options = words.map((word) => ({ label: both(word), favourable: null }));
  const items = reply.data.items.map((item) =>
    item.options.length === 0 ? { ...item, options } : item,
  );
  return { ...reply, data: { ...reply.data, items } };
}

const both = (word: 'results.not_ticked' | 'results.ticked') => ({ fr: t(word), en: t(word) });

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
