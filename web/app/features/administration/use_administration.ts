// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/use_administration.ts
//
// GET /api/administration: which establishments have begun, and where each of their colleges stands.

import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type AdministrationView = Schemas['AdministrationView'];
export type EstablishmentBegun = Schemas['EstablishmentBegun'];
export type CollegeKind = Schemas['College']['kind'];

export function useAdministration() {
  return useRead<AdministrationView>('/api/administration');
}

export function useEstablishmentBegun(place_id: string) {
  return useRead<EstablishmentBegun>(`/api/administration/places/${place_id}`);
}

export function useCreateCollege(place_id: string) {
  return useWrite<Schemas['College'], Schemas['NewCollege']>(
    'POST',
    `/api/places/${place_id}/colleges`,
    { changes: ['/api/administration'] },
  );
}
