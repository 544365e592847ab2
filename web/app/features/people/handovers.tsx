// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/handovers.tsx
//
// What those who left wrote for the next, fetched when somebody opens it.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Quote } from '#ui';
import { fullDay, t } from '#words';
import { useHandovers } from './use_people.ts';

export function Handovers({ college_id }: { college_id: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const handovers = useHandovers(college_id, isOpen);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('people.handovers.title')}</summary>
      {isOpen && (
        <Loaded from={handovers}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{t('common.means.none')}</p>
            ) : (
              <ul className="lines">
                {items.map((each) => (
                  <li key={each.mandate_id}>
                    <Quote text={each.handover} />
                    <p className="soft small">
                      {t('people.handovers.from', {
                        function: each.function_title,
                        day: fullDay(each.ends_on),
                      })}
                    </p>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </details>
  );
}
