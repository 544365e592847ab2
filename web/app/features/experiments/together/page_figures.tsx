// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/page_figures.tsx
//
// What the three fields of one experiment say together, then its figures field by field: a sentence, what it stands on, and one
// small chart each. A field in which nothing is counted says so.

import { Section } from '#ui';
import { t } from '#words';
import { axisText } from '../follow_up/follow_up.tsx';
import { toldOf } from '../follow_up/follow_up_sentence.ts';
import { figuresByField, letterOf, peopleShort, pointsText } from './by_field.ts';
import { fieldName, jointSentence } from './joint_words.ts';
import { SmallChart } from './small_chart.tsx';
import type { Change } from './small_drawing.ts';
import { StandingMark } from './standing_shape.tsx';
import { type Span, timeAxisOf } from './time_axis.ts';
import { fields, type IndicatorView, type OneExperiment } from './types.ts';

export function PageFigures({ view }: { view: OneExperiment }) {
  const { experiment, indicators, events } = view;
  const { starts_on, ends_on } = experiment;
  const axis = timeAxisOf([{ starts_on, ends_on, indicators }]);
  const grouped = figuresByField([view]);
  const letter = letterOf(0);
  const changes: Change[] = [
    { on: starts_on, letter, kind: 'start' },
    ...events.flatMap(({ kind, happened_on }): Change[] =>
      kind === 'adaptation' ? [{ on: happened_on, letter, kind }] : [],
    ),
  ];
  return (
    <Section title={t('together.title')} className="page-figures">
      <p className={view.joint.is_mixed ? 'joint-says is-mixed' : 'joint-says'}>
        {jointSentence(view.joint)}
      </p>
      {fields.map((field) => (
        <div key={field} className="page-field">
          <div className="page-field-head">
            <h3>{fieldName(field)}</h3>
            <StandingMark standing={view.joint[field]} />
          </div>
          {grouped[field].map(({ item }) => (
            <PageFigure key={item.indicator.id} item={item} axis={axis} changes={changes} />
          ))}
        </div>
      ))}
    </Section>
  );
}

interface PageFigureProps {
  item: IndicatorView;
  axis: Span | null;
  changes: readonly Change[];
}

function PageFigure({ item, axis, changes }: PageFigureProps) {
  const { says } = toldOf(item);
  const isCounted = item.follow_up.points.length > 0;
  return (
    <figure className="page-figure">
      <figcaption>
        <p className="label">{item.indicator.title}</p>
        <p>{says}</p>
        {isCounted && (
          <p className="small soft">
            {pointsText(item)} · {peopleShort(item)}
          </p>
        )}
      </figcaption>
      {isCounted && axis !== null && (
        <div className="page-chart">
          <p className="together-axis">{axisText(item)}</p>
          <SmallChart
            item={item}
            axis={axis}
            changes={changes}
            own={letterOf(0)}
            says={says}
            isLow
          />
        </div>
      )}
    </figure>
  );
}
