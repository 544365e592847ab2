// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/timeline_list.tsx
//
// Dated events, no date made more exact than its document's.

import { inLanguage } from '#app/pack_text.ts';
import { fullDay, monthOf, t } from '#words';
import type { Timeline } from './references.ts';

export function TimelineList({ timeline }: { timeline: Timeline }) {
  return (
    <ol className="timeline">
      {timeline.items.map((event) => (
        <li key={event.code}>
          <p className="label">
            {event.until
              ? t('public.from_until', { from: when(event.date), until: when(event.until) })
              : event.precision === 'year_end'
                ? t('public.year_end', { year: event.date })
                : when(event.date)}
          </p>
          <div>
            <p>{inLanguage(event.title)}</p>
            {event.note && <p className="soft small">{inLanguage(event.note)}</p>}
            <p className="soft small">{t('public.document', { code: event.seeds.join(', ') })}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** "1973", "2010-10" or "1996-04-24" */
function when(date: string): string {
  if (date.length === 4) return date;
  return date.length === 7 ? monthOf(date) : fullDay(date);
}
