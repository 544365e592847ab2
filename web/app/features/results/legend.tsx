// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/legend.tsx
//
// The grounds of the bars, each a colour and a pattern, and what they mean in the order of the line.

import { useId } from 'react';
import { inLanguage } from '#app/pack_text.ts';
import { segmentsOf, type Tone } from './diverging.ts';
import type { ResultItem } from './types.ts';

export const fill_class: Record<Tone, string> = {
  'left-strong': 'fill-b',
  'left-soft': 'fill-hatch',
  middle: 'fill-band',
  'right-soft': 'fill-a-soft',
  'right-strong': 'fill-a',
};
export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="fill-b-soft" width="6" height="6" />
        <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
    </defs>
  );
}

/** What each ground means, in the order of the line. */
export function Legend({ item }: { item: Pick<ResultItem, 'options' | 'first_favourable'> }) {
  const id = useId();
  const each = item.options.map(() => 1);
  return (
    <ul className="plot-legend">
      {segmentsOf(item, { by_option: each }).map(({ option, tone }) => {
        const label = item.options[option]?.label;
        return (
          <li key={option}>
            <svg viewBox="0 0 28 14" aria-hidden="true">
              {tone === 'left-soft' && <Hatching id={`${id}-${option}`} />}
              <rect
                className={fill_class[tone]}
                {...(tone === 'left-soft' && { fill: `url(#${id}-${option})` })}
                width="28"
                height="14"
              />
            </svg>
            {label && inLanguage(label)}
          </li>
        );
      })}
    </ul>
  );
}
