// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/use_local_contacts.ts
//
// GET and PUT /api/places/{place}/contacts: who they are here, for the establishment of the address (a phone comes
// with it) or of one's first mandate.

import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';
import { useSession } from '#app/session.ts';

export type LocalContacts = components['schemas']['Contacts'];
export type LocalContact = components['schemas']['LocalContact'];

/** The establishment whose contacts to show; none for somebody who comes from nowhere. */
export function useContactPlace(): string | undefined {
  const session = useSession();
  const asked = new URLSearchParams(location.search).get('lieu');
  return asked ?? session.data?.data.account?.mandates[0]?.place_id;
}

export function useLocalContacts(place_id: string | undefined) {
  return useRead<LocalContacts>(`/api/places/${place_id ?? ''}/contacts`, {
    isEnabled: place_id !== undefined,
  });
}

export function useNameContact(place_id: string, code: string, onDone: () => void) {
  return useWrite<LocalContacts, components['schemas']['NameContact']>(
    'PUT',
    `/api/places/${place_id}/contacts/${code}`,
    { changes: [`/api/places/${place_id}/contacts`], onDone },
  );
}
