// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/indicators.tsx
//
// Figures the team chose, each with its purpose, its base and its end. A sentence, who it stands on, then the table:
// it says a difference, never a cause.

import { DataTable, Facts, Sheet } from '#ui';
import { fullDay, number, shortDay, t } from '#words';
import { AddFigure, AddIndicator } from './indicator_forms.tsx';
import type { ExperimentView, IndicatorView } from './use_experiments.ts';

const shown_open = 8;

interface Props {
  view: ExperimentView;
  mayFollow: boolean;
}

export function Indicators({ view, mayFollow }: Props) {
  return (
    <section className="stack-l" aria-labelledby="figures">
      <h2 id="figures">{t('experiments.figures.title')}</h2>
      {view.indicators.length === 0 && <p className="soft read">{t('experiments.figures.none')}</p>}
      {view.indicators.map((item) => (
        <IndicatorSheet key={item.indicator.id} view={view} item={item} mayFollow={mayFollow} />
      ))}
      {mayFollow && <AddIndicator id={view.experiment.id} ends_on={view.experiment.ends_on} />}
    </section>
  );
}

function IndicatorSheet({ view, item, mayFollow }: Props & { item: IndicatorView }) {
  const { indicator, values } = item;
  return (
    <Sheet>
      <p className="label">
        {t(`experiments.evaluation_field.${indicator.field}`)} · {indicator.title}
      </p>
      {values.length > 0 && <p className="says">{sentenceOf(item)}</p>}
      <p className="small soft">
        {t('experiments.figures.base', { count: values.length, source: indicator.source })}
      </p>
      <Figures view={view} item={item} />
      <Facts
        isSmall
        items={[
          { label: t('experiments.figures.why'), value: indicator.purpose },
          { label: t('experiments.figures.definition'), value: indicator.definition },
          {
            label: t('experiments.figures.end'),
            value: indicator.expires_on
              ? t(item.is_over ? 'experiments.figures.over' : 'experiments.figures.until', {
                  day: fullDay(indicator.expires_on),
                })
              : '',
          },
        ]}
      />
      {mayFollow && !item.is_over && <AddFigure id={view.experiment.id} indicator={indicator} />}
    </Sheet>
  );
}

/** A few figures stand open; weeks of them are one press away, and all of them are there. */
function Figures({ view, item }: { view: ExperimentView; item: IndicatorView }) {
  const { indicator, values } = item;
  const isRatio = indicator.counting === 'ratio';
  if (values.length === 0) return null;
  const table = (
    <DataTable
      caption={indicator.title}
      isCaptionHidden
      rows={values}
      rowId={(row) => row.id}
      columns={[
        {
          id: 'day',
          label: t('experiments.figures.day'),
          isRowHeader: true,
          cell: (row) => shortDay(row.counted_on),
        },
        {
          id: 'figure',
          label: indicator.unit,
          isNumber: true,
          cell: (row) =>
            isRatio && row.base != null
              ? t('experiments.figures.of', {
                  numerator: number(row.numerator),
                  base: number(row.base),
                  unit: indicator.base_unit,
                })
              : number(row.numerator),
        },
        {
          id: 'period',
          label: t('experiments.figures.period'),
          cell: (row) =>
            row.counted_on < view.experiment.starts_on
              ? t('experiments.figures.before')
              : t('experiments.figures.since'),
        },
      ]}
    />
  );
  if (values.length <= shown_open) return table;
  return (
    <details className="figures">
      <summary>{t('experiments.figures.all', { count: values.length })}</summary>
      {table}
    </details>
  );
}

/** A difference, with what it stands on; no cause, no praise. */
function sentenceOf({ indicator, periods }: IndicatorView): string {
  const told = periods.map((period) => {
    const values = {
      count: period.figures,
      median: number(period.median),
      numerator: number(period.numerator),
      base: number(period.base),
      unit: indicator.unit,
      base_unit: indicator.base_unit,
    };
    const when = period.since_start ? 'since' : 'before';
    return indicator.counting === 'ratio'
      ? t(`experiments.sentence.${when}_ratio`, values)
      : t(`experiments.sentence.${when}_count`, values);
  });
  return told.join(' ');
}
