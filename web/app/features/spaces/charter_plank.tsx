// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/charter_plank.tsx
//
// The charter as everybody reads it before entering, and what is said beside it.

import { Facts, Plank } from '#ui';
import { fullDay, t } from '#words';
import type { Space } from './use_spaces.ts';

export function CharterPlank({ space }: { space: Space }) {
  return (
    <Plank title={t('spaces.charter.title')}>
      <Facts
        isSmall
        items={[
          {
            label: t('spaces.charter.who_reads'),
            value: space.who_reads || t('spaces.charter.not_yet'),
          },
          {
            label: t('spaces.charter.until_when'),
            value: `${space.until_when} ${t('spaces.charter.day', { day: fullDay(space.destroy_on) })}`,
          },
          {
            label: t('spaces.charter.cannot_promise'),
            value: space.cannot_promise || t('spaces.charter.not_yet'),
          },
          {
            label: t('spaces.charter.remainder'),
            value: t(`spaces.remainder.${space.remainder}`),
          },
          {
            label: t('spaces.charter.answer'),
            value: t('spaces.charter.answer_words', { days: space.answer_delay_days }),
          },
        ]}
      />
    </Plank>
  );
}

/** Who facilitates, whether hierarchy attends, what is open, who decides: said at the top. */
export function SaidAtTheTop({ space }: { space: Space }) {
  return (
    <Facts
      columns={2}
      items={[
        {
          label: t(`spaces.openness.${space.openness}`),
          value: space.still_open || t(`spaces.openness_hint.${space.openness}`),
        },
        {
          label: t('spaces.form.decided_by'),
          value: space.decided_by || t('spaces.charter.not_yet'),
        },
        {
          label: t('spaces.form.facilitated_by_short'),
          value: space.facilitated_by || t('spaces.charter.not_yet'),
        },
        {
          label: t('spaces.form.hierarchy'),
          value: space.hierarchy_words || t(`spaces.hierarchy.${space.hierarchy}`),
        },
      ]}
    />
  );
}
