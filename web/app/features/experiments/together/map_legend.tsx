// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/map_legend.tsx
//
// What the signs of the three fields mean; only those that are in this picture.

import type { ReactNode } from 'react';
import { t } from '#words';
import { Point } from '../follow_up/follow_up_chart.tsx';
import type { ExperimentInFields } from './types.ts';

export function MapLegend({ experiments }: { experiments: readonly ExperimentInFields[] }) {
  const items = experiments.flatMap(({ indicators }) => indicators);
  const points = items.flatMap(({ follow_up }) => follow_up.points);
  const isAdapted = experiments.some(({ events }) =>
    events.some(({ kind }) => kind === 'adaptation'),
  );
  return (
    <ul className="follow-up follow-up-legend together-legend">
      <Sign text={t('together.legend.start')}>
        <path className="plot-upright is-start" d="M14 0v14" />
      </Sign>
      {isAdapted && (
        <Sign text={t('together.legend.adaptation')}>
          <path className="plot-upright is-adaptation" d="M14 0v14" />
        </Sign>
      )}
      {points.length > 0 && (
        <>
          <Sign text={t('together.legend.point')}>
            <path className="plot-data" d="M1 11 14 5l13 6" />
            <Point dot={{ x: 14, y: 5, shape: 'dot' }} radius={3.5} />
          </Sign>
          <Sign text={t('together.legend.centre')}>
            <path className="plot-centre" d="M1 7h26" />
          </Sign>
        </>
      )}
      {points.some(({ lower }) => lower != null) && (
        <Sign text={t('follow_up.legend.band')}>
          <path className="plot-band" d="M0 1h28v12H0z" />
          <path className="plot-limit" d="M0 1h28M0 13h28" />
        </Sign>
      )}
      {points.some(({ is_outside, set_aside }) => is_outside && set_aside === '') && (
        <Sign text={t('follow_up.legend.outside')}>
          <Point dot={{ x: 14, y: 7, shape: 'outside' }} radius={3.5} />
        </Sign>
      )}
      {points.some(({ set_aside }) => set_aside !== '') && (
        <Sign text={t('follow_up.legend.aside')}>
          <Point dot={{ x: 14, y: 7, shape: 'set_aside' }} radius={3.5} />
        </Sign>
      )}
    </ul>
  );
}

function Sign({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <svg className="follow-up-sign" viewBox="0 0 28 14" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
