// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/people_screen.tsx
//
// The people of an establishment, college by college, then delegations and the carence.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, PageHead, TextLink } from '#ui';
import { t } from '#words';
import { CarenceSection } from './carence_section.tsx';
import { CollegeSection } from './college_section.tsx';
import { DelegationSection } from './delegation_section.tsx';
import './people.css';
import { usePeople } from './use_people.ts';

export function PeopleScreen() {
  const { place_id } = useParams({ from: '/etablissements/$place_id/personnes' });
  const people = usePeople(place_id);
  return (
    <>
      <PageHead
        title={t('people.list.title')}
        where={people.data?.data.place_name}
        lead={t('people.list.lead')}
        facts={
          <>
            <TextLink href={`/etablissements/${place_id}/lieux`}>
              {t('people.account.places_of')}
            </TextLink>{' '}
            <TextLink href={`/journal/${place_id}`}>{t('audit.open')}</TextLink>
          </>
        }
      />
      <Loaded from={people}>
        {(view, can) => (
          <div className="stack-xl">
            {view.colleges.length === 0 && (
              <EmptyState title={t('people.list.no_college')}>
                <p>{t('people.list.no_college_advice')}</p>
              </EmptyState>
            )}
            {view.colleges.map((college) => (
              <CollegeSection key={college.college.id} view={college} people={view} can={can} />
            ))}
            {view.colleges.length > 0 && <DelegationSection people={view} can={can} />}
            <CarenceSection people={view} can={can} />
          </div>
        )}
      </Loaded>
    </>
  );
}
