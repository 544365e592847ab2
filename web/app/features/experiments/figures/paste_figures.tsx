// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/paste_figures.tsx
//
// Figures out of a spreadsheet: pasted or as a file, looked at row by row, then kept. Which column is what is asked once.

import { useState } from 'react';
import { base64Of } from '#app/base64.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, DataTable, ProblemNote, Select, TextArea } from '#ui';
import { findWord, number, shortDay, t } from '#words';
import {
  type FigureFile,
  type FigureReport,
  type IndicatorView,
  useKeepFigures,
  usePreviewFigures,
} from '../use_experiments.ts';
import { Opener, SmallForm } from './small_form.tsx';

type Indicator = IndicatorView['indicator'];
type Columns = FigureReport['columns'];

interface Props {
  id: string;
  indicator: Indicator;
}

export function PasteFigures({ id, indicator }: Props) {
  return (
    <Opener label={t('figures.paste.open')} isQuiet>
      {(close) => <PasteForm id={id} indicator={indicator} onClose={close} />}
    </Opener>
  );
}

function PasteForm({ id, indicator, onClose }: Props & { onClose: () => void }) {
  const draft = useDraft(`figures.paste.${indicator.id}`, { text: '' });
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<FigureFile | null>(null);
  const preview = usePreviewFigures(id, indicator.id);
  const keep = useKeepFigures(id, indicator.id, () => {
    draft.clear();
    onClose();
  });
  const report = preview.data?.data;
  const look = (asked: FigureFile) => {
    setSent(asked);
    keep.reset();
    preview.mutate(asked);
  };
  const read = async () => {
    const bytes = file
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(draft.value.text);
    look({ content_base64: base64Of(bytes), columns: null, preview: null });
  };
  return (
    <div className="stack">
      <SmallForm
        submit={t('figures.paste.look')}
        isBusy={preview.isPending}
        isDisabled={!file && draft.value.text.trim() === ''}
        onClose={onClose}
        onSubmit={() => void read()}
      >
        <TextArea
          label={t('figures.paste.label')}
          hint={t(
            indicator.counting === 'count' ? 'figures.paste.hint_count' : 'figures.paste.hint_of',
          )}
          rows={6}
          value={draft.value.text}
          onChange={(text) => draft.change({ text })}
        />
        <label className="field">
          <span>{t('figures.paste.file')}</span>
          <input
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </label>
        <ProblemNote problem={preview.error} />
      </SmallForm>
      {report && sent && (
        <Preview
          indicator={indicator}
          report={report}
          onColumns={(columns) => look({ ...sent, columns })}
        />
      )}
      <ProblemNote problem={keep.error} />
      {report && sent && report.preview !== '' && (
        <p className="row">
          <Button
            kind="main"
            isBusy={keep.isPending}
            isDisabled={report.periods === 0}
            onPress={() =>
              keep.mutate({ ...sent, columns: report.columns, preview: report.preview })
            }
          >
            {t('figures.paste.keep', { count: report.periods })}
          </Button>
        </p>
      )}
    </div>
  );
}

interface PreviewProps {
  indicator: Indicator;
  report: FigureReport;
  onColumns: (columns: Columns) => void;
}

function Preview({ indicator, report, onColumns }: PreviewProps) {
  const refused = report.rows.filter((row) => row.outcome === 'not_taken');
  return (
    <>
      <ColumnsChoice indicator={indicator} report={report} onColumns={onColumns} />
      {report.preview === '' ? (
        <p role="status">{t('figures.paste.which')}</p>
      ) : (
        <p className="voice" role="status">
          {t('figures.paste.summary', {
            rows: report.rows.length - refused.length,
            refused: refused.length,
            periods: report.periods,
            replaced: report.replaced,
          })}
        </p>
      )}
      {refused.length > 0 && <Refused rows={refused} />}
      {report.rows.length > refused.length && (
        <Taken rows={report.rows.filter((row) => row.outcome === 'read')} indicator={indicator} />
      )}
    </>
  );
}

const chosen_columns = ['day', 'numerator', 'base'] as const;

function ColumnsChoice({ indicator, report, onColumns }: PreviewProps) {
  const needed = chosen_columns.filter(
    (column) => column !== 'base' || indicator.counting !== 'count',
  );
  const labels = {
    day: t('figures.paste.day'),
    numerator: indicator.unit,
    base: t('figures.note.out_of', { unit: indicator.base_unit }),
  };
  return (
    <div className="side-by-side">
      {needed.map((column) => (
        <Select
          key={column}
          label={labels[column]}
          options={[
            { value: '', label: t('figures.paste.no_column') },
            ...report.header
              .filter((name) => name.trim() !== '')
              .map((name) => ({ value: name, label: name })),
          ]}
          value={report.columns[column]}
          onChange={(name) => onColumns({ ...report.columns, [column]: name })}
        />
      ))}
    </div>
  );
}

/** What somebody has to mend comes first. */
function Refused({ rows }: { rows: FigureReport['rows'] }) {
  return (
    <DataTable
      caption={t('figures.paste.refused')}
      rows={rows}
      rowId={(row) => String(row.line)}
      columns={[
        { id: 'line', label: t('figures.paste.line'), isNumber: true, cell: (row) => row.line },
        { id: 'written', label: t('figures.paste.written'), cell: (row) => row.written },
        {
          id: 'why',
          label: t('figures.paste.why'),
          cell: (row) => findWord(`figures.reason.${row.reason}`) ?? row.reason,
        },
      ]}
    />
  );
}

function Taken({ rows, indicator }: { rows: FigureReport['rows']; indicator: Indicator }) {
  return (
    <details>
      <summary>{t('figures.paste.taken', { count: rows.length })}</summary>
      <DataTable
        caption={t('figures.paste.taken', { count: rows.length })}
        isCaptionHidden
        rows={rows}
        rowId={(row) => String(row.line)}
        columns={[
          { id: 'line', label: t('figures.paste.line'), isNumber: true, cell: (row) => row.line },
          {
            id: 'day',
            label: t(`figures.note.${indicator.rhythm}`),
            isRowHeader: true,
            cell: (row) => (row.counted_on ? shortDay(row.counted_on) : ''),
          },
          {
            id: 'figure',
            label: indicator.unit,
            isNumber: true,
            cell: (row) =>
              row.base == null
                ? number(row.numerator)
                : t('figures.paste.of', {
                    numerator: number(row.numerator),
                    base: number(row.base),
                    unit: indicator.base_unit,
                  }),
          },
        ]}
      />
    </details>
  );
}
