// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/use_places.ts
//
// The directory, an establishment's inside, and what changes them. One hook per request.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type Place = Schemas['Place'];
export type PlaceLine = Schemas['PlaceLine'];
export type PlaceTree = Schemas['PlaceTree'];
export type PlaceKind = Place['kind'];
export type ImportReport = Schemas['ImportReport'];
export type ImportLine = Schemas['ImportLine'];

const changes = ['/api/places', '/api/administration'];

/** Without a parent: regions and one's own establishments. With "": nothing is asked yet. */
export function useDirectory(parent?: string) {
  return useRead<Schemas['PlaceList']>('/api/places', {
    search: parent ? { parent } : undefined,
    isEnabled: parent !== '',
  });
}

/** As it was on that day; today when `on` is empty. */
export function useTree(place_id: string, on: string) {
  useLive([`people:${place_id}`]);
  return useRead<PlaceTree>(`/api/places/${place_id}/tree`, { search: on ? { on } : undefined });
}

export function useCreatePlace(onDone?: (place: Place) => void) {
  return useWrite<Place, Schemas['NewPlace']>('POST', '/api/places', {
    changes,
    onDone: (reply) => onDone?.(reply.data),
  });
}

export function useChangePlace(place_id: string, onDone: () => void) {
  return useWrite<Place, Schemas['ChangePlace']>('PUT', `/api/places/${place_id}`, {
    changes,
    onDone,
  });
}

export function useClosePlace(place_id: string, onDone: () => void) {
  return useWrite<Place, Schemas['ClosePlace']>('PUT', `/api/places/${place_id}/closing`, {
    changes,
    onDone,
  });
}

export function usePreviewImport() {
  return useWrite<ImportReport, Schemas['ImportPlaces']>('POST', '/api/places/import/preview');
}

export function useConfirmImport() {
  return useWrite<ImportReport, Schemas['ImportPlaces']>('POST', '/api/places/import', { changes });
}
