// SPDX-License-Identifier: EUPL-1.2
// web/app/object_paths.ts
//
// From an object of the thread to its page. A kind without a page of its own has its place in the thread.

import type { components } from './api/schema.ts';

export type ObjectKind = components['schemas']['ThreadKnot']['kind'];

const pages: Partial<Record<ObjectKind, (id: string) => string>> = {
  programme: (id) => `/cadrer/${id}`,
  gate: (id) => `/portes/${id}`,
  space: (id) => `/ecouter/discussions/${id}`,
  proposal: (id) => `/ecouter/propositions/${id}`,
  experiment: (id) => `/essayer/${id}`,
  sheet: (id) => `/partager/${id}`,
  campaign: (id) => `/ecouter/campagnes/${id}`,
};

export function objectPath(kind: ObjectKind, id: string): string {
  return pages[kind]?.(id) ?? threadPath(kind, id);
}

export function threadPath(kind: ObjectKind, id: string): string {
  return `/fil/${kind}/${id}`;
}
