// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/cut_part.tsx
//
// The cut: places as a tree that one takes apart and puts together, occupations, and how many people stand where.

import { Notice, Section } from '#ui';
import { t } from '#words';
import { tooSmall } from './cut.ts';
import { CutCategories } from './cut_categories.tsx';
import { CutPeopleTable } from './cut_people.tsx';
import { CutPlaces } from './cut_places.tsx';
import type { Cut } from './types.ts';
import type { Keeping } from './use_keeping.ts';

export interface CutProps {
  cut: Cut;
  k: number;
  onChange: (cut: Cut, field?: string) => void;
}

export function CutPart({ keeping }: { keeping: Keeping }) {
  const { value, change } = keeping;
  const parts: CutProps = {
    cut: value.cut,
    k: value.k,
    onChange: (cut, field) => change({ cut }, field),
  };
  const small = tooSmall(value.cut, value.k).length;
  return (
    <Section title={t('campaigns.part.cut')}>
      <p className="read soft">{t('campaigns.cut.lead')}</p>
      {small > 0 && (
        <Notice>
          <p className="read">{t('campaigns.cut.small', { count: small, k: value.k })}</p>
        </Notice>
      )}
      <div className="stack-xl">
        <CutPlaces {...parts} />
        <CutCategories {...parts} />
        <CutPeopleTable {...parts} />
      </div>
    </Section>
  );
}
