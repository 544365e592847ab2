// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/indicator_forms.tsx
//
// Adding an indicator (a purpose and an end come first), and noting what was counted, with its base.

import { type ReactNode, useState } from 'react';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  Choice,
  DateField,
  fieldTexts,
  Opened,
  ProblemNote,
  Select,
  Sheet,
  TextArea,
  TextField,
} from '#ui';
import { parisDay, t } from '#words';
import { type IndicatorView, useAddIndicator, useNoteFigure } from './use_experiments.ts';

interface FormProps {
  submit: string;
  isBusy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

function SmallForm({ submit, isBusy, onSubmit, onClose, children }: FormProps) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <p className="row">
        <Button type="submit" kind="main" isBusy={isBusy}>
          {submit}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </p>
    </form>
  );
}

export function AddFigure({
  id,
  indicator,
}: {
  id: string;
  indicator: IndicatorView['indicator'];
}) {
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`figure.${indicator.id}`, { counted_on: today, numerator: '', base: '' });
  const note = useNoteFigure(id, indicator.id, () => {
    draft.clear();
    setIsOpen(false);
  });
  const errors = fieldTexts(note.error);
  if (!isOpen)
    return (
      <p className="no-print">
        <Button icon="plus" onPress={() => setIsOpen(true)}>
          {t('experiments.figures.note')}
        </Button>
      </p>
    );
  const wholeOrNothing = (text: string) => (text.trim() === '' ? null : Number(text));
  return (
    <Opened onClose={() => setIsOpen(false)}>
      <SmallForm
        submit={t('experiments.event.submit')}
        isBusy={note.isPending}
        onClose={() => setIsOpen(false)}
        onSubmit={() =>
          note.mutate({
            counted_on: draft.value.counted_on,
            numerator: wholeOrNothing(draft.value.numerator) ?? -1,
            base: wholeOrNothing(draft.value.base),
          })
        }
      >
        <ProblemNote problem={note.error} shownBesideFields={Object.keys(errors)} />
        <DateField
          label={t('experiments.figures.day')}
          day_max={today}
          value={draft.value.counted_on}
          error={errors['/counted_on']}
          onChange={(counted_on) => draft.change({ counted_on })}
        />
        <TextField
          label={indicator.unit}
          type="number"
          value={draft.value.numerator}
          error={errors['/numerator']}
          onChange={(numerator) => draft.change({ numerator })}
        />
        {indicator.counting === 'ratio' && (
          <TextField
            label={t('experiments.figures.out_of', { unit: indicator.base_unit })}
            type="number"
            value={draft.value.base}
            error={errors['/base']}
            onChange={(base) => draft.change({ base })}
          />
        )}
      </SmallForm>
    </Opened>
  );
}

const fields = ['activity', 'methods', 'practices'] as const;

export function AddIndicator({ id, ends_on }: { id: string; ends_on: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`indicator.${id}`, {
    title: '',
    purpose: '',
    definition: '',
    counting: 'count' as 'count' | 'ratio',
    unit: '',
    base_unit: '',
    field: 'activity' as (typeof fields)[number],
    source: '',
    expires_on: ends_on,
  });
  const add = useAddIndicator(id, () => {
    draft.clear();
    setIsOpen(false);
  });
  const errors = fieldTexts(add.error);
  if (!isOpen)
    return (
      <p className="no-print">
        <Button icon="plus" onPress={() => setIsOpen(true)}>
          {t('experiments.indicator.add')}
        </Button>
      </p>
    );
  const { value } = draft;
  return (
    <Opened onClose={() => setIsOpen(false)}>
      <Sheet title={t('experiments.indicator.add')}>
        <SmallForm
          submit={t('experiments.indicator.submit')}
          isBusy={add.isPending}
          onClose={() => setIsOpen(false)}
          onSubmit={() => add.mutate({ ...value, expires_on: value.expires_on || null })}
        >
          <ProblemNote problem={add.error} shownBesideFields={Object.keys(errors)} />
          <TextArea
            label={t('experiments.indicator.purpose')}
            hint={t('experiments.indicator.purpose_hint')}
            rows={2}
            isRequired
            length_max={300}
            value={value.purpose}
            error={errors['/purpose']}
            onChange={(purpose) => draft.change({ purpose })}
          />
          <TextField
            label={t('experiments.indicator.title')}
            isRequired
            length_max={200}
            value={value.title}
            error={errors['/title']}
            onChange={(title) => draft.change({ title })}
          />
          <TextArea
            label={t('experiments.indicator.definition')}
            hint={t('experiments.indicator.definition_hint')}
            rows={2}
            isRequired
            length_max={400}
            value={value.definition}
            error={errors['/definition']}
            onChange={(definition) => draft.change({ definition })}
          />
          <Choice
            label={t('experiments.indicator.counting')}
            isSideBySide
            options={(['count', 'ratio'] as const).map((counting) => ({
              value: counting,
              label: t(`experiments.counting.${counting}`),
              hint: t(`experiments.counting.${counting}_hint`),
            }))}
            value={value.counting}
            onChange={(counting) => draft.change({ counting })}
          />
          <TextField
            label={t('experiments.indicator.unit')}
            hint={t('experiments.indicator.unit_hint')}
            isRequired
            length_max={60}
            value={value.unit}
            error={errors['/unit']}
            onChange={(unit) => draft.change({ unit })}
          />
          {value.counting === 'ratio' && (
            <TextField
              label={t('experiments.indicator.base_unit')}
              hint={t('experiments.indicator.base_unit_hint')}
              isRequired
              length_max={60}
              value={value.base_unit}
              error={errors['/base_unit']}
              onChange={(base_unit) => draft.change({ base_unit })}
            />
          )}
          <Select
            label={t('experiments.indicator.field')}
            options={fields.map((field) => ({
              value: field,
              label: t(`experiments.evaluation_field.${field}`),
            }))}
            value={value.field}
            onChange={(field) => draft.change({ field: field || 'activity' })}
          />
          <TextField
            label={t('experiments.indicator.source')}
            hint={t('experiments.indicator.source_hint')}
            isRequired
            length_max={300}
            value={value.source}
            error={errors['/source']}
            onChange={(source) => draft.change({ source })}
          />
          <DateField
            label={t('experiments.indicator.expires_on')}
            isRequired
            value={value.expires_on}
            error={errors['/expires_on']}
            onChange={(expires_on) => draft.change({ expires_on })}
          />
        </SmallForm>
      </Sheet>
    </Opened>
  );
}
