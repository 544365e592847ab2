// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/establishment_screen.tsx
//
// One establishment being prepared: its colleges, and the first seat of each.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { OfferSeat } from '#app/features/people/index.ts';
import { useSession } from '#app/session.ts';
import { PageHead, Section, TextLink } from '#ui';
import { findWord, t } from '#words';
import { AddCollege, collegeWord } from './add_college.tsx';
import { type EstablishmentBegun, useEstablishmentBegun } from './use_administration.ts';

export function EstablishmentScreen() {
  const { place_id } = useParams({ from: '/administration/$place_id' });
  const establishment = useEstablishmentBegun(place_id);
  return (
    <>
      <PageHead
        title={establishment.data?.data.name ?? t('administration.title')}
        where={establishment.data?.data.region_name}
        facts={
          <>
            <TextLink href="/administration">{t('administration.establishment.back')}</TextLink>
            <TextLink href={`/etablissements/${place_id}/lieux`}>
              {t('administration.establishment.places')}
            </TextLink>
          </>
        }
      />
      <Loaded from={establishment}>{(view) => <Colleges view={view} />}</Loaded>
    </>
  );
}

function Colleges({ view }: { view: EstablishmentBegun }) {
  const today = useSession().data?.data.today ?? '';
  return (
    <div className="stack-xl">
      <Section title={t('administration.establishment.colleges')}>
        <p className="soft read">{t('administration.step.mandates_why')}</p>
        <ul className="lines">
          {view.colleges.map((college) => (
            <li key={college.id} className="stack">
              <p>
                <b>{collegeWord(college.kind)}</b>{' '}
                <span className="soft">{findWord(`administration.college.${college.begun}`)}</span>
              </p>
              {college.begun !== 'sits' && (
                <OfferSeat
                  college_id={college.id}
                  place_id={view.id}
                  today={today}
                  label={t('administration.college.offer', { college: collegeWord(college.kind) })}
                />
              )}
            </li>
          ))}
        </ul>
      </Section>
      <AddCollege view={view} />
    </div>
  );
}
