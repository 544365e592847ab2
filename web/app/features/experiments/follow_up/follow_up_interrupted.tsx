// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_interrupted.tsx
//
// By how much a long series left the line it was on: sizes with their ranges, on how many points and people they stand, and what
// they cannot say.

import { t } from '#words';
import { type Measure, measureOfPoints, sameDecimals, unitOf } from './follow_up_numbers.ts';
import type { FollowUpInterrupted, Indicator, IndicatorView } from './types.ts';

export function FollowUpByHowMuch({ view }: { view: IndicatorView }) {
  // Without a number of people nothing is said of a change.
  if (view.interrupted == null || view.indicator.people === 0) return null;
  return (
    <details className="follow-up-folded">
      <summary>{t('follow_up.interrupted.title')}</summary>
      <div className="stack small read">
        {byHowMuch(view, view.interrupted).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </details>
  );
}

/** One sentence each: the step, the slope, what both stand on, what neither says. */
export function byHowMuch(view: IndicatorView, told: FollowUpInterrupted): string[] {
  const { indicator, follow_up } = view;
  // A rate is for as many here as in the picture above.
  const measure = measureOfPoints(indicator, follow_up.points);
  const { people, entry } = indicator;
  const asked = entry === 'pulse' ? 'follow_up.stands.asked' : 'follow_up.stands.people';
  const footing = { before: told.points_before, since: told.points_since };
  return [
    sentence(indicator, measure, 'level', {
      size: told.level,
      low: told.level_low,
      high: told.level_high,
    }),
    sentence(indicator, measure, 'slope', {
      size: told.slope,
      low: told.slope_low,
      high: told.slope_high,
    }),
    `${t('follow_up.interrupted.footing', footing)} ${t(asked, { people })}`,
    t('follow_up.interrupted.caution'),
  ];
}

interface Ranged {
  size: number;
  low: number;
  high: number;
}

function sentence(
  indicator: Indicator,
  measure: Measure,
  what: 'level' | 'slope',
  { size, low, high }: Ranged,
): string {
  const written = sameDecimals({ size: Math.abs(size), low, high }, measure);
  // A difference of shares is in points, not per cent.
  const unit = measure.isShare ? t('follow_up.interrupted.points') : unitOf(indicator, measure);
  const way = low <= 0 && high >= 0 ? 'unclear' : size < 0 ? 'below' : 'above';
  return t(`follow_up.interrupted.${what}.${way}`, { ...written, unit });
}
