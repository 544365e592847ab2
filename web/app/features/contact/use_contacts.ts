// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/use_contacts.ts
//
// GET /api/references/orientation: situations, numbers, steps; and whom an establishment must name.

import { useRead } from '#app/api/queries.ts';
import type { PackText } from '#app/pack_text.ts';

export interface Situation {
  code: string;
  title: PackText;
  /** The first thing to do. */
  first: PackText;
  numbers: readonly { number: string; title: PackText; help: PackText }[];
  links: readonly { address: string; title: PackText; help?: PackText }[];
  local_contacts: readonly string[];
  steps: readonly PackText[];
}

export interface Orientation {
  not_for_this: PackText;
  situations: readonly Situation[];
  local_contacts: readonly { code: string; title: PackText }[];
  local_missing: PackText;
}

export function useContacts() {
  return useRead<{ id: string; content: Orientation }>('/api/references/orientation');
}
