// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/standing_shape.tsx
//
// What a field or a figure says, as a shape beside its words: the same ink for all, no colour, no better and no worse.

import type { ReactNode } from 'react';
import { standingWords } from './joint_words.ts';
import type { Standing } from './types.ts';

const paths: Record<Standing, string> = {
  not_counted: '', // an empty, dashed ring
  too_few: 'M5 12h.01M12 12h.01M19 12h.01',
  not_told_apart: 'M2 12c2.5-5 4.5-5 7 0s4.5 5 7 0 4-5 6-2',
  unsaid: 'M12 4v16M7 9l5-5 5 5M7 15l5 5 5-5',
  as_hoped: 'M3 12h17M13 5l7 7-7 7',
  contrary: 'M21 12H4M11 5l-7 7 7 7',
  both: 'M3 8h17M15 3l5 5-5 5M21 16H4M9 11l-5 5 5 5',
};

export function StandingMark({ standing, children }: { standing: Standing; children?: ReactNode }) {
  return (
    <span className="standing">
      <svg className={`standing-shape is-${standing}`} viewBox="0 0 24 24" aria-hidden="true">
        {standing === 'not_counted' && <circle cx="12" cy="12" r="9" strokeDasharray="3 3" />}
        <path d={paths[standing]} />
      </svg>
      <span>{children ?? standingWords(standing)}</span>
    </span>
  );
}
