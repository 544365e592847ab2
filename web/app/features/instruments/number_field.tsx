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

export function NumberField({ label, hint, value, error, onChange }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : String(value).replace('.', ','));
  const [isWrong, setIsWrong] = useState(false);
  return (
    <TextField
      label={label}
      hint={hint}
      isOptional
      value={text}
      error={isWrong ? t('instruments.not_a_number') : error}
      onChange={(written) => {
        setText(written);
        const number = Number(written.trim().replace(',', '.'));
        setIsWrong(!Number.isFinite(number));
        if (Number.isFinite(number)) onChange(written.trim() === '' ? null : number);
      }}
    />
  );
}
