// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/begin_form.tsx
//
// Beginning a démarche: a title is enough. The stakes may come later, and the path is the one of four phases.

import { useRouter } from '@tanstack/react-router';
import { Sheet } from '#ui';
import { t } from '#words';
import { DraftForm, type FormField } from './draft_form.tsx';
import { PathShown } from './path_shown.tsx';
import type { BeginPlace } from './programmes_screen.tsx';
import { type NewProgramme, useBegin } from './use_programmes.ts';

/** The path that packs/programmes brings for a démarche. */
const four_phases = 'demarche-quatre-phases';

type Name = 'place_id' | 'title' | 'care_stake' | 'work_stake' | 'perimeter' | 'started_on';

interface BeginFormProps {
  places: readonly BeginPlace[];
  onLeave: () => void;
}

export function BeginForm({ places, onLeave }: BeginFormProps) {
  const router = useRouter();
  const begin = useBegin((id) => void router.navigate({ href: `/cadrer/${id}` }));
  const first = places[0]?.value ?? '';
  const fields: FormField<Name>[] = [
    {
      name: 'title',
      label: t('programmes.frame.title'),
      hint: t('programmes.frame.title_hint'),
      kind: 'line',
      isRequired: true,
      length_max: 200,
    },
    {
      name: 'care_stake',
      label: t('programmes.frame.care_stake'),
      hint: t('programmes.frame.care_stake_hint'),
      kind: 'text',
      rows: 2,
    },
    { name: 'work_stake', label: t('programmes.frame.work_stake'), kind: 'text', rows: 2 },
    {
      name: 'perimeter',
      label: t('programmes.frame.perimeter'),
      hint: t('programmes.frame.perimeter_hint'),
      kind: 'text',
      rows: 2,
    },
    {
      name: 'started_on',
      label: t('programmes.begin.started_on'),
      hint: t('programmes.begin.started_on_hint'),
      kind: 'day',
    },
  ];
  if (places.length > 1)
    fields.unshift({
      name: 'place_id',
      label: t('programmes.begin.place'),
      kind: 'select',
      options: places,
      isRequired: true,
    });
  return (
    <Sheet title={t('programmes.begin.title')}>
      <p className="soft read">{t('programmes.begin.lead')}</p>
      <PathShown id={four_phases} />
      <DraftForm
        name="programmes:begin"
        label={t('programmes.begin.title')}
        fields={fields}
        base={null}
        valuesOf={() => ({
          place_id: first,
          title: '',
          care_stake: '',
          work_stake: '',
          perimeter: '',
          started_on: '',
        })}
        toBody={(values): NewProgramme => ({
          template_id: four_phases,
          place_id: values.place_id || first,
          title: values.title.trim(),
          care_stake: values.care_stake.trim(),
          work_stake: values.work_stake.trim(),
          perimeter: values.perimeter.trim(),
          started_on: values.started_on || null,
          outside_perimeter: '',
          committee: '',
          openness: 'participate',
          openness_text: '',
          who_decides: '',
          still_open: '',
        })}
        send={begin}
        submit={t('programmes.begin.submit')}
        onDone={onLeave}
      />
    </Sheet>
  );
}
