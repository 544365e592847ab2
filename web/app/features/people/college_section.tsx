// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/college_section.tsx
//
// One college: who sits in it, the seats offered, how it says yes, and what its own people may change.

import { useState } from 'react';
import type { Can } from '#app/api/loaded.tsx';
import { Button, Opened, ProblemNote, Section, Tag } from '#ui';
import { findWord, fullDay, t } from '#words';
import { ConsentSection } from './consent_section.tsx';
import { EndMandate } from './end_mandate.tsx';
import { Handovers } from './handovers.tsx';
import { OfferSeat } from './offer_seat.tsx';
import {
  type CollegeView,
  type PeopleView,
  type Seat,
  useNoteVacancy,
  useWithdrawOffer,
} from './use_people.ts';

interface CollegeProps {
  view: CollegeView;
  people: PeopleView;
  can: Can;
}

export function CollegeSection({ view, people, can }: CollegeProps) {
  const { college } = view;
  const isPast = (seat: Seat) => typeof seat.ends_on === 'string' && seat.ends_on < people.today;
  const sitting = view.seats.filter((seat) => !isPast(seat));
  const past = view.seats.filter(isPast);
  const mayGive = can(`give_mandate:${college.id}`);
  const maySubstitute = can(`give_substitute_mandate:${college.id}`);
  return (
    <Section title={findWord(`people.college.${college.kind}`) ?? college.name}>
      {sitting.length === 0 && (
        <p className="soft">{t(view.ever_held ? 'people.list.left_empty' : 'people.list.none')}</p>
      )}
      <ul className="lines">
        {sitting.map((seat) => (
          <SeatLine
            key={seat.mandate_id}
            seat={seat}
            people={people}
            mayEnd={can(`end_mandate:${college.id}`) && !seat.ends_on}
          />
        ))}
        {view.offered.map((offered) => (
          <OfferedLine
            key={offered.id}
            offered={offered}
            place_id={people.place_id}
            mayWithdraw={mayGive}
          />
        ))}
      </ul>
      <ConsentSection
        view={view}
        place_id={people.place_id}
        mayEdit={can(`edit_consent:${college.id}`)}
      />
      {past.length > 0 && (
        <details>
          <summary>{t('people.seat.past')}</summary>
          <ul className="lines">
            {past.map((seat) => (
              <li key={seat.mandate_id}>
                <b>{seat.name}</b> <span className="soft">{seatText(seat, people.today)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {can(`read_handovers:${college.id}`) && <Handovers college_id={college.id} />}
      {mayGive && (
        <OfferSeat college_id={college.id} place_id={people.place_id} today={people.today} />
      )}
      {maySubstitute && (
        <OfferSeat
          college_id={college.id}
          place_id={people.place_id}
          today={people.today}
          isSubstitute
        />
      )}
      {can(`note_vacancy:${college.id}`) && (
        <NoteVacancy college_id={college.id} place_id={people.place_id} />
      )}
      {view.vacancy_noted && sitting.length === 0 && (
        <p className="soft">{t('people.vacancy.noted')}</p>
      )}
    </Section>
  );
}

function seatText(seat: Seat, today: string): string {
  // Somebody known by their function alone is not named twice.
  const isNamed = seat.name !== seat.function_title;
  const words = {
    function: isNamed ? t('people.seat.function', { function: seat.function_title }) : '',
    day: fullDay(seat.starts_on),
  };
  if (seat.ends_on) return t('people.seat.until', { ...words, until: fullDay(seat.ends_on) });
  return seat.starts_on > today ? t('people.seat.from', words) : t('people.seat.since', words);
}

interface SeatLineProps {
  seat: Seat;
  people: PeopleView;
  mayEnd: boolean;
}

function SeatLine({ seat, people, mayEnd }: SeatLineProps) {
  const [isEnding, setIsEnding] = useState(false);
  return (
    <li>
      <div className="row spread">
        <span>
          <b>{seat.name}</b> <span className="soft">{seatText(seat, people.today)}</span>{' '}
          {seat.substitute && <Tag>{t('people.seat.substitute')}</Tag>}
        </span>
        {mayEnd && (
          <Button kind="quiet" onPress={() => setIsEnding(true)}>
            {t('people.seat.end')}
            <span className="hide"> {t('common.about', { title: seat.name })}</span>
          </Button>
        )}
      </div>
      {isEnding && (
        <Opened onClose={() => setIsEnding(false)}>
          <EndMandate
            seat={seat}
            place_id={people.place_id}
            today={people.today}
            onClose={() => setIsEnding(false)}
          />
        </Opened>
      )}
    </li>
  );
}

interface OfferedLineProps {
  offered: CollegeView['offered'][number];
  place_id: string;
  mayWithdraw: boolean;
}

function OfferedLine({ offered, place_id, mayWithdraw }: OfferedLineProps) {
  const withdraw = useWithdrawOffer(offered.id, place_id);
  return (
    <li className="row spread">
      <span className="soft">
        {t('people.seat.offered', {
          function: offered.function_title,
          day: fullDay(offered.starts_on),
        })}{' '}
        {offered.given_as === 'administrator' && t('people.seat.offered_by_administrator')}
      </span>
      {mayWithdraw && (
        <Button kind="quiet" isBusy={withdraw.isPending} onPress={() => withdraw.mutate()}>
          {t('people.seat.withdraw')}
        </Button>
      )}
      <ProblemNote problem={withdraw.error} />
    </li>
  );
}

function NoteVacancy({ college_id, place_id }: { college_id: string; place_id: string }) {
  const note = useNoteVacancy(college_id, place_id);
  return (
    <div className="stack">
      <p>{t('people.vacancy.lead')}</p>
      <ProblemNote problem={note.error} />
      <div>
        <Button isBusy={note.isPending} onPress={() => note.mutate({})}>
          {t('people.vacancy.submit')}
        </Button>
      </div>
    </div>
  );
}
