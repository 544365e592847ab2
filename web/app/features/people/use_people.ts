// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/use_people.ts
//
// The people of a place, and everything that changes them. One hook per request.

import { useLive } from '#app/api/live.ts';
import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

type Schemas = components['schemas'];
export type PeopleView = Schemas['PeopleView'];
export type CollegeView = Schemas['CollegeView'];
export type Seat = Schemas['Seat'];
export type Delegation = Schemas['Delegation'];
export type Carence = Schemas['Carence'];
export type SeatOffered = Schemas['SeatOffered'];
export type ConsentRule = Schemas['College']['consent_rule'];

export function usePeople(place_id: string) {
  useLive([`people:${place_id}`]);
  return useRead<PeopleView>(`/api/places/${place_id}/people`);
}

/** What a write about people changes: the list of the place, and what the signed-in person holds. */
function changesOf(place_id: string) {
  return [`/api/places/${place_id}/people`, '/api/session', '/api/account', '/api/administration'];
}

export function useOfferSeat(college_id: string, place_id: string) {
  return useWrite<SeatOffered, Schemas['OfferSeat']>(
    'POST',
    `/api/colleges/${college_id}/invitations`,
    { changes: changesOf(place_id) },
  );
}

export function useWithdrawOffer(invitation_id: string, place_id: string) {
  return useWrite<unknown, void>('DELETE', `/api/invitations/${invitation_id}`, {
    changes: changesOf(place_id),
  });
}

export function useEndMandate(mandate_id: string, place_id: string, onDone: () => void) {
  return useWrite<PeopleView, Schemas['EndMandate']>('PUT', `/api/mandates/${mandate_id}/end`, {
    changes: changesOf(place_id),
    onDone,
  });
}

export function useHandovers(college_id: string, isEnabled: boolean) {
  return useRead<Schemas['HandoverList']>(`/api/colleges/${college_id}/handovers`, { isEnabled });
}

export function useEditConsent(college_id: string, place_id: string, onDone: () => void) {
  return useWrite<PeopleView, Schemas['EditConsent']>(
    'PUT',
    `/api/colleges/${college_id}/consent`,
    { changes: changesOf(place_id), onDone },
  );
}

export function useNoteVacancy(college_id: string, place_id: string) {
  return useWrite<PeopleView, Record<string, never>>(
    'POST',
    `/api/colleges/${college_id}/vacancy`,
    { changes: changesOf(place_id) },
  );
}

export function useRecordCarence(place_id: string, onDone: () => void) {
  return useWrite<PeopleView, Schemas['RecordCarence']>(
    'POST',
    `/api/places/${place_id}/carences`,
    { changes: changesOf(place_id), onDone },
  );
}

export function useEndCarence(carence_id: string, place_id: string) {
  return useWrite<PeopleView, Schemas['EndCarence']>('PUT', `/api/carences/${carence_id}/end`, {
    changes: changesOf(place_id),
  });
}

export function useSaveDelegation(place_id: string, delegation_id: string, onDone: () => void) {
  const [method, path] = delegation_id
    ? (['PUT', `/api/delegations/${delegation_id}`] as const)
    : (['POST', `/api/places/${place_id}/delegations`] as const);
  return useWrite<PeopleView, Schemas['ComposeDelegation']>(method, path, {
    changes: changesOf(place_id),
    onDone,
  });
}

export function useConfirmDelegation(place_id: string, delegation_id: string) {
  return useWrite<PeopleView, Record<string, never>>(
    'POST',
    `/api/delegations/${delegation_id}/confirmation`,
    { changes: changesOf(place_id) },
  );
}

export function useEndDelegation(place_id: string, delegation_id: string) {
  return useWrite<PeopleView, Schemas['EndDelegation']>(
    'PUT',
    `/api/delegations/${delegation_id}/end`,
    { changes: changesOf(place_id) },
  );
}
