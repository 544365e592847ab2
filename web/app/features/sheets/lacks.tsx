// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/lacks.tsx
//
// What a sheet still lacks before it may be shared: named, one line each.

import type { Problem } from '#app/api/problem.ts';
import { inLanguage } from '#app/pack_text.ts';
import { t } from '#words';
import { type SheetView } from './use_sheets.ts';

export function lackTitle(view: SheetView, pointer: string): string {
  const key = pointer.split('/').at(-1);
  const found = pointer.startsWith('/context/')
    ? view.template.context.find((line) => line.key === key)
    : view.template.sections.find((section) => section.key === key);
  return found ? inLanguage(found.title) : '';
}

export function Lacks({ view, problem }: { view: SheetView; problem?: Problem | null }) {
  const lacks = problem ? problem.errors : view.lacks;
  const titles = lacks.map((lack) => lackTitle(view, lack.pointer)).filter((title) => title !== '');
  if (titles.length === 0) return null;
  return <p>{t('sheets.lacks', { titles: titles.join(' · ') })}</p>;
}
