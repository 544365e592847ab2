// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/delegation_section.tsx
//
// Delegations: who goes, confirmed or not by the staff representatives; and the editor that says in
// plain words what is still missing.

import { useState } from 'react';
import type { Can } from '#app/api/loaded.tsx';
import { Button, Opened, ProblemNote, Section } from '#ui';
import { fullDay, t } from '#words';
import { DelegationForm } from './delegation_form.tsx';
import {
  type Delegation,
  type PeopleView,
  useConfirmDelegation,
  useEndDelegation,
} from './use_people.ts';

export function DelegationSection({ people, can }: { people: PeopleView; can: Can }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t('people.delegation.title')}>
      <p className="soft read">{t('people.delegation.lead')}</p>
      {people.delegations.length === 0 && <p>{t('people.delegation.none')}</p>}
      <ul className="lines">
        {people.delegations.map((delegation) => (
          <DelegationLine key={delegation.id} delegation={delegation} people={people} can={can} />
        ))}
      </ul>
      {can('compose_delegation') && !isOpen && (
        <div>
          <Button icon="plus" onPress={() => setIsOpen(true)}>
            {t('people.delegation.compose')}
          </Button>
        </div>
      )}
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <DelegationForm
            people={people}
            willConfirm={can('confirm_delegation')}
            onClose={() => setIsOpen(false)}
          />
        </Opened>
      )}
    </Section>
  );
}

interface DelegationLineProps {
  delegation: Delegation;
  people: PeopleView;
  can: Can;
}

function DelegationLine({ delegation, people, can }: DelegationLineProps) {
  const [isOpen, setIsOpen] = useState(false);
  const confirm = useConfirmDelegation(people.place_id, delegation.id);
  const end = useEndDelegation(people.place_id, delegation.id);
  const seats = people.colleges.flatMap((college) => college.seats);
  const day = fullDay(delegation.starts_on);
  return (
    <li className="stack">
      <p>
        <b>{delegation.title}</b>{' '}
        <span className="soft">
          {delegation.ends_on
            ? t('people.delegation.until', { day, until: fullDay(delegation.ends_on) })
            : t('people.delegation.since', { day })}
        </span>
      </p>
      <ul className="bullets">
        {delegation.mandate_ids.map((id) => {
          const seat = seats.find((each) => each.mandate_id === id);
          return <li key={id}>{seat ? memberText(seat) : t('people.delegation.gone')}</li>;
        })}
      </ul>
      <p className="soft">
        {delegation.confirmed_on
          ? t('people.delegation.confirmed', { day: fullDay(delegation.confirmed_on) })
          : t('people.delegation.not_confirmed')}
      </p>
      {!delegation.ends_on && (
        <div className="row">
          {!delegation.confirmed_on && can('confirm_delegation') && (
            <Button kind="main" isBusy={confirm.isPending} onPress={() => confirm.mutate({})}>
              {t('people.delegation.confirm')}
            </Button>
          )}
          {can('compose_delegation') && !isOpen && (
            <>
              <Button kind="quiet" onPress={() => setIsOpen(true)}>
                {t('people.delegation.change')}
              </Button>
              <Button
                kind="quiet"
                isBusy={end.isPending}
                onPress={() => end.mutate({ ends_on: people.today, version: delegation.version })}
              >
                {t('people.delegation.end')}
              </Button>
            </>
          )}
        </div>
      )}
      <ProblemNote problem={confirm.error ?? end.error} />
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <DelegationForm
            people={people}
            delegation={delegation}
            willConfirm={can('confirm_delegation')}
            onClose={() => setIsOpen(false)}
          />
        </Opened>
      )}
    </li>
  );
}

/** Somebody known by their function alone is not named twice. */
function memberText({ name, function_title }: { name: string; function_title: string }): string {
  return name === function_title
    ? name
    : t('people.delegation.member', { name, function: function_title });
}
