// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/side_by_side.tsx
//
// What each college has done of a ceremony, in one table: both are told the same, in the same words.

import { DataTable, StateMark } from '#ui';
import { t } from '#words';
import type { HalfState } from './types.ts';

export interface CollegeStep {
  id: string;
  label: string;
  isDone: (half: HalfState) => boolean;
}

interface SideBySideProps {
  caption: string;
  halves: readonly HalfState[];
  steps: readonly CollegeStep[];
}

export function SideBySide({ caption, halves, steps }: SideBySideProps) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      isStacked
      rows={steps}
      rowId={(step) => step.id}
      columns={[
        {
          id: 'step',
          label: t('campaigns.ceremony.step'),
          isRowHeader: true,
          cell: (step) => step.label,
        },
        ...halves.map((half) => ({
          id: half.college,
          label: half.college_name,
          cell: (step: CollegeStep) => <StateMark state={step.isDone(half) ? 'done' : 'to_come'} />,
        })),
      ]}
    />
  );
}
