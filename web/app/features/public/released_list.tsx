// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/released_list.tsx
//
// What establishments opened to everybody, newest first.

import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState } from '#ui';
import { fullDay, t } from '#words';
import { usePublicPage } from './references.ts';

export function ReleasedList() {
  const page = usePublicPage();
  return (
    <Loaded from={page}>
      {({ released }) =>
        released.length === 0 ? (
          <EmptyState icon="sheet" title={t('public.released.none')}>
            {t('public.released.none_lead')}
          </EmptyState>
        ) : (
          <ul className="lines">
            {released.map((item) => (
              <li key={`${item.kind}:${item.object_id}`}>
                <h3>{item.title}</h3>
                <p className="label">
                  {t('public.released.from', {
                    place: item.place_name,
                    day: fullDay(item.happened_on),
                  })}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
