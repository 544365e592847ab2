// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_table.tsx
//
// Every period under the picture, in the order of days: what was counted, what chance explains, and what was not counted or put
// aside. A few rows stand open; weeks of them are one press away, and all of them are there.

import { type Column, DataTable } from '#ui';
import { type Day, shortDay, t } from '#words';
import { slotsOf } from './follow_up_geometry.ts';
import {
  figureText,
  type Measure,
  measureOfPoints,
  rangeText,
  unitOf,
} from './follow_up_numbers.ts';
import { capitalised, periodText } from './follow_up_words.ts';
import type { FollowUpPart, FollowUpPoint, IndicatorView } from './types.ts';

const shown_open = 8;

interface Row {
  from: Day;
  figure: string;
  limits: string;
  part: string;
  remark: string;
}

export function FollowUpTable({ view }: { view: IndicatorView }) {
  const { indicator } = view;
  const rows = rowsOf(view);
  if (rows.length === 0) return null;
  const table = (
    <DataTable
      caption={t('follow_up.table.of', { title: indicator.title })}
      isCaptionHidden
      columns={columnsOf(view, rows)}
      rows={rows}
      rowId={({ from }) => from}
    />
  );
  if (rows.length <= shown_open) return table;
  return (
    <details className="follow-up-folded">
      <summary>{t('follow_up.table.all', { rhythm: indicator.rhythm })}</summary>
      {table}
    </details>
  );
}

function rowsOf({ indicator, follow_up }: IndicatorView): Row[] {
  const measure = measureOfPoints(indicator, follow_up.points);
  const empty = t(
    indicator.entry === 'pulse' ? 'follow_up.table.not_shown' : 'follow_up.table.not_counted',
  );
  const names = follow_up.parts.map(partName);
  return slotsOf(follow_up, indicator.rhythm).map(({ from, point, part }) => ({
    from,
    figure: point === null ? empty : figureText(indicator, point, measure),
    limits: point === null ? '' : limitsText(point, measure),
    part: point === null ? '' : (names[part] ?? ''),
    remark: point === null ? '' : remarkText(point),
  }));
}

/** Short: it stands on every line. */
function partName({ reason, on }: FollowUpPart): string {
  if (reason === 'before') return t('follow_up.part.before');
  if (reason === 'start') return t('follow_up.table.since');
  return t(`follow_up.table.${reason}`, { day: shortDay(on) });
}

function limitsText({ lower, upper }: FollowUpPoint, measure: Measure): string {
  if (lower == null || upper == null) return '';
  return rangeText(lower, upper, measure);
}

function remarkText({ set_aside, is_outside }: FollowUpPoint): string {
  if (set_aside !== '') return t('follow_up.table.aside', { why: set_aside });
  return is_outside ? t('follow_up.table.outside') : '';
}

/** A column in which nothing stands is not there. */
function columnsOf({ indicator, follow_up }: IndicatorView, rows: readonly Row[]): Column<Row>[] {
  const { rhythm } = indicator;
  const measure = measureOfPoints(indicator, follow_up.points);
  const columns: Column<Row>[] = [
    {
      id: 'from',
      label: t('follow_up.table.period', { rhythm }),
      isRowHeader: true,
      cell: ({ from }) => periodText(rhythm, from),
    },
    {
      id: 'figure',
      label: capitalised(unitOf(indicator, measure)),
      isNumber: true,
      cell: ({ figure }) => figure,
    },
    { id: 'part', label: t('follow_up.table.part'), cell: ({ part }) => part },
    {
      id: 'limits',
      label: t('follow_up.table.limits'),
      isNumber: true,
      cell: ({ limits }) => limits,
    },
    {
      id: 'remark',
      label: t('follow_up.table.remark'),
      cell: ({ remark }) => remark && <span className="follow-up-remark">{remark}</span>,
    },
  ];
  const isTold = { limits: false, remark: false, part: follow_up.parts.length > 1 };
  for (const row of rows) {
    isTold.limits ||= row.limits !== '';
    isTold.remark ||= row.remark !== '';
  }
  return columns.filter(({ id }) => isTold[id as keyof typeof isTold] ?? true);
}
