// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/administration_screen.tsx
//
// First steps of whoever keeps the machine, then the establishments and where their colleges stand.

import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, LinkButton, PageHead, Section, type State, StateMark, TextLink } from '#ui';
import { findWord, number, t } from '#words';
import './administration.css';
import { CreateEstablishment } from './create_establishment.tsx';
import { Steps } from './steps.tsx';
import { type EstablishmentBegun, useAdministration } from './use_administration.ts';

export function AdministrationScreen() {
  const administration = useAdministration();
  return (
    <>
      <PageHead title={t('administration.title')} lead={t('administration.lead')} />
      <Loaded from={administration}>
        {(view) => (
          <div className="stack-xl">
            <Steps view={view} />
            <CreateEstablishment />
            <div className="row">
              <LinkButton href="/lieux/importer">{t('administration.place.import')}</LinkButton>
              <LinkButton href="/lieux" kind="quiet">
                {t('administration.place.directory')}
              </LinkButton>
            </div>
            {view.establishments.length === 0 && (
              <EmptyState title={t('administration.none')}>
                <p>{t('administration.none_advice')}</p>
              </EmptyState>
            )}
            {view.establishments.map((establishment) => (
              <Establishment key={establishment.id} establishment={establishment} />
            ))}
            {view.establishment_count > view.establishments.length && (
              <p className="soft">
                {t('administration.more', {
                  shown: number(view.establishments.length),
                  count: number(view.establishment_count),
                })}
              </p>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

const stateOf: Record<EstablishmentBegun['colleges'][number]['begun'], State> = {
  not_yet: 'to_come',
  offered: 'under_way',
  sits: 'done',
  left_empty: 'to_come',
};

function Establishment({ establishment }: { establishment: EstablishmentBegun }) {
  return (
    <Section title={establishment.name}>
      {establishment.colleges.length > 0 && (
        <ul className="lines">
          {establishment.colleges.map((college) => (
            <li key={college.id}>
              <StateMark state={stateOf[college.begun]}>
                {findWord(`people.college.${college.kind}`) ?? college.name}
              </StateMark>{' '}
              <span className="soft">{findWord(`administration.college.${college.begun}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <TextLink href={`/administration/${establishment.id}`}>
          {t('administration.establishment.open', { name: establishment.name })}
        </TextLink>
      </p>
    </Section>
  );
}
