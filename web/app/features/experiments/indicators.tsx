// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/indicators.tsx
//
// Figures the team chose, each with its carte de suivi, its purpose and its end.

import type { ComponentProps } from 'react';
import { Facts, Sheet } from '#ui';
import { fullDay, t } from '#words';
import { FollowUpFigure } from './follow_up/follow_up.tsx';
import { AddIndicator } from './figures/add_indicator.tsx';
import { Pitfalls } from './figures/library.tsx';
import { WaysIn } from './figures/ways_in.tsx';
import type { ExperimentView, IndicatorView } from './use_experiments.ts';

interface Props {
  view: ExperimentView;
  mayFollow: boolean;
  mayCount: boolean;
}

export function Indicators({ view, mayFollow, mayCount }: Props) {
  return (
    <section className="stack-l" aria-labelledby="figures">
      <h2 id="figures">{t('experiments.figures.title')}</h2>
      {view.indicators.length === 0 && <p className="soft read">{t('experiments.figures.none')}</p>}
      {view.indicators.map((item) => (
        <IndicatorSheet
          key={item.indicator.id}
          view={view}
          item={item}
          mayCount={mayCount}
          mayFollow={mayFollow}
        />
      ))}
      {mayFollow && <AddIndicator id={view.experiment.id} ends_on={view.experiment.ends_on} />}
    </section>
  );
}

interface SheetProps {
  view: ExperimentView;
  item: IndicatorView;
  mayCount: boolean;
  mayFollow: boolean;
}

function IndicatorSheet({ view, item, mayCount, mayFollow }: SheetProps) {
  const events = view.events
    .filter((event) => event.kind !== 'heard')
    .map((event, at) => ({ number: at + 1, on: event.happened_on }));
  return (
    <Sheet>
      <CountedFigure item={item} events={events} />
      <WaysIn id={view.experiment.id} item={item} mayCount={mayCount} mayFollow={mayFollow} />
    </Sheet>
  );
}

interface CountedProps {
  item: IndicatorView;
  events: ComponentProps<typeof FollowUpFigure>['events'];
}

/** A figure with its chart, its purpose, its end, and what makes it lie. */
export function CountedFigure({ item, events }: CountedProps) {
  const { indicator } = item;
  return (
    <>
      <p className="label">
        {t(`experiments.evaluation_field.${indicator.field}`)} · {indicator.title}
      </p>
      <FollowUpFigure item={item} events={events} />
      <Facts
        isSmall
        items={[
          { label: t('experiments.figures.why'), value: indicator.purpose ?? '' },
          { label: t('figures.definition'), value: indicator.definition },
          {
            label: t('figures.who'),
            value: [indicator.entered_by, indicator.source].filter(Boolean).join(', '),
          },
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
      {indicator.library_code !== '' && <Pitfalls code={indicator.library_code} />}
    </>
  );
}
