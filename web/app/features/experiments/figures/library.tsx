// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/library.tsx
//
// Definitions that teams often need, each with what makes it lie. Choosing one fills the form; every word may be changed.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { useRead } from '#app/api/queries.ts';
import { inLanguage, type PackText } from '#app/pack_text.ts';
import { Select } from '#ui';
import { t } from '#words';
import type { IndicatorDefinition } from '../use_experiments.ts';

export interface KnownIndicator {
  code: string;
  title: PackText;
  purpose: PackText;
  definition: PackText;
  counting: IndicatorDefinition['counting'];
  unit: PackText;
  base_unit: PackText | null;
  field: IndicatorDefinition['field'];
  source: PackText;
  entered_by: PackText;
  rhythm: IndicatorDefinition['rhythm'];
  entry: IndicatorDefinition['entry'];
  hoped: IndicatorDefinition['hoped'];
  pitfalls: readonly PackText[];
}

function useLibrary() {
  return useRead<{ id: string; content: { items: readonly KnownIndicator[] } }>(
    '/api/references/indicators',
  );
}

const fields = ['activity', 'methods', 'practices'] as const;

interface PickerProps {
  onPick: (known: KnownIndicator) => void;
}

export function LibraryPicker({ onPick }: PickerProps) {
  const library = useLibrary();
  const [code, setCode] = useState('');
  return (
    <Loaded from={library}>
      {({ content }) => (
        <Select
          label={t('figures.library.label')}
          hint={t('figures.library.hint')}
          options={[
            { value: '', label: t('figures.library.own') },
            ...fields.flatMap((field) =>
              content.items
                .filter((item) => item.field === field)
                .map((item) => ({
                  value: item.code,
                  label: `${t(`experiments.evaluation_field.${field}`)} · ${inLanguage(item.title)}`,
                })),
            ),
          ]}
          value={code}
          onChange={(chosen) => {
            setCode(chosen);
            const known = content.items.find((item) => item.code === chosen);
            if (known) onPick(known);
          }}
        />
      )}
    </Loaded>
  );
}

/** What makes the figure lie, beside the figure itself and not in a manual. */
export function Pitfalls({ code }: { code: string }) {
  const library = useLibrary();
  const known = library.data?.data.content.items.find((item) => item.code === code);
  if (!known) return null;
  return (
    <details>
      <summary>{t('figures.pitfalls')}</summary>
      <ul className="list">
        {known.pitfalls.map((pitfall) => (
          <li key={pitfall.fr}>{inLanguage(pitfall)}</li>
        ))}
      </ul>
    </details>
  );
}
