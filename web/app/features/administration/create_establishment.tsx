// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/create_establishment.tsx
//
// An establishment in its region. The nation and the region are made along the way when they are not
// there yet, so that the first one is one form.

import { useState } from 'react';
import { Problem } from '#app/api/problem.ts';
import { useRead } from '#app/api/queries.ts';
import { useCreatePlace, useDirectory } from '#app/features/places/index.ts';
import { inLanguage, type PackText } from '#app/pack_text.ts';
import { Button, fieldTexts, ProblemNote, Select, Sheet, TextField } from '#ui';
import { t } from '#words';

interface Regions {
  items: readonly { code: string; title: PackText }[];
}

/** The region's place, made with its nation if need be. */
function useRegionPlace() {
  const directory = useDirectory();
  const reference = useRead<{ id: string; content: Regions }>('/api/references/regions');
  const create = useCreatePlace();
  const regions = reference.data?.data.content.items ?? [];
  const known = directory.data?.data.items ?? [];
  const make = async (code: string): Promise<string> => {
    const found = known.find((place) => place.kind === 'region' && place.insee_code === code);
    if (found) return found.id;
    const nation =
      known.find((place) => place.kind === 'nation')?.id ??
      (await create.mutateAsync({ kind: 'nation', name: t('administration.place.nation') })).data
        .id;
    const region = regions.find((each) => each.code === code);
    const made = await create.mutateAsync({
      kind: 'region',
      name: region?.title.fr ?? code,
      parent_id: nation,
      insee_code: code,
    });
    return made.data.id;
  };
  return { make, regions };
}

export function CreateEstablishment() {
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [finess, setFiness] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const region = useRegionPlace();
  const create = useCreatePlace(() => {
    setName('');
    setFiness('');
  });
  const send = async () => {
    setProblem(null);
    try {
      await create.mutateAsync({
        kind: 'establishment',
        name,
        parent_id: await region.make(code),
        ...(finess ? { finess_site: finess } : {}),
      });
    } catch (thrown) {
      if (thrown instanceof Problem) setProblem(thrown);
      else throw thrown;
    }
  };
  const wrong = fieldTexts(problem);
  return (
    <Sheet title={t('administration.place.create')}>
      <form
        className="stack read"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t('administration.place.name')}
          value={name}
          onChange={setName}
          error={wrong['/name']}
          length_max={200}
          isRequired
        />
        <Select
          label={t('administration.place.region')}
          options={region.regions.map((each) => ({
            value: each.code,
            label: inLanguage(each.title),
          }))}
          value={code}
          onChange={setCode}
          isRequired
        />
        <TextField
          label={t('administration.place.finess')}
          hint={t('administration.place.finess_hint')}
          value={finess}
          onChange={setFiness}
          error={wrong['/finess_site']}
          length_max={20}
        />
        <ProblemNote problem={problem} />
        <div>
          <Button type="submit" kind="main" isBusy={create.isPending}>
            {t('administration.place.submit')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
