// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/programmes_screen.tsx
//
// The démarches of one's places, in the directory's order; and how to begin one.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { type Mandate, useSession } from '#app/session.ts';
import { Button, EmptyState, PageHead, Sheet, StateMark, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { BeginForm } from './begin_form.tsx';
import './programmes.css';
import { type ProgrammeSummary, useProgrammes } from './use_programmes.ts';

export function ProgrammesScreen() {
  const programmes = useProgrammes();
  const session = useSession();
  const mandates = session.data?.data.account?.mandates ?? [];
  return (
    <>
      <PageHead
        room="frame"
        title={t('programmes.index.title')}
        lead={t('programmes.index.lead')}
      />
      <Loaded from={programmes}>
        {({ items }, can) => (
          <ProgrammeList
            items={items}
            places={placesOf(mandates, (place) => can(`begin:${place}`))}
          />
        )}
      </Loaded>
    </>
  );
}

export interface BeginPlace {
  value: string;
  label: string;
}

/** Where somebody may begin one: each place once, in the order of their mandates. */
function placesOf(
  mandates: readonly Mandate[],
  mayBegin: (place: string) => boolean,
): BeginPlace[] {
  const places = new Map<string, string>();
  for (const { place_id, place_name } of mandates)
    if (mayBegin(place_id)) places.set(place_id, place_name);
  return [...places].map(([value, label]) => ({ value, label }));
}

interface ProgrammeListProps {
  items: readonly ProgrammeSummary[];
  places: readonly BeginPlace[];
}

function ProgrammeList({ items, places }: ProgrammeListProps) {
  const [isBeginning, setIsBeginning] = useState(false);
  const begin =
    places.length > 0 && !isBeginning ? (
      <Button
        kind={items.length === 0 ? 'main' : 'plain'}
        icon="plus"
        onPress={() => setIsBeginning(true)}
      >
        {t('programmes.begin.open')}
      </Button>
    ) : null;
  return (
    <div className="stack-xl read-wide">
      {items.length === 0 && !isBeginning && (
        <EmptyState icon="frame" title={t('programmes.index.empty.title')} action={begin}>
          <p>{t('programmes.index.empty.lead')}</p>
          <p>
            {t('programmes.index.empty.discussion')}{' '}
            <TextLink href="/ecouter/nouvelle">
              {t('programmes.index.empty.discussion_link')}
            </TextLink>
          </p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="programme-list">
          {items.map((item) => (
            <li key={item.id}>
              <ProgrammeCard item={item} />
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && begin}
      {isBeginning && <BeginForm places={places} onLeave={() => setIsBeginning(false)} />}
    </div>
  );
}

function ProgrammeCard({ item }: { item: ProgrammeSummary }) {
  const where = { place: item.place_name, day: fullDay(item.started_on) };
  return (
    <Sheet>
      <h2>
        <TextLink
          href={item.kind === 'cluster' ? `/partager/clusters/${item.id}` : `/cadrer/${item.id}`}
        >
          {item.title}
        </TextLink>
      </h2>
      <p className="soft">{t('programmes.index.of_place', where)}</p>
      <p>
        <StateMark state="under_way">
          {t('programmes.index.step', { step: inLanguage(item.step_title) })}
        </StateMark>
      </p>
      {item.open_gate && (
        <p>
          <TextLink href={`/portes/${item.open_gate.id}`}>{t('programmes.index.gate')}</TextLink>
        </p>
      )}
    </Sheet>
  );
}
