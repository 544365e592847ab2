// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/remove_figure.tsx
//
// A figure that was written by mistake is taken out: the journal says that it was there.

import { useState } from 'react';
import { ProblemNote, Select } from '#ui';
import { number, shortDay, t } from '#words';
import { type IndicatorView, useRemoveFigure } from '../use_experiments.ts';
import { Opener, SmallForm } from './small_form.tsx';

export function RemoveFigure({ id, item }: { id: string; item: IndicatorView }) {
  if (item.values.length === 0) return null;
  return (
    <Opener label={t('figures.remove.open')} isQuiet>
      {(close) => <RemoveForm id={id} item={item} onClose={close} />}
    </Opener>
  );
}

interface FormProps {
  id: string;
  item: IndicatorView;
  onClose: () => void;
}

function RemoveForm({ id, item, onClose }: FormProps) {
  const values = [...item.values].reverse();
  const [day, setDay] = useState('');
  const remove = useRemoveFigure(id, item.indicator.id, day, onClose);
  return (
    <SmallForm
      submit={t('figures.remove.submit')}
      isBusy={remove.isPending}
      isDisabled={day === ''}
      onClose={onClose}
      onSubmit={() => remove.mutate(undefined)}
    >
      <ProblemNote problem={remove.error} />
      <Select
        label={t('figures.remove.which')}
        hint={t('figures.remove.hint')}
        options={values.map(({ counted_on, numerator, base }) => ({
          value: counted_on,
          label: t('figures.remove.figure', {
            day: shortDay(counted_on),
            value: base == null ? number(numerator) : `${number(numerator)} / ${number(base)}`,
          }),
        }))}
        value={day}
        onChange={setDay}
      />
    </SmallForm>
  );
}
