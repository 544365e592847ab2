// SPDX-License-Identifier: EUPL-1.2
// web/ui/facts.tsx
//
// Named facts in one, two or three columns; and Means, the facts that are always on the table: time
// given, money, until when. « aucun » is an answer and is shown.

import type { ReactNode } from 'react';
import { type Day, fullDay, t } from '#words';
import './facts.css';
import { Plank } from './surfaces.tsx';

export interface Fact {
  label: string;
  value: ReactNode;
}

interface FactsProps {
  items: readonly Fact[];
  columns?: 1 | 2 | 3;
  isSmall?: boolean;
}

export function Facts({ items, columns = 1, isSmall }: FactsProps) {
  return (
    <dl className={`facts in-${columns}${isSmall ? ' small' : ''}`}>
      {items.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface MeansGiven {
  time?: string | null;
  support?: string | null;
  money?: string | null;
  until?: Day | null;
}

/** `support` is shown only when spoken of; the other three always. */
export function Means({ means, title }: { means: MeansGiven; title?: string }) {
  const none = t('common.means.none');
  return (
    <Plank title={title ?? t('common.means.title')}>
      <Facts
        isSmall
        items={[
          { label: t('common.means.time'), value: means.time || none },
          ...(means.support ? [{ label: t('common.means.support'), value: means.support }] : []),
          { label: t('common.means.money'), value: means.money || none },
          {
            label: t('common.means.until'),
            value: means.until ? fullDay(means.until) : t('common.means.no_end'),
          },
        ]}
      />
    </Plank>
  );
}
