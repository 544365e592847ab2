// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/begin_screen.tsx
//
// A new questionnaire: for which house, and from which words.

import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { Button, Choice, PageHead, ProblemNote, Select, fieldTexts } from '#ui';
import { duration, t } from '#words';
import { ImportFile } from './files.tsx';
import './instruments.css';
import { titleOf } from './list_screen.tsx';
import { type InstrumentLine, useBegin, useInstruments } from './use_instruments.ts';

const blank = 'blank';
/** Five minutes, every dimension: where most begin. */
const usual = 'etabli-noyau-25';

export function BeginScreen() {
  const instruments = useInstruments();
  return (
    <>
      <PageHead
        room="listen"
        where={t('instruments.title')}
        title={t('instruments.new.title')}
        lead={t('instruments.new.lead')}
      />
      <Loaded from={instruments}>{({ items }) => <Beginning items={items} />}</Loaded>
    </>
  );
}

function Beginning({ items }: { items: readonly InstrumentLine[] }) {
  const router = useRouter();
  const session = useSession();
  const { from } = useSearch({ from: '/ecouter/questionnaires/nouveau' });
  const houses = [
    ...new Map(
      (session.data?.data.account?.mandates ?? []).map((mandate) => [
        mandate.place_id,
        { value: mandate.place_id, label: mandate.place_name },
      ]),
    ).values(),
  ];
  const [house, setHouse] = useState(houses[0]?.value ?? '');
  const [chosen, setChosen] = useState(
    from ?? (items.some((line) => line.id === usual) ? usual : blank),
  );
  const begin = useBegin((id) => void router.navigate({ href: `/ecouter/questionnaires/${id}` }));
  const errors = fieldTexts(begin.error);

  return (
    <div className="stack-xl read">
      <form
        className="stack-xl"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({ establishment_id: house, from: chosen === blank ? null : chosen });
        }}
      >
        <ProblemNote problem={begin.error} shownBesideFields={Object.keys(errors)} />
        {houses.length > 1 && (
          <Select
            label={t('instruments.new.house')}
            isRequired
            options={houses}
            value={house}
            error={errors['/establishment_id']}
            onChange={setHouse}
          />
        )}
        <Choice
          label={t('instruments.new.from')}
          options={[
            ...items.map((line) => ({
              value: line.id,
              label: titleOf(line),
              hint: `${t('instruments.items', { count: line.items })}, ${duration(line.minutes)}`,
            })),
            {
              value: blank,
              label: t('instruments.new.blank'),
              hint: t('instruments.new.blank_hint'),
            },
          ]}
          value={chosen}
          error={errors['/from']}
          onChange={setChosen}
        />
        <div className="row">
          <Button type="submit" kind="main" isBusy={begin.isPending}>
            {t('instruments.new.go')}
          </Button>
        </div>
      </form>
      {house !== '' && <ImportFile establishment_id={house} />}
    </div>
  );
}
