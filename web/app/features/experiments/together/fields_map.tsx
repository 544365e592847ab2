// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/fields_map.tsx
//
// Experiments as bars and figures as small charts, field under field, on one time. Uprights go through all three: what happened
// that day is seen beside every figure, and nothing is said of why.

import { Facts, TextLink } from '#ui';
import { fullDay, plainDay, t } from '#words';
import { axisText } from '../follow_up/follow_up.tsx';
import { toldOf } from '../follow_up/follow_up_sentence.ts';
import { ExperimentState } from '../state.tsx';
import { type FigureOf, figuresByField, letterOf, peopleText, pointsText } from './by_field.ts';
import { ExperimentBar } from './experiment_bar.tsx';
import { fieldName, figureStanding } from './joint_words.ts';
import { MapLegend } from './map_legend.tsx';
import { MonthsRow, SmallChart, Uprights } from './small_chart.tsx';
import { type Change, changesAt, frameOf } from './small_drawing.ts';
import { StandingMark } from './standing_shape.tsx';
import { type Span, timeAxisOf } from './time_axis.ts';
import { type ExperimentInFields, type Field, fields, type IndicatorView } from './types.ts';

export function FieldsMap({ experiments }: { experiments: readonly ExperimentInFields[] }) {
  const axis = timeAxisOf(experiments);
  if (axis === null) return null;
  const grouped = figuresByField(experiments);
  const changes = experiments.flatMap((experiment, at) => changesOf(experiment, letterOf(at)));
  return (
    <div className="together-map">
      <div className="together-rows">
        <Behind axis={axis} changes={changes} />
        <div className="together-row is-months is-first">
          <p className="label">{t('together.map.experiments')}</p>
          <MonthsRow axis={axis} />
        </div>
        {experiments.map((experiment, at) => (
          <div className="together-row is-bar" key={experiment.id}>
            <ExperimentLine experiment={experiment} letter={letterOf(at)} />
            <ExperimentBar experiment={experiment} letter={letterOf(at)} axis={axis} />
          </div>
        ))}
        {fields.map((field) => (
          <Band key={field} field={field} figures={grouped[field]} axis={axis} changes={changes} />
        ))}
      </div>
      <MapLegend experiments={experiments} />
    </div>
  );
}

/** Its beginning, and what was adjusted in it since. */
function changesOf({ starts_on, events }: ExperimentInFields, letter: string): Change[] {
  const adapted = events.filter(({ kind }) => kind === 'adaptation');
  return [
    { on: starts_on, letter, kind: 'start' },
    ...adapted.map(({ happened_on }): Change => ({ on: happened_on, letter, kind: 'adaptation' })),
  ];
}

/** Wide: one picture behind everything, as high as the rows are, so that lines do not stop between two charts. */
function Behind({ axis, changes }: { axis: Span; changes: readonly Change[] }) {
  const { width } = frameOf('wide');
  return (
    <svg
      className="together-behind"
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <Uprights changes={changesAt(axis, 'wide', changes)} top={0} bottom={100} />
    </svg>
  );
}

function ExperimentLine({
  experiment,
  letter,
}: {
  experiment: ExperimentInFields;
  letter: string;
}) {
  const adapted = experiment.events.filter(({ kind }) => kind === 'adaptation');
  return (
    <div className="together-said">
      <p className="together-name">
        <span className="letter" aria-hidden="true">
          {letter}
        </span>
        <TextLink href={`/essayer/${experiment.id}`}>{experiment.title}</TextLink>
      </p>
      <p className="small soft">
        {t('experiments.dates', {
          from: fullDay(experiment.starts_on),
          to: fullDay(experiment.ends_on),
        })}
      </p>
      <ExperimentState {...experiment} />
      {adapted.length > 0 && (
        <details>
          <summary>{t('together.map.adapted', { count: adapted.length })}</summary>
          <ul className="small stack">
            {adapted.map(({ id, happened_on, words }) => (
              <li key={id}>
                <b>{plainDay(happened_on)}</b> · {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface BandProps {
  field: Field;
  figures: readonly FigureOf<ExperimentInFields>[];
  axis: Span;
  changes: readonly Change[];
}

/** A field without a figure stays in its place, and says so. */
function Band({ field, figures, axis, changes }: BandProps) {
  return (
    <section className="together-band" aria-labelledby={`field-${field}`}>
      <div className="together-band-head">
        <h3 id={`field-${field}`}>{fieldName(field)}</h3>
        <p className="small soft">{t(`together.field.${field}`)}</p>
      </div>
      {figures.length === 0 && (
        <div className="together-row">
          <span aria-hidden="true" />
          <p className="together-empty">{t('together.map.empty_field')}</p>
        </div>
      )}
      {figures.map((figure) => (
        <FigureRow key={figure.item.indicator.id} figure={figure} axis={axis} changes={changes} />
      ))}
      <div className="together-row is-months">
        <span aria-hidden="true" />
        <MonthsRow axis={axis} />
      </div>
    </section>
  );
}

interface FigureRowProps {
  figure: FigureOf<ExperimentInFields>;
  axis: Span;
  changes: readonly Change[];
}

function FigureRow({ figure: { item, letter, experiment }, axis, changes }: FigureRowProps) {
  const { standing, words } = figureStanding(item);
  const isCounted = item.follow_up.points.length > 0;
  return (
    <div className="together-row is-figure">
      <div className="together-said">
        <h4>
          <span className="letter is-small" aria-hidden="true">
            {letter}
          </span>
          {item.indicator.title}
          <span className="hide"> ({experiment.title})</span>
        </h4>
        <StandingMark standing={standing}>{words}</StandingMark>
        {isCounted && (
          <p className="small soft">
            {pointsText(item)} · {peopleText(item)}
          </p>
        )}
        <Why item={item} />
      </div>
      {isCounted ? (
        <div>
          <p className="together-axis">{axisText(item)}</p>
          <SmallChart
            item={item}
            axis={axis}
            changes={changes}
            own={letter}
            says={toldOf(item).says}
          />
        </div>
      ) : (
        <p className="together-empty">{t('follow_up.says.nothing')}</p>
      )}
    </div>
  );
}

/** The purpose of a figure, for who asks. */
function Why({ item: { indicator, is_over } }: { item: IndicatorView }) {
  return (
    <details className="together-why">
      <summary>{t('experiments.figures.why')}</summary>
      <Facts
        isSmall
        items={[
          { label: t('together.why.purpose'), value: indicator.purpose },
          { label: t('experiments.figures.definition'), value: indicator.definition },
          { label: t('together.why.source'), value: indicator.source },
          {
            label: t('experiments.figures.end'),
            value: indicator.expires_on
              ? t(is_over ? 'experiments.figures.over' : 'experiments.figures.until', {
                  day: fullDay(indicator.expires_on),
                })
              : t('common.means.no_end'),
          },
        ]}
      />
    </details>
  );
}
