// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/typed_field.tsx
//
// One field of a sheet, typed without a mouse: a digit chooses and goes on, Enter goes on, the arrows go up and down.
// What was understood stands beside it in words.

/** @jsxImportSource preact */

import type { Campaign } from '../campaign/deposit.ts';
import { type Field, isOneDigit, isWrong, ranksTyped, signsIn } from './fields.ts';
import { told } from './words.ts';

interface TypedFieldProps {
  campaign: Campaign;
  field: Field;
  value: string;
  /** The options were listed just above, for the line before. */
  isListed?: boolean;
  onType: (value: string) => void;
}

export function TypedField({ campaign, field, value, isListed, onType }: TypedFieldProps) {
  const { code, kind, number, asked } = field;
  const id = idOf(code);
  const signs = signsIn(field);
  const wrong = isWrong(campaign, field, value);
  const common = {
    id,
    class: kind === 'text' ? 'input' : 'input typed-short',
    'aria-describedby': `${id}-hint ${id}-read`,
    'aria-invalid': wrong || undefined,
    autocomplete: 'off' as const,
    spellcheck: false,
    'data-typed': '',
    value,
  };
  return (
    <div class="typed-field">
      <div>
        <label for={id}>
          {number !== undefined && <b class="typed-number">{number}</b>} {asked}
        </label>
        {isListed ? (
          <span class="hide" id={`${id}-hint`}>
            {optionsText(field)}
          </span>
        ) : (
          <Hint id={`${id}-hint`} field={field} />
        )}
      </div>
      {kind === 'text' ? (
        <textarea
          {...common}
          rows={3}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => move(event, event.currentTarget, false)}
        />
      ) : (
        <input
          {...common}
          inputMode={kind === 'number' ? 'decimal' : 'numeric'}
          onInput={(event) => {
            onType(event.currentTarget.value);
            // A choice made: the next field is for the next digit.
            const ranks = ranksTyped(event.currentTarget.value, signs);
            if (kind === 'one' && isOneDigit(signs) && ranks?.length === 1)
              goFrom(event.currentTarget, 1);
          }}
          onKeyDown={(event) => move(event, event.currentTarget, true)}
        />
      )}
      <output id={`${id}-read`} for={id} class={wrong ? 'typed-read wrong' : 'typed-read'}>
        {wrong ? told('paper.wrong') : readBack(field, value)}
      </output>
    </div>
  );
}

export function idOf(code: string): string {
  return `typed-${code.replace(/\W/g, '')}`;
}

function Hint({ id, field }: { id: string; field: Field }) {
  const { kind, options } = field;
  const signs = signsIn(field);
  if (kind !== 'one' && kind !== 'several')
    return (
      <span class="hint" id={id}>
        {told(`paper.hint.${kind}`)}
      </span>
    );
  return (
    <span class="hint" id={id}>
      {kind === 'several' && `${told('paper.hint.several')} `}
      {options.map(({ code, label }, at) => (
        <span class="typed-option" key={code}>
          <b>{signs[at]}</b> {label !== signs[at] && label}
        </span>
      ))}
    </span>
  );
}

function optionsText(field: Field): string {
  const signs = signsIn(field);
  return field.options.map(({ label }, at) => `${signs[at] ?? ''} ${label}`).join(', ');
}

/** In words, so that a wrong key is seen at once. */
export function readBack(field: Field, value: string): string {
  const { kind, options } = field;
  if (value.trim() === '') return told('paper.blank');
  if (kind !== 'one' && kind !== 'several') return kind === 'text' ? '' : value.trim();
  const ranks = ranksTyped(value, signsIn(field)) ?? [];
  return ranks.map((rank) => options[rank]?.label ?? '').join(' ; ');
}

type Box = HTMLInputElement | HTMLTextAreaElement;

function move(event: KeyboardEvent, box: Box, isOneLine: boolean): void {
  const isOnward = event.key === 'Enter' && !event.shiftKey;
  if (isOnward || (isOneLine && event.key === 'ArrowDown')) {
    event.preventDefault();
    goFrom(box, 1);
  } else if (isOneLine && (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey))) {
    event.preventDefault();
    goFrom(box, -1);
  }
}

/** After the drawing, for what was typed may show or hide what comes next. */
function goFrom(box: Box, by: 1 | -1): void {
  const form = box.form;
  requestAnimationFrame(() => {
    const stops = [...(form?.querySelectorAll<HTMLElement>('[data-typed], [type=submit]') ?? [])];
    const next = stops[stops.indexOf(box) + by];
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  });
}
