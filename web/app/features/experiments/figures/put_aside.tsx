// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/put_aside.tsx
//
// A week in which something else happened is left out of lines and rules, with its reason, and stays in the picture.

import { useState } from 'react';
import { fieldTexts, ProblemNote, Select, TextField } from '#ui';
import { shortDay, t } from '#words';
import { type IndicatorView, useSetAside } from '../use_experiments.ts';
import { Opener, SmallForm } from './small_form.tsx';

export function PutAside({ id, item }: { id: string; item: IndicatorView }) {
  if (item.follow_up.points.length === 0) return null;
  return (
    <Opener label={t('figures.aside.open')} isQuiet>
      {(close) => <AsideForm id={id} item={item} onClose={close} />}
    </Opener>
  );
}

interface FormProps {
  id: string;
  item: IndicatorView;
  onClose: () => void;
}

function AsideForm({ id, item, onClose }: FormProps) {
  const { points } = item.follow_up;
  const [day, setDay] = useState(points.at(-1)?.from ?? '');
  const [why, setWhy] = useState('');
  const put = useSetAside(id, item.indicator.id, onClose);
  const errors = fieldTexts(put.error);
  const isAside = points.some((point) => point.from === day && point.set_aside !== '');
  return (
    <SmallForm
      submit={t(isAside ? 'figures.aside.take_back' : 'figures.aside.submit')}
      isBusy={put.isPending}
      isDisabled={!isAside && why.trim() === ''}
      onClose={onClose}
      onSubmit={() => put.mutate({ counted_on: day, why: isAside ? '' : why })}
    >
      <ProblemNote problem={put.error} shownBesideFields={Object.keys(errors)} />
      <Select
        label={t(`figures.note.${item.indicator.rhythm}`)}
        options={[...points].reverse().map((point) => ({
          value: point.from,
          label:
            point.set_aside === ''
              ? shortDay(point.from)
              : t('figures.aside.already', { day: shortDay(point.from), why: point.set_aside }),
        }))}
        value={day}
        onChange={setDay}
      />
      {!isAside && (
        <TextField
          label={t('figures.aside.why')}
          hint={t('figures.aside.why_hint')}
          isRequired
          length_max={200}
          value={why}
          error={errors['/why']}
          onChange={setWhy}
        />
      )}
    </SmallForm>
  );
}
