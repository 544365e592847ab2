// SPDX-License-Identifier: EUPL-1.2
// web/ui/field.tsx
//
// What every field has: a label, perhaps a hint, perhaps an error that is tied to it. The fields
// themselves are the browser's own: they work on an old phone, print, and need no script.

import { type ReactNode, useId } from 'react';
import { t } from '#words';
import './field.css';

export interface FieldTexts {
  label: ReactNode;
  hint?: ReactNode;
  /** Already in the reader's language: see useFieldErrors. */
  error?: string | null;
  isOptional?: boolean;
  /** Keeps the label for screen readers alone. */
  isLabelHidden?: boolean;
}

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps extends FieldTexts {
  children: (ids: FieldIds) => ReactNode;
  after?: ReactNode;
}

export function Field({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  children,
  after,
}: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'hide' : undefined}>
        {label}
        {isOptional && <span className="hint"> {t('common.optional')}</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {after}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="field-error" id={id}>
      <span className="hide">{t('common.error_before')} </span>
      {children}
    </span>
  );
}
