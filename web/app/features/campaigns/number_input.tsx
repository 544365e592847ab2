// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/number_input.tsx
//
// A whole number between two bounds. What is typed stays typed until it is a number within them; only then is it told.

import { useState } from 'react';
import { TextField } from '#ui';
import { number, t } from '#words';

interface NumberInputProps {
  label: string;
  hint?: string;
  isLabelHidden?: boolean;
  value: number;
  min: number;
  max: number;
  error?: string | null;
  onChange: (value: number) => void;
}

export function NumberInput(props: NumberInputProps) {
  const { label, hint, isLabelHidden, value, min, max, error, onChange } = props;
  const [text, setText] = useState<string | null>(null);
  const typed = text === null ? value : read(text);
  const isWrong = typed === null || typed < min || typed > max;
  return (
    <div className="number-input">
      <TextField
        label={label}
        hint={hint}
        isLabelHidden={isLabelHidden}
        type="text"
        value={isWrong || typed === value ? (text ?? String(value)) : String(value)}
        error={
          isWrong ? t('campaigns.number_between', { min: number(min), max: number(max) }) : error
        }
        onChange={(written) => {
          setText(written);
          const now = read(written);
          if (now !== null && now >= min && now <= max) onChange(now);
        }}
      />
    </div>
  );
}

function read(text: string): number | null {
  const written = text.replace(/[\s\u00a0\u202f]/gu, '');
  return /^\d{1,6}$/.test(written) ? Number(written) : null;
}
