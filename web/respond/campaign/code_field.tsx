// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/code_field.tsx
//
// Where a code is typed, from a note or from a sheet; how many of its signs are there is said when they are not all.

/** @jsxImportSource preact */

import type { Ref } from 'preact';
import { said } from './words.ts';

interface CodeFieldProps {
  label: string;
  hint: string;
  typed: string;
  /** Of the signs that were there, when they were too few or too many. */
  count: number | null;
  onType: (typed: string) => void;
  field?: Ref<HTMLInputElement>;
}

export function CodeField({ label, hint, typed, count, onType, field = null }: CodeFieldProps) {
  return (
    <>
      <label for="code">{label}</label>
      <span class="hint" id="code-hint">
        {hint}
      </span>
      {count !== null && (
        <span class="wrong" id="code-wrong">
          {said('answering.token.code_wrong', { count })}
        </span>
      )}
      <input
        id="code"
        class="input typed-code"
        aria-describedby={count === null ? 'code-hint' : 'code-wrong code-hint'}
        aria-invalid={count !== null || undefined}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        maxLength={300}
        value={typed}
        ref={field}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </>
  );
}
