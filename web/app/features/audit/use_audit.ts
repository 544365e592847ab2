// SPDX-License-Identifier: EUPL-1.2
// web/app/features/audit/use_audit.ts
//
// GET /api/audit/{chain}: the latest entries, and whether every digest still follows from the one before.

import { useLive } from '#app/api/live.ts';
import { useRead } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

export type Audit = components['schemas']['AuditView'];
export type AuditLine = components['schemas']['AuditLine'];

export function useAudit(chain: string) {
  useLive([`audit/${chain}`]);
  return useRead<Audit>(`/api/audit/${chain}`);
}
