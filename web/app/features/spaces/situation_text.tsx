// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/situation_text.tsx
//
// A situation of work, to be read: asked and really done, side by side.

import type { ReactNode } from 'react';
import { Facts, Sheet } from '#ui';
import { t } from '#words';
import type { Situation } from './use_spaces.ts';

export function SituationText({ situation }: { situation: Situation }) {
  const list = (items: readonly string[]): ReactNode => (
    <ul className="dashed-list">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  const told = [
    { label: t('spaces.situation.asked'), value: situation.asked },
    { label: t('spaces.situation.done'), value: situation.done },
    {
      label: t('spaces.situation.helps'),
      value: situation.helps.length > 0 && list(situation.helps),
    },
    {
      label: t('spaces.situation.hinders'),
      value: situation.hinders.length > 0 && list(situation.hinders),
    },
    { label: t('spaces.situation.cost_care'), value: situation.cost_care },
    { label: t('spaces.situation.cost_work'), value: situation.cost_work },
  ];
  return (
    <Sheet title={situation.title}>
      <Facts columns={2} items={told.filter(({ value }) => value)} />
    </Sheet>
  );
}
