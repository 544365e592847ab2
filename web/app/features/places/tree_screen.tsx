// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/tree_screen.tsx
//
// An establishment and its inside, today or as it was on a day; changed in the present only.

import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { Button, DateField, EmptyState, LinkButton, Notice, PageHead, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { AddPlace } from './add_place.tsx';
import { PlaceBranch } from './place_branch.tsx';
import './places.css';
import { type PlaceTree, useTree } from './use_places.ts';

export function TreeScreen() {
  const { place_id } = useParams({ from: '/etablissements/$place_id/lieux' });
  const [on, setOn] = useState('');
  const today = useSession().data?.data.today ?? '';
  const tree = useTree(place_id, on);
  const isPast = on !== '' && on !== today;
  return (
    <>
      <PageHead
        title={t('places.title')}
        where={tree.data?.data.places[0]?.place.name}
        lead={t('places.lead')}
        facts={
          <>
            <TextLink href={`/etablissements/${place_id}/personnes`}>
              {t('people.list.title')}
            </TextLink>
            <TextLink href="/lieux">{t('places.directory.title')}</TextLink>
          </>
        }
      />
      <div className="stack-xl">
        <div className="stack">
          <DateField
            label={t('places.on')}
            hint={t('places.on_hint')}
            value={on || today}
            onChange={setOn}
            day_max={today}
          />
          {isPast && (
            <Notice>
              <p>{t('places.on_then', { day: fullDay(on) })}</p>
              <Button kind="quiet" onPress={() => setOn('')}>
                {t('places.on_today')}
              </Button>
            </Notice>
          )}
        </div>
        <Loaded from={tree}>
          {(view, can) => <Inside view={view} mayShape={can('shape') && !isPast} today={today} />}
        </Loaded>
      </div>
    </>
  );
}

interface InsideProps {
  view: PlaceTree;
  mayShape: boolean;
  today: string;
}

function Inside({ view, mayShape, today }: InsideProps) {
  const root = view.places[0];
  if (root === undefined) return <EmptyState title={t('places.empty')}>{null}</EmptyState>;
  const { finess_site, name, id } = root.place;
  return (
    <>
      <p className="soft small">
        {[...view.above.map((place) => place.name), name].join(' › ')}
        {finess_site && ` · ${t('places.finess', { number: finess_site })}`}
      </p>
      {view.places.length === 1 && (
        <EmptyState title={t('places.empty')}>
          <p>{t('places.empty_advice')}</p>
        </EmptyState>
      )}
      <PlaceBranch lines={view.places} parent_id={id} mayShape={mayShape} today={today} />
      {mayShape && (
        <>
          <AddPlace lines={view.places} />
          <div>
            <LinkButton href={`/lieux/importer?dans=${view.root_id}`}>
              {t('places.import.link')}
            </LinkButton>
          </div>
        </>
      )}
    </>
  );
}
