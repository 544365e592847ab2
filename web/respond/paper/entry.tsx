// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/entry.tsx
//
// One whole entry of a sheet: all of it on one page, in the order of the paper. Used twice, the second time blind.

/** @jsxImportSource preact */

import { useLayoutEffect, useState } from 'preact/hooks';
import type { Campaign } from '../campaign/deposit.ts';
import { Step } from '../campaign/pieces.tsx';
import { currentLanguage } from '../words.ts';
import { type Field, fieldsOf, isWrong, sheetRead, type Typed } from './fields.ts';
import { idOf, TypedField } from './typed_field.tsx';
import { told } from './words.ts';

interface EntryProps {
  campaign: Campaign;
  which: 'first' | 'second';
  onDone: (typed: Typed) => void;
}

export function fieldWords(campaign: Campaign) {
  const language = currentLanguage();
  const spoken = campaign.manifest.languages.includes(language) ? language : 'fr';
  return {
    say: (wording: Readonly<Record<'fr' | 'en', string>>) => wording[spoken] || wording.fr,
    place: told('paper.place'),
    category: told('paper.category'),
  };
}

export function Entry({ campaign, which, onDone }: EntryProps) {
  const [typed, setTyped] = useState<Typed>({});
  const [lacks, setLacks] = useState<'place' | 'wrong' | null>(null);
  const fields = fieldsOf(campaign, typed, fieldWords(campaign));
  const firstId = idOf(fields[0]?.code ?? '');
  useLayoutEffect(() => document.getElementById(firstId)?.focus(), [firstId]);
  const submit = () => {
    const wrong = fields.find((field) => isWrong(campaign, field, typed[field.code] ?? ''));
    const isPlaced = sheetRead(campaign, typed).profile !== undefined;
    if (wrong === undefined && isPlaced) return onDone(typed);
    setLacks(wrong === undefined ? 'place' : 'wrong');
    document.getElementById(wrong === undefined ? firstId : idOf(wrong.code))?.focus();
  };
  return (
    <Step title={told(`paper.${which}.title`)}>
      <p>{told(`paper.${which}.lead`)}</p>
      <p class="small soft">{told('paper.keys')}</p>
      <form
        noValidate
        class="typed"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {fields.map((field, at) => (
          <div key={field.code}>
            {field.under !== undefined && field.under !== fields[at - 1]?.under && (
              <p class="typed-under">{field.under}</p>
            )}
            <TypedField
              campaign={campaign}
              field={field}
              value={typed[field.code] ?? ''}
              isListed={isListed(field, fields[at - 1])}
              onType={(value) => setTyped((before) => ({ ...before, [field.code]: value }))}
            />
          </div>
        ))}
        <p role="alert" class={lacks ? 'wrong' : 'hide'}>
          {lacks && told(`paper.lacks.${lacks}`)}
        </p>
        <p>
          <button type="submit" class="btn main wide">
            {told(`paper.${which}.done`)}
          </button>
        </p>
      </form>
    </Step>
  );
}

/** Lines of one grid share their options. */
function isListed(field: Field, before: Field | undefined): boolean {
  return field.under !== undefined && field.under === before?.under;
}
