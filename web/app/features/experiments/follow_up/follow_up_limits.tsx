// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_limits.tsx
//
// Under a carte de suivi: what each of its signs means, and how its limits were worked out, in words.

import type { ReactNode } from 'react';
import { number, plainDay, shortDay, t } from '#words';
import { Point } from './follow_up_chart.tsx';
import type { Drawing } from './follow_up_drawing.ts';
import type { DotShape } from './follow_up_geometry.ts';
import { changeWords } from './follow_up_words.ts';
import type { IndicatorView } from './types.ts';

interface LegendProps {
  view: IndicatorView;
  drawings: readonly Drawing[];
}

/** Only what is in this picture, and the words that did not fit into it. */
export function FollowUpLegend({ view, drawings }: LegendProps) {
  const { indicator, follow_up } = view;
  const { points, parts } = follow_up;
  const has = (standing: readonly string[]) =>
    parts.some((part) => part.centre != null && standing.includes(part.standing));
  return (
    <ul className="follow-up-legend">
      <Sign text={t('follow_up.legend.point', { rhythm: indicator.rhythm })}>
        <path className="plot-data" d="M1 11 14 5l13 6" />
        <Shaped shape="dot" y={5} />
      </Sign>
      {has(['provisional', 'firm']) && (
        <Sign text={t('follow_up.legend.mean')}>
          <path className="plot-centre" d="M1 7h26" />
        </Sign>
      )}
      {has(['plain_run']) && (
        <Sign text={t('follow_up.legend.median')}>
          <path className="plot-centre" d="M1 7h26" />
        </Sign>
      )}
      {points.some(({ lower, upper }) => lower != null || upper != null) && (
        <Sign text={t('follow_up.legend.band')}>
          <path className="plot-band" d="M0 1h28v12H0z" />
          <path className="plot-limit" d="M0 1h28M0 13h28" />
        </Sign>
      )}
      {points.some((point) => point.is_outside && point.set_aside === '') && (
        <Sign text={t('follow_up.legend.outside')}>
          <Shaped shape="outside" y={7} />
        </Sign>
      )}
      {points.some((point) => point.set_aside !== '') && (
        <Sign text={t('follow_up.legend.aside')}>
          <Shaped shape="set_aside" y={7} />
        </Sign>
      )}
      {parts.some((part) => part.has_long_run) && (
        <Sign text={t('follow_up.legend.run')}>
          <path className="plot-run" d="M3 3v8h22V3" />
        </Sign>
      )}
      {drawings.some(({ marks }) => marks.length > 0) && (
        <Sign text={t('follow_up.legend.mark')}>
          <circle className="plot-mark" cx={14} cy={7} r={7} />
          <text className="plot-mark-number" x={14} y={10} textAnchor="middle">
            {number(1)}
          </text>
        </Sign>
      )}
      {drawings.some(({ areChangesCut }) => areChangesCut) &&
        parts.slice(1).map((part) => (
          <Sign
            key={part.from}
            isWhole
            text={t('follow_up.plot.change', {
              day: shortDay(part.on),
              words: changeWords(part),
            })}
          >
            <path className="plot-change" d="M14 0v14" />
          </Sign>
        ))}
    </ul>
  );
}

interface SignProps {
  text: string;
  children: ReactNode;
  /** On a line of its own. */
  isWhole?: boolean;
}

function Sign({ text, children, isWhole }: SignProps) {
  return (
    <li className={isWhole ? 'is-whole' : undefined}>
      <svg className="follow-up-sign" viewBox="0 0 28 14" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}

function Shaped({ shape, y }: { shape: DotShape; y: number }) {
  return <Point dot={{ x: 14, y, shape }} radius={3.5} />;
}

/** Those the figures of a team are drawn with; the engine has others. */
const types = ['i', 'pp', 'up', 'ip'] as const;

export function FollowUpLimits({ view: { follow_up } }: { view: IndicatorView }) {
  const { parts, points } = follow_up;
  if (points.length === 0) return null;
  const type = types.find((each) => each === follow_up.chart_type);
  return (
    <details className="follow-up-folded">
      <summary>{t('follow_up.limits.title')}</summary>
      <div className="stack small read">
        {type && <p>{t(`follow_up.limits.type.${type}`)}</p>}
        <p>{t('follow_up.limits.screened')}</p>
        <p>{t('follow_up.limits.points')}</p>
        <p>{t('follow_up.limits.rule')}</p>
        {points.some((point) => point.set_aside !== '') && <p>{t('follow_up.limits.aside')}</p>}
        {parts.length > 1 && (
          <p>
            {t('follow_up.limits.again', {
              days: parts
                .slice(1)
                .map((part) => plainDay(part.on))
                .join(', '),
            })}
          </p>
        )}
      </div>
    </details>
  );
}
