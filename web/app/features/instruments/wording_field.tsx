// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/wording_field.tsx
//
// The same words in each language that the questionnaire speaks.

import type { Language, Wording } from '#form/instrument.ts';
import { TextArea, TextField } from '#ui';
import { t } from '#words';
import { empty } from './edit.ts';

/** As engine/instruments has it. */
const length_max = 1000;

interface WordingFieldProps {
  label: string;
  hint?: string;
  value: Wording | null | undefined;
  languages: readonly Language[];
  /** By language, what is missing or wrong. */
  errors?: Partial<Record<Language, string>>;
  isOptional?: boolean;
  isLong?: boolean;
  isLabelHidden?: boolean;
  onChange: (value: Wording, language: Language) => void;
}

export function WordingField(props: WordingFieldProps) {
  const { label, hint, value, languages, errors, isOptional, isLong, isLabelHidden, onChange } =
    props;
  const Field = isLong ? TextArea : TextField;
  return (
    <div className="wordings">
      {languages.map((language, index) => (
        <Field
          key={language}
          label={languages.length > 1 ? t('instruments.in_language', { label, language }) : label}
          hint={index === 0 ? hint : undefined}
          isOptional={isOptional}
          isLabelHidden={isLabelHidden}
          lang={language}
          length_max={length_max}
          {...(isLong && { rows: 2 })}
          value={value?.[language] ?? ''}
          error={errors?.[language]}
          onChange={(text) => onChange({ ...empty, ...value, [language]: text }, language)}
        />
      ))}
    </div>
  );
}
