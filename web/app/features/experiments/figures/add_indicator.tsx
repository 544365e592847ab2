// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/add_indicator.tsx
//
// Choosing a figure to count: what for comes first, then what exactly, on how many people, how it comes in, until when.

import { inLanguage } from '#app/pack_text.ts';
import { type Draft, useDraft } from '#app/use_draft.ts';
import { Choice, DateField, fieldTexts, ProblemNote, Select, TextArea, TextField } from '#ui';
import { t } from '#words';
import { type IndicatorDefinition, useAddIndicator } from '../use_experiments.ts';
import { type KnownIndicator, LibraryPicker, Pitfalls } from './library.tsx';
import { Opener, SmallForm } from './small_form.tsx';

const countings = ['count', 'ratio', 'rate', 'measure'] as const;
const entries = ['hand', 'tally', 'pulse'] as const;
const rhythms = ['day', 'week', 'month'] as const;
const hopes = ['less', 'more', 'watched'] as const;
const fields = ['activity', 'methods', 'practices'] as const;

type Written = Omit<IndicatorDefinition, 'people' | 'purpose' | 'expires_on'> & {
  purpose: string;
  people: string;
  expires_on: string;
};

function blank(ends_on: string): Written {
  return {
    title: '',
    purpose: '',
    definition: '',
    counting: 'count',
    unit: '',
    base_unit: '',
    field: 'activity',
    source: '',
    entered_by: '',
    rhythm: 'week',
    entry: 'hand',
    hoped: 'less',
    people: '',
    library_code: '',
    expires_on: ends_on,
  };
}

function filledFrom(known: KnownIndicator): Partial<Written> {
  return {
    title: inLanguage(known.title),
    purpose: inLanguage(known.purpose),
    definition: inLanguage(known.definition),
    counting: known.counting,
    unit: inLanguage(known.unit),
    base_unit: known.base_unit ? inLanguage(known.base_unit) : '',
    field: known.field,
    source: inLanguage(known.source),
    entered_by: inLanguage(known.entered_by),
    rhythm: known.rhythm,
    entry: known.entry,
    hoped: known.hoped,
    library_code: known.code,
  };
}

export function AddIndicator({ id, ends_on }: { id: string; ends_on: string }) {
  return (
    <div className="no-print">
      <Opener label={t('figures.indicator.add')} icon="plus" isSheet>
        {(close) => <IndicatorForm id={id} ends_on={ends_on} onClose={close} />}
      </Opener>
    </div>
  );
}

function IndicatorForm({
  id,
  ends_on,
  onClose,
}: {
  id: string;
  ends_on: string;
  onClose: () => void;
}) {
  const draft = useDraft(`indicator.${id}`, blank(ends_on));
  const add = useAddIndicator(id, () => {
    draft.clear();
    onClose();
  });
  const errors = fieldTexts(add.error);
  const { value } = draft;
  return (
    <SmallForm
      submit={t('figures.indicator.submit')}
      isBusy={add.isPending}
      onClose={onClose}
      onSubmit={() =>
        add.mutate({
          ...value,
          base_unit: value.counting === 'count' ? '' : value.base_unit,
          people: Number(value.people) || 0,
          expires_on: value.expires_on || null,
        })
      }
    >
      <ProblemNote problem={add.error} shownBesideFields={Object.keys(errors)} />
      <LibraryPicker onPick={(known) => draft.change(filledFrom(known))} />
      {value.library_code && <Pitfalls code={value.library_code} />}
      <WhatFor draft={draft} errors={errors} />
      <WhatExactly draft={draft} errors={errors} />
      <HowItComesIn draft={draft} errors={errors} />
    </SmallForm>
  );
}

interface PartProps {
  draft: Draft<Written>;
  errors: Record<string, string>;
}

