// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/poster.tsx
//
// The poster itself, as it lies on paper.

import { QrCode } from '#app/qr_code.tsx';
import { Quote } from '#ui';
import { type Day, fullDay, shortDay, t } from '#words';
import { axisText } from '../follow_up/follow_up.tsx';
import { FollowUpChart } from '../follow_up/follow_up_chart.tsx';
import { drawingOf, shapes } from '../follow_up/follow_up_drawing.ts';
import { FollowUpLegend } from '../follow_up/follow_up_limits.tsx';
import { toldOf } from '../follow_up/follow_up_sentence.ts';
import { outcomeWord, waitsForColleges } from '../state.tsx';
import { heardToShow, journalToShow, type Noted } from './poster_marks.ts';
import type { IndicatorView, OneExperiment } from './types.ts';

export const paperSizes = ['a4', 'a3'] as const;
export type PaperSize = (typeof paperSizes)[number];

interface PosterProps {
  view: OneExperiment;
  item: IndicatorView | null;
  size: PaperSize;
  today: Day;
}

export function Poster({ view, item, size, today }: PosterProps) {
  const { experiment } = view;
  const noted = journalToShow(view.events);
  return (
    <article className={`poster-paper is-${size}`} aria-label={t('together.poster.label')}>
      <p className="poster-place">{view.place_name}</p>
      <div>
        <p className="poster-kicker">{t(`together.poster.kicker.${tenseOf(view)}`)}</p>
        <h2>{experiment.title}</h2>
      </div>
      <p className="poster-idea">{experiment.hypothesis}</p>
      <dl className="poster-facts">
        <div>
          <dt>{t('together.poster.when')}</dt>
          <dd>
            {t('together.poster.dates', {
              from: fullDay(experiment.starts_on),
              to: fullDay(experiment.ends_on),
            })}
            {view.conclusion && view.state !== 'given_up' && ` ${concludedText(view.conclusion)}`}
          </dd>
        </div>
        <div>
          <dt>{t('together.poster.way_back')}</dt>
          <dd>{experiment.way_back}</dd>
        </div>
      </dl>
      {item !== null && <PosterFigure item={item} noted={noted} />}
      <div className="poster-foot">
        <Beside view={view} noted={noted} />
        {item?.link && !item.is_over && (
          <div className="poster-count">
            <QrCode text={item.link} label={t('figures.link.qr')} />
            <p>{t('together.poster.count')}</p>
          </div>
        )}
      </div>
      <p className="poster-promise">
        <b>{t('together.poster.promise')}</b>
        <span>{t('together.poster.printed', { day: fullDay(today) })}</span>
      </p>
    </article>
  );
}

type Tense = 'proposed' | 'not_tried' | 'to_come' | 'going' | 'over';

function tenseOf({ state, conclusion }: OneExperiment): Tense {
  if (state === 'asked') return 'proposed';
  if (state === 'given_up' || waitsForColleges(state)) return 'not_tried';
  if (conclusion) return 'over';
  return state === 'to_come' ? 'to_come' : 'going';
}

function concludedText({
  concluded_on,
  outcome,
}: NonNullable<OneExperiment['conclusion']>): string {
  return t('together.poster.concluded', {
    day: fullDay(concluded_on),
    outcome: outcomeWord(outcome),
  });
}

interface PosterFigureProps {
  item: IndicatorView;
  noted: readonly Noted[];
}

function PosterFigure({ item, noted }: PosterFigureProps) {
  const { says, stands } = toldOf(item);
  const events = noted.map(({ number, event }) => ({ number, on: event.happened_on }));
  const drawable = { view: item, events };
  const drawings = shapes.map((shape) => drawingOf(drawable, shape));
  return (
    <figure className="follow-up poster-figure">
      <figcaption>
        <p className="label">{item.indicator.title}</p>
        <p className="poster-says">{says}</p>
        <p className="poster-stands">{stands}</p>
      </figcaption>
      {item.follow_up.points.length > 0 && (
        <>
          <p className="follow-up-axis">{axisText(item)}</p>
          <FollowUpChart {...drawable} drawings={drawings} says={says} />
          <FollowUpLegend view={item} drawings={drawings} />
        </>
      )}
    </figure>
  );
}

/** What else happened, numbered as under the chart; and what was heard. */
function Beside({ view, noted }: { view: OneExperiment; noted: readonly Noted[] }) {
  const heard = heardToShow(view.events);
  return (
    <div className="poster-beside">
      {noted.length > 0 && (
        <section aria-labelledby="poster-journal">
          <h3 id="poster-journal">{t('experiments.journal.title')}</h3>
          <ol className="poster-journal">
            {noted.map(({ number, event }) => (
              <li key={event.id}>
                <b>{number}</b>
                <span>
                  <strong>{shortDay(event.happened_on)}</strong> · {event.words}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {heard.length > 0 && (
        <section aria-labelledby="poster-heard">
          <h3 id="poster-heard">{t('experiments.heard.title')}</h3>
          {heard.map(({ id, words }) => (
            <Quote key={id} text={words} />
          ))}
        </section>
      )}
    </div>
  );
}
