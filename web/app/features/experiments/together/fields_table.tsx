// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/fields_table.tsx
//
// Every figure of the three fields as a row, in the order of experiments and fields; a field without a figure too.

import { type Column, DataTable } from '#ui';
import { t } from '#words';
import { type TableRow, tableRowsOf } from './by_field.ts';
import type { ExperimentInFields } from './types.ts';

export function FieldsTable({ experiments }: { experiments: readonly ExperimentInFields[] }) {
  return (
    <DataTable
      caption={t('together.table.caption')}
      isCaptionHidden
      isStacked="short"
      columns={columns()}
      rows={tableRowsOf(experiments)}
      rowId={({ id }) => id}
    />
  );
}

function columns(): Column<TableRow>[] {
  return [
    {
      id: 'experiment',
      label: t('together.table.experiment'),
      isRowHeader: true,
      cell: ({ letter, experiment }) => t('together.table.lettered', { letter, experiment }),
    },
    { id: 'field', label: t('together.table.field'), cell: ({ field }) => field },
    { id: 'figure', label: t('together.table.figure'), cell: ({ figure }) => figure },
    { id: 'before', label: t('together.table.before'), cell: ({ before }) => before },
    { id: 'now', label: t('together.table.now'), cell: ({ now }) => now },
    { id: 'reading', label: t('together.table.reading'), cell: ({ reading }) => reading },
    { id: 'points', label: t('together.table.points'), cell: ({ points }) => points },
    { id: 'people', label: t('together.table.people'), cell: ({ people }) => people },
  ];
}
