// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/draft_form.tsx
//
// A form of named fields whose words are kept while one writes, and which loses nobody's: when somebody was
// faster, both versions stand side by side. `base` is what one started from; `toBody` puts the words on it.

import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#app/api/problem.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  DateField,
  fieldTexts,
  ProblemNote,
  SavingMark,
  Select,
  TextArea,
  TextField,
} from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';

export interface FormField<Name extends string> {
  name: Name;
  label: string;
  hint?: string;
  kind: 'line' | 'text' | 'day' | 'number' | 'select';
  options?: readonly { value: string; label: string }[];
  isRequired?: boolean;
  length_max?: number;
  rows?: number;
  day_max?: string;
}

interface DraftFormProps<Name extends string, Base, Body> {
  /** Under which name the words are kept in this tab. */
  name: string;
  label: string;
  fields: readonly FormField<Name>[];
  base: Base;
  valuesOf: (base: Base) => Record<Name, string>;
  toBody: (values: Record<Name, string>, base: Base) => Body;
  send: UseMutationResult<unknown, Problem, Body>;
  submit: string;
  onDone: () => void;
  /** A form that stands open has nothing to be left for. */
  isAlwaysOpen?: boolean;
}

export function DraftForm<Name extends string, Base, Body>(
  props: DraftFormProps<Name, Base, Body>,
) {
  const { fields, valuesOf, toBody, send, onDone } = props;
  const [base, setBase] = useState(props.base);
  const draft = useDraft(props.name, valuesOf(base));
  const stale = send.error?.code === 'version.stale' ? (send.error.current as Base) : null;
  const errors = fieldTexts(stale === null ? send.error : null);
  const theirs = stale === null ? null : valuesOf(stale);

  function submit(on: Base) {
    send.mutate(toBody(draft.value, on), {
      onSuccess: () => {
        draft.clear();
        onDone();
      },
    });
  }

  return (
    <form
      className="stack draft-form"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        submit(base);
      }}
    >
      {fields.map((field) => (
        <FormPart
          key={field.name}
          field={field}
          value={draft.value[field.name]}
          error={errors[`/${field.name}`]}
          onChange={(value) => draft.set({ ...draft.value, [field.name]: value })}
        />
      ))}
      {stale === null && <ProblemNote problem={send.error} />}
      <div className="row">
        <Button type="submit" kind="main" isBusy={send.isPending}>
          {props.submit}
        </Button>
        {!props.isAlwaysOpen && (
          <Button
            kind="quiet"
            onPress={() => {
              draft.clear();
              send.reset();
              onDone();
            }}
          >
            {t('programmes.cancel')}
          </Button>
        )}
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
      {stale !== null && theirs !== null && (
        <StaleDialog
          isOpen
          fields={fields.map(({ name, label }) => ({
            label,
            mine: draft.value[name],
            theirs: theirs[name],
          }))}
          onClose={() => {
            setBase(stale);
            send.reset();
          }}
          onKeepMine={() => {
            setBase(stale);
            submit(stale);
          }}
          onTakeTheirs={() => {
            setBase(stale);
            draft.set(theirs);
            send.reset();
          }}
        />
      )}
    </form>
  );
}

interface FormPartProps<Name extends string> {
  field: FormField<Name>;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function FormPart<Name extends string>({ field, value, error, onChange }: FormPartProps<Name>) {
  const { label, hint, isRequired, length_max, day_max } = field;
  const own = { label, hint, error, isRequired, value, onChange };
  switch (field.kind) {
    case 'line':
      return <TextField {...own} length_max={length_max} />;
    case 'number':
      return <TextField {...own} type="number" />;
    case 'day':
      return <DateField {...own} day_max={day_max} />;
    case 'select':
      return <Select {...own} options={field.options ?? []} />;
    case 'text':
      return <TextArea {...own} length_max={length_max} rows={field.rows ?? 3} />;
  }
}
