// SPDX-License-Identifier: EUPL-1.2
// web/app/features/search/use_search.ts
//
// GET /api/search?q=&kind=&page=

import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

export type SearchResults = components['schemas']['SearchResults'];

export interface Asked {
  q: string;
  kind?: string;
  page: number;
}

export function useSearch({ q, kind, page }: Asked) {
  return useRead<SearchResults>('/api/search', { search: { q, kind, page }, isEnabled: q !== '' });
}
