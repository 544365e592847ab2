// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/import_report.tsx
//
// What became, or would become, of each line. What was left aside comes first: it is what somebody has
// to mend.

import { DataTable, Section } from '#ui';
import { findWord, t } from '#words';
import { kindWord } from './kinds.ts';
import type { ImportLine, ImportReport } from './use_places.ts';

/** A page one can still scroll; the summary counts all. */
const lines_shown_max = 300;

export function ImportReportView({ report }: { report: ImportReport }) {
  const { created, changed, unchanged, not_taken } = report;
  const left = report.lines.filter((line) => line.outcome === 'not_taken');
  const taken = report.lines.filter((line) => line.outcome !== 'not_taken');
  return (
    <>
      <Section title={t(report.done ? 'places.import.done' : 'places.import.would')}>
        <p className="voice" role="status">
          {t('places.import.summary', { created, changed, unchanged, not_taken })}
        </p>
        <p className="soft">{t(`places.import.layout.${report.layout}`)}</p>
        {!report.done && created + changed === 0 && <p>{t('places.import.nothing')}</p>}
      </Section>
      {left.length > 0 && <Lines title={t('places.import.not_taken_title')} lines={left} />}
      {taken.length > 0 && <Lines title={t('places.import.taken_title')} lines={taken} />}
    </>
  );
}

function said(line: ImportLine): string {
  if (line.outcome === 'not_taken')
    return findWord(`places.import.reason.${line.reason}`) ?? line.reason;
  if (line.name_before) return t('places.import.renamed', { name: line.name_before });
  return t(`places.import.outcome.${line.outcome}`);
}

function Lines({ title, lines }: { title: string; lines: readonly ImportLine[] }) {
  const shown = lines.slice(0, lines_shown_max);
  return (
    // The table is the landmark; a section of the same name beside it would be one too many.
    <div className="stack">
      <h2>{title}</h2>
      <DataTable<ImportLine>
        caption={title}
        isCaptionHidden
        isStacked
        columns={[
          { id: 'line', label: t('places.import.line'), cell: (line) => line.line, isNumber: true },
          { id: 'name', label: t('places.name'), cell: (line) => line.name, isRowHeader: true },
          {
            id: 'kind',
            label: t('places.add_kind'),
            cell: (line) => (line.kind ? kindWord(line.kind) : ''),
          },
          { id: 'what', label: t('places.import.what'), cell: said },
        ]}
        rows={shown}
        rowId={(line) => `${line.line}.${line.kind}.${line.name}`}
      />
      {lines.length > shown.length && (
        <p className="soft">{t('places.import.more', { count: lines.length - shown.length })}</p>
      )}
    </div>
  );
}
