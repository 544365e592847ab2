// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/use_contacts.ts
//
// GET /api/references/orientation: the contacts, from the pack and from the establishment.

import { useRead } from '#app/api/queries.ts';

/** In packs a text is bilingual. */
export type PackText = string | { fr: string; en?: string };

export interface Contact {
  id: string;
  scope: 'inside' | 'outside';
  name: PackText;
  /** What they can be asked. */
  purpose?: PackText;
  phone?: string | null;
  email?: string | null;
  url?: string | null;
  hours?: PackText | null;
}

export interface Orientation {
  items: readonly Contact[];
}

export function useContacts() {
  return useRead<Orientation>('/api/references/orientation');
}
