// SPDX-License-Identifier: EUPL-1.2
// web/app/features/search/use_search.ts
//
// GET /api/search?q=

import type { List } from '#app/api/client.ts';
import { useRead } from '#app/api/queries.ts';
import type { KnotKind } from '#ui';
import type { Day } from '#words';

export interface Found {
  id: string;
  kind: KnotKind;
  title: string;
  path: string;
  excerpt?: string | null;
  day?: Day | null;
}

export function useSearch(query: string) {
  return useRead<List<Found>>('/api/search', { search: { q: query }, isEnabled: query !== '' });
}
