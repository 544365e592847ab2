// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/directory_screen.tsx
//
// Regions and establishments in the directory's order. A region is opened when somebody asks for it.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, LinkButton, PageHead, TextLink } from '#ui';
import { t } from '#words';
import './places.css';
import { type Place, useDirectory } from './use_places.ts';

export function DirectoryScreen() {
  const directory = useDirectory();
  return (
    <>
      <PageHead title={t('places.directory.title')} lead={t('places.directory.lead')} />
      <Loaded from={directory}>
        {({ items }, can) => (
          <div className="stack-xl">
            {items.length === 0 && (
              <EmptyState title={t('places.directory.none')}>
                <p>{t('places.directory.none_advice')}</p>
              </EmptyState>
            )}
            {can('import_places') && (
              <div className="row">
                <LinkButton href="/lieux/importer" icon="plus">
                  {t('places.import.link')}
                </LinkButton>
                <LinkButton href="/administration" kind="quiet">
                  {t('people.account.administration')}
                </LinkButton>
              </div>
            )}
            <Establishments places={items.filter((place) => place.kind === 'establishment')} />
            {items
              .filter((place) => place.kind === 'region')
              .map((region) => (
                <Region key={region.id} region={region} />
              ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Establishments({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <ul className="lines">
      {places.map((place) => (
        <li key={place.id}>
          <TextLink href={`/etablissements/${place.id}/lieux`}>{place.name}</TextLink>{' '}
          {place.finess_site && (
            <span className="soft small nums">
              {t('places.finess', { number: place.finess_site })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Region({ region }: { region: Place }) {
  const [isOpen, setIsOpen] = useState(false);
  const inside = useDirectory(isOpen ? region.id : '');
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{region.name}</summary>
      {isOpen && (
        <Loaded from={inside}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{t('places.directory.no_establishment')}</p>
            ) : (
              <Establishments places={items} />
            )
          }
        </Loaded>
      )}
    </details>
  );
}