function WhatFor({ draft, errors }: PartProps) {
  const { value } = draft;
  return (
    <>
      <TextArea
        label={t('figures.indicator.purpose')}
        hint={t('figures.indicator.purpose_hint')}
        rows={2}
        isRequired
        length_max={300}
        value={value.purpose}
        error={errors['/purpose']}
        onChange={(purpose) => draft.change({ purpose })}
      />
      <TextField
        label={t('figures.indicator.title')}
        hint={value.entry === 'pulse' ? t('figures.indicator.title_hint_pulse') : undefined}
        isRequired
        length_max={200}
        value={value.title}
        error={errors['/title']}
        onChange={(title) => draft.change({ title })}
      />
      <Choice
        label={t('figures.indicator.hoped')}
        hint={t('figures.indicator.hoped_hint')}
        isSideBySide
        options={hopes.map((hoped) => ({ value: hoped, label: t(`figures.hoped.${hoped}`) }))}
        value={value.hoped}
        onChange={(hoped) => draft.change({ hoped })}
      />
      <Select
        label={t('figures.indicator.field')}
        options={fields.map((field) => ({
          value: field,
          label: t(`experiments.evaluation_field.${field}`),
        }))}
        value={value.field}
        onChange={(field) => draft.change({ field: field || 'activity' })}
      />
    </>
  );
}

function WhatExactly({ draft, errors }: PartProps) {
  const { value } = draft;
  return (
    <>
      <TextArea
        label={t('figures.indicator.definition')}
        hint={t('figures.indicator.definition_hint')}
        rows={2}
        isRequired
        length_max={400}
        value={value.definition}
        error={errors['/definition']}
        onChange={(definition) => draft.change({ definition })}
      />
      <Choice
        label={t('figures.indicator.counting')}
        isSideBySide
        options={countings.map((counting) => ({
          value: counting,
          label: t(`figures.counting.${counting}`),
          hint: t(`figures.counting.${counting}_hint`),
        }))}
        value={value.counting}
        error={errors['/counting']}
        onChange={(counting) => draft.change({ counting })}
      />
      <TextField
        label={t('figures.indicator.unit')}
        hint={t('figures.indicator.unit_hint')}
        isRequired
        length_max={60}
        value={value.unit}
        error={errors['/unit']}
        onChange={(unit) => draft.change({ unit })}
      />
      {value.counting !== 'count' && (
        <TextField
          label={t('figures.indicator.base_unit')}
          hint={t('figures.indicator.base_unit_hint')}
          isRequired
          length_max={60}
          value={value.base_unit}
          error={errors['/base_unit']}
          onChange={(base_unit) => draft.change({ base_unit })}
        />
      )}
      <Choice
        label={t('figures.indicator.rhythm')}
        isSideBySide
        options={rhythms.map((rhythm) => ({
          value: rhythm,
          label: t(`figures.rhythm.${rhythm}`),
        }))}
        value={value.rhythm}
        error={errors['/rhythm']}
        onChange={(rhythm) => draft.change({ rhythm })}
      />
      <TextField
        label={t(`figures.indicator.people_${value.rhythm}`)}
        hint={t('figures.indicator.people_hint')}
        type="number"
        isRequired
        value={value.people}
        error={errors['/people']}
        onChange={(people) => draft.change({ people })}
      />
    </>
  );
}

function HowItComesIn({ draft, errors }: PartProps) {
  const { value } = draft;
  return (
    <>
      <Choice
        label={t('figures.indicator.entry')}
        options={entries.map((entry) => ({
          value: entry,
          label: t(`figures.entry.${entry}`),
          hint: t(`figures.entry.${entry}_hint`),
        }))}
        value={value.entry}
        onChange={(entry) =>
          draft.change(entry === 'pulse' ? { entry, counting: 'ratio' } : { entry })
        }
      />
      <TextField
        label={t('figures.indicator.source')}
        hint={t('figures.indicator.source_hint')}
        isRequired
        length_max={300}
        value={value.source}
        error={errors['/source']}
        onChange={(source) => draft.change({ source })}
      />
      <TextField
        label={t('figures.indicator.entered_by')}
        hint={t('figures.indicator.entered_by_hint')}
        isOptional
        length_max={200}
        value={value.entered_by}
        error={errors['/entered_by']}
        onChange={(entered_by) => draft.change({ entered_by })}
      />
      <DateField
        label={t('figures.indicator.expires_on')}
        isRequired
        value={value.expires_on}
        error={errors['/expires_on']}
        onChange={(expires_on) => draft.change({ expires_on })}
      />
    </>
  );
}
