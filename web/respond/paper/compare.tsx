// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/compare.tsx
//
// Where the two entries differ: each question with both, and a third look at the sheet that settles it.

/** @jsxImportSource preact */

import { useLayoutEffect, useState } from 'preact/hooks';
import type { Campaign } from '../campaign/deposit.ts';
import { Step } from '../campaign/pieces.tsx';
import { type Field, isWrong, sheetRead, type Typed } from './fields.ts';
import { idOf, readBack, TypedField } from './typed_field.tsx';
import { told } from './words.ts';

interface CompareProps {
  campaign: Campaign;
  entries: readonly [Typed, Typed];
  fields: readonly Field[];
  onSettled: (typed: Typed) => void;
}

export function Compare({ campaign, entries, fields, onSettled }: CompareProps) {
  const [first, second] = entries;
  // Words are long to type a third time: they are corrected.
  const [settled, setSettled] = useState<Typed>(() =>
    Object.fromEntries(
      fields.map(({ code, kind }) => [code, kind === 'text' ? (second[code] ?? '') : '']),
    ),
  );
  const [lacks, setLacks] = useState<'place' | 'wrong' | null>(null);
  const firstId = idOf(fields[0]?.code ?? '');
  useLayoutEffect(() => document.getElementById(firstId)?.focus(), [firstId]);
  const submit = () => {
    const wrong = fields.find((field) => isWrong(campaign, field, settled[field.code] ?? ''));
    const whole = { ...second, ...settled };
    const isPlaced = sheetRead(campaign, whole).profile !== undefined;
    if (wrong === undefined && isPlaced) return onSettled(whole);
    setLacks(wrong === undefined ? 'place' : 'wrong');
    document.getElementById(idOf((wrong ?? fields[0])?.code ?? ''))?.focus();
  };
  return (
    <Step
      title={told(fields.length === 1 ? 'paper.compare.title_one' : 'paper.compare.title', {
        count: fields.length,
      })}
    >
      <p>{told('paper.compare.lead')}</p>
      <form
        noValidate
        class="typed"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {fields.map((field) => (
          <div key={field.code} class="typed-difference">
            <dl>
              <div>
                <dt>{told('paper.compare.first')}</dt>
                <dd>{shown(field, first)}</dd>
              </div>
              <div>
                <dt>{told('paper.compare.second')}</dt>
                <dd>{shown(field, second)}</dd>
              </div>
            </dl>
            <TypedField
              campaign={campaign}
              field={field}
              value={settled[field.code] ?? ''}
              onType={(value) => setSettled((before) => ({ ...before, [field.code]: value }))}
            />
          </div>
        ))}
        <p role="alert" class={lacks ? 'wrong' : 'hide'}>
          {lacks && told(`paper.lacks.${lacks}`)}
        </p>
        <p>
          <button type="submit" class="btn main wide">
            {told('paper.compare.done')}
          </button>
        </p>
      </form>
    </Step>
  );
}

function shown(field: Field, typed: Typed): string {
  const value = typed[field.code] ?? '';
  return field.kind === 'text' && value.trim() !== '' ? value : readBack(field, value);
}
