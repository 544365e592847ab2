// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/use_home.ts
//
// GET /api/home: what is owed, in three groups by date, as the server gives them; what moved lately; the means on
// the table. Everybody of a place is sent the same; the abilities say what one may act on.

import { useLive } from '#app/api/live.ts';
import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

export type Home = components['schemas']['Home'];
export type DueItem = components['schemas']['DueItem'];
export type MovedItem = components['schemas']['Moved'];

export function useHome(isEnabled: boolean) {
  useLive(isEnabled ? ['home'] : []);
  return useRead<Home>('/api/home', { isEnabled });
}
