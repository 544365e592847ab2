// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/my_clusters.tsx
//
// The way to one's cluster, for those who walk one or may join one; nothing for anybody else.

import { Plank, TextLink } from '#ui';
import { t } from '#words';
import { useClusters } from './use_clusters.ts';

export function MyClusters() {
  const clusters = useClusters();
  const items = clusters.data?.data.items ?? [];
  if (items.length === 0) return null;
  const joins = clusters.data?.abilities ?? [];
  return (
    <Plank title={t('clusters.where')}>
      {items.map(({ id, title, theme }) => (
        <p key={id}>
          <TextLink
            href={
              joins.some((ability) => ability.startsWith(`join:${id}:`))
                ? '/partager/clusters'
                : `/partager/clusters/${id}`
            }
          >
            {title}
          </TextLink>
          <br />
          <span className="small soft">{theme}</span>
        </p>
      ))}
    </Plank>
  );
}
