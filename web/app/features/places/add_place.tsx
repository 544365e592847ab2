// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/add_place.tsx
//
// One more place inside an establishment.

import { useState } from 'react';
import { Button, fieldTexts, ProblemNote, Section, Select, TextField } from '#ui';
import { t } from '#words';
import { kindsInside, kindWord } from './kinds.ts';
import { type PlaceKind, type PlaceLine, useCreatePlace } from './use_places.ts';

export function AddPlace({ lines }: { lines: readonly PlaceLine[] }) {
  const [parent_id, setParent] = useState(lines[0]?.place.id ?? '');
  const [wanted, setKind] = useState<PlaceKind>('unit');
  const [name, setName] = useState('');
  const [headcount, setHeadcount] = useState('');
  const create = useCreatePlace(() => {
    setName('');
    setHeadcount('');
  });
  const wrong = fieldTexts(create.error);
  const parents = lines.filter(({ place }) => kindsInside(place.kind).length > 0);
  const parent = parents.find(({ place }) => place.id === parent_id)?.place;
  const kinds = kindsInside(parent?.kind ?? 'establishment');
  const kind = kinds.includes(wanted) ? wanted : 'team';
  return (
    <Section title={t('places.add')}>
      <form
        className="stack read"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({
            kind,
            name,
            parent_id,
            ...(headcount ? { headcount: Number(headcount) } : {}),
          });
        }}
      >
        <Select
          label={t('places.add_under')}
          options={parents.map(({ place }) => ({ value: place.id, label: place.name }))}
          value={parent_id}
          onChange={setParent}
          isRequired
        />
        <Select
          label={t('places.add_kind')}
          options={kinds.map((value) => ({ value, label: kindWord(value) }))}
          value={kind}
          onChange={(next) => next && setKind(next)}
          isRequired
        />
        <TextField
          label={t('places.name')}
          value={name}
          onChange={setName}
          error={wrong['/name']}
          length_max={200}
          isRequired
        />
        <TextField
          label={t('places.headcount_label')}
          type="number"
          value={headcount}
          onChange={setHeadcount}
          error={wrong['/headcount']}
        />
        <ProblemNote problem={create.error} />
        <div>
          <Button type="submit" icon="plus" isBusy={create.isPending}>
            {t('places.add_submit')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
