// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/demo_people.tsx
//
// « Entrer comme… »: the people of the demonstration, in the order the server gives.

import type { DemoPerson } from '#app/session.ts';
import { Icon, Section } from '#ui';
import { t } from '#words';

interface DemoPeopleProps {
  people: readonly DemoPerson[];
  isBusy: boolean;
  onChoose: (key: string) => void;
}

export function DemoPeople({ people, isBusy, onChoose }: DemoPeopleProps) {
  return (
    <Section title={t('people.sign_in.demo')}>
      <p className="soft">{t('people.sign_in.demo_lead')}</p>
      <ul className="demo-people">
        {people.map((person) => (
          <li key={person.key}>
            <button type="button" disabled={isBusy} onClick={() => onChoose(person.key)}>
              <span>
                <b>{person.name}</b>
                <span className="soft small">{person.place_name}</span>
              </span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
