// SPDX-License-Identifier: EUPL-1.2
// web/ui/text_field.tsx
//
// One line of text, an address, a password, or a day. The value is held by the caller (useDraft).

import { longDay } from '#words';
import { Field, type FieldTexts } from './field.tsx';

interface ValueProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  name?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
}

interface TextFieldProps extends ValueProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'number';
  /** The keys a phone shows: those of numbers with a comma or a point, whose text the caller reads. */
  inputMode?: 'decimal';
  length_max?: number;
  /** Of what is written here, where it is not the page's. */
  lang?: string | undefined;
  autoComplete?: string;
  placeholder?: string;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, name, isRequired, isDisabled, type = 'text', length_max } = props;
  return (
    <Field {...props}>
      {(ids) => (
        <input
          {...ids}
          className="input"
          type={type}
          inputMode={props.inputMode}
          name={name}
          lang={props.lang}
          value={value}
          maxLength={length_max}
          autoComplete={props.autoComplete ?? 'off'}
          placeholder={props.placeholder}
          required={isRequired}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface DateFieldProps extends ValueProps {
  /** "YYYY-MM-DD" */
  day_min?: string;
  day_max?: string;
}

/** The browser's own date field: the calendar people already know on their phone. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, name, isRequired, isDisabled, day_min, day_max } = props;
  return (
    // Said again in words: the field itself follows the language of the browser.
    <Field {...props} after={isDay(value) && <span className="hint">{longDay(value)}</span>}>
      {(ids) => (
        <input
          {...ids}
          className="input field-narrow"
          type="date"
          name={name}
          value={value}
          min={day_min}
          max={day_max}
          required={isRequired}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
