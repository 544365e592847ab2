// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/number_field.tsx
//
// A number or nothing, written with a comma or a point.

import { useState } from 'react';
import { TextField } from '#ui';
import { t } from '#words';

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number | null;
  error?: string | undefined;
  onChange: (value: number | null) => void;
}

/** Nothing written is nothing; what is no number is NaN. */
function read(text: string): number | null {
  const written = text.trim().replace(',', '.');
  return written === '' ? null : Number(written);
}

export function NumberField({ label, hint, value, error, onChange }: NumberFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const typed = text === null ? null : read(text);
  const isWrong = Number.isNaN(typed);
  // What was taken back, or came from elsewhere, is shown instead of what was typed; an empty field may be filled again.
  const isTyped = text !== null && (isWrong || typed === null || typed === value);
  const shown = isTyped ? text : value === null ? '' : String(value).replace('.', ',');
  return (
    <TextField
      label={label}
      hint={hint}
      isOptional
      value={shown}
      error={isWrong ? t('instruments.not_a_number') : error}
      onChange={(written) => {
        setText(written);
        const number = read(written);
        if (number === null || Number.isFinite(number)) onChange(number);
      }}
    />
  );
}
