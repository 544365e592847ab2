// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/shared_means.tsx
//
// What the cluster shares: days of support and credits, planned and spent, as two numbers side by side.

import { type Fact, Facts, Plank } from '#ui';
import { number, t } from '#words';
import type { Cluster } from './use_clusters.ts';

export function SharedMeans({ cluster: { support } }: { cluster: Cluster }) {
  const none = t('common.means.none');
  const days = support?.support_days_planned;
  const credits = support?.credits_granted_eur;
  const items: Fact[] = [
    {
      label: t('clusters.means.days'),
      value:
        days === null || days === undefined
          ? none
          : t('clusters.means.days_used', {
              planned: number(days),
              done: number(support?.support_days_done ?? 0),
            }),
    },
    {
      label: t('clusters.means.credits'),
      value:
        credits === null || credits === undefined
          ? none
          : t('clusters.means.credits_spent', {
              granted: number(credits),
              spent: number(support?.credits_spent_eur ?? 0),
            }),
    },
  ];
  if (support?.credits_for_text)
    items.push({ label: t('clusters.means.for'), value: support.credits_for_text });
  if (support?.facilitated_by)
    items.push({ label: t('clusters.means.by'), value: support.facilitated_by });
  if (support?.steering_text)
    items.push({ label: t('clusters.means.steering'), value: support.steering_text });
  return (
    <Plank title={t('common.means.title')}>
      <Facts isSmall items={items} />
      {support?.territory && (
        <details>
          <summary>{t('clusters.means.territory')}</summary>
          <p>{support.territory}</p>
        </details>
      )}
    </Plank>
  );
}
