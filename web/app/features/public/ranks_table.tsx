// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/ranks_table.tsx
//
// Ranks of countries, as context: one table a family, in the document's order; no order by value, and no way to
// make one.

import { inLanguage } from '#app/pack_text.ts';
import { DataTable, Notice } from '#ui';
import { number, t } from '#words';
import type { Ranks } from './references.ts';

export function RanksTable({ ranks }: { ranks: Ranks }) {
  return (
    <div className="stack-l">
      <Notice>
        <p>{t('public.ranks.context')}</p>
      </Notice>
      {ranks.families.map((family) => (
        <DataTable
          key={family.code}
          caption={inLanguage(family.title)}
          isStacked
          rows={ranks.countries.filter((country) => country.family === family.code)}
          rowId={(country) => country.code}
          columns={[
            {
              id: 'country',
              label: t('public.ranks.country'),
              isRowHeader: true,
              cell: (country) => inLanguage(country.name),
            },
            ...ranks.columns.map((column) => ({
              id: column.code,
              label: inLanguage(column.title),
              isNumber: true,
              cell: (country: Ranks['countries'][number]) =>
                number(country.ranks[column.code] ?? 0),
            })),
          ]}
        />
      ))}
      <p className="soft small">{ranks.original_source}</p>
    </div>
  );
}
