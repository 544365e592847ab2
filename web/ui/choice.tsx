// SPDX-License-Identifier: EUPL-1.2
// web/ui/choice.tsx
//
// One among a few, as cards (Choice); yes or no (Checkbox); one among many (Select). Native
// controls: arrow keys, forms and printing behave as people expect.

import { type ReactNode, useId } from 'react';
import { t } from '#words';
import { Field, FieldError, type FieldTexts } from './field.tsx';
import './field.css';

export interface Option<Value extends string = string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  isDisabled?: boolean;
}

interface ChoiceProps<Value extends string> extends FieldTexts {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Side by side where there is room. */
  isSideBySide?: boolean;
  isRequired?: boolean;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, error, isLabelHidden, options, value, onChange, isSideBySide, isRequired } =
    props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    // ARIA in HTML allows a fieldset to be a radiogroup, which may be required or invalid; a radio may not.
    <fieldset
      // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- said above
      role="radiogroup"
      aria-invalid={error ? true : undefined}
      aria-required={isRequired || undefined}
      aria-describedby={described || undefined}
    >
      <legend className={isLabelHidden ? 'hide' : undefined}>{label}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={isSideBySide ? 'choices side' : 'choices'}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              <b>{option.label}</b>
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

interface CheckboxProps {
  label: ReactNode;
  hint?: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  isDisabled?: boolean;
}

export function Checkbox({ label, hint, isChecked, onChange, isDisabled }: CheckboxProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  );
}

interface SelectProps<Value extends string> extends FieldTexts {
  options: readonly { value: Value; label: string }[];
  value: Value | '';
  onChange: (value: Value | '') => void;
  isRequired?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, isRequired } = props;
  return (
    <Field {...props}>
      {(ids) => (
        <select
          {...ids}
          className="input"
          value={value}
          required={isRequired}
          onChange={(event) => onChange(event.target.value as Value | '')}
        >
          <option value="">{t('common.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
