// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/note_figure.tsx
//
// What was counted in a period, with its base. A number that is written as one writes it, with a comma or a point.

import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { DateField, fieldTexts, ProblemNote, TextField } from '#ui';
import { parisDay, t } from '#words';
import { type IndicatorView, useNoteFigure } from '../use_experiments.ts';
import { decimalOf } from './decimal.ts';
import { Opener, SmallForm } from './small_form.tsx';

type Indicator = IndicatorView['indicator'];

export function NoteFigure({ id, indicator }: { id: string; indicator: Indicator }) {
  return (
    <Opener label={t('figures.note.open')} icon="plus">
      {(close) => <FigureForm id={id} indicator={indicator} onClose={close} />}
    </Opener>
  );
}

interface FormProps {
  id: string;
  indicator: Indicator;
  onClose: () => void;
}

function FigureForm({ id, indicator, onClose }: FormProps) {
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  const draft = useDraft(`figure.${indicator.id}`, { counted_on: today, numerator: '', base: '' });
  const note = useNoteFigure(id, indicator.id, () => {
    draft.clear();
    onClose();
  });
  const errors = fieldTexts(note.error);
  const isMeasure = indicator.counting === 'measure';
  const { value } = draft;
  const numerator = decimalOf(value.numerator);
  const base = indicator.counting === 'count' ? null : decimalOf(value.base);
  return (
    <SmallForm
      submit={t('experiments.event.submit')}
      isBusy={note.isPending}
      isDisabled={numerator === null}
      onClose={onClose}
      onSubmit={() =>
        note.mutate({
          counted_on: value.counted_on,
          // A mean travels as the sum it is made of.
          numerator: (numerator ?? 0) * (isMeasure ? (base ?? 1) : 1),
          base,
        })
      }
    >
      <ProblemNote problem={note.error} shownBesideFields={Object.keys(errors)} />
      <DateField
        label={t(`figures.note.${indicator.rhythm}`)}
        hint={t(`figures.note.${indicator.rhythm}_hint`)}
        day_max={today}
        value={value.counted_on}
        error={errors['/counted_on']}
        onChange={(counted_on) => draft.change({ counted_on })}
      />
      <TextField
        label={isMeasure ? t('figures.note.mean', { unit: indicator.unit }) : indicator.unit}
        inputMode="decimal"
        value={value.numerator}
        error={
          errors['/numerator'] ??
          (value.numerator.trim() !== '' && numerator === null
            ? t('figures.note.not_a_number')
            : undefined)
        }
        onChange={(written) => draft.change({ numerator: written })}
      />
      {indicator.counting !== 'count' && (
        <TextField
          label={t('figures.note.out_of', { unit: indicator.base_unit })}
          type="number"
          value={value.base}
          error={errors['/base']}
          onChange={(written) => draft.change({ base: written })}
        />
      )}
    </SmallForm>
  );
}
