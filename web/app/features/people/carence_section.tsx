// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/carence_section.tsx
//
// No elected representative: recorded with its date, read by everybody, ended when somebody is elected.

import { useState } from 'react';
import type { Can } from '#app/api/loaded.tsx';
import { useDraft } from '#app/use_draft.ts';
import { Button, DateField, fieldTexts, Opened, ProblemNote, Quote, Section, TextArea } from '#ui';
import { fullDay, t } from '#words';
import { type Carence, type PeopleView, useEndCarence, useRecordCarence } from './use_people.ts';

export function CarenceSection({ people, can }: { people: PeopleView; can: Can }) {
  const [isOpen, setIsOpen] = useState(false);
  const mayRecord = can('record_carence');
  if (people.carences.length === 0 && !mayRecord) return null;
  return (
    <Section title={t('people.carence.title')}>
      <p className="soft read">{t('people.carence.lead')}</p>
      <ul className="lines">
        {people.carences.map((carence) => (
          <CarenceLine
            key={carence.id}
            carence={carence}
            people={people}
            mayEnd={can('end_carence') && !carence.ended_on}
          />
        ))}
      </ul>
      {mayRecord && !isOpen && (
        <div>
          <Button onPress={() => setIsOpen(true)}>{t('people.carence.submit')}</Button>
        </div>
      )}
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <CarenceForm people={people} onClose={() => setIsOpen(false)} />
        </Opened>
      )}
    </Section>
  );
}

interface CarenceLineProps {
  carence: Carence;
  people: PeopleView;
  mayEnd: boolean;
}

function CarenceLine({ carence, people, mayEnd }: CarenceLineProps) {
  const [ended_on, setEndedOn] = useState(people.today);
  const end = useEndCarence(carence.id, people.place_id);
  const day = fullDay(carence.recorded_on);
  return (
    <li className="stack">
      <p>
        {carence.ended_on
          ? t('people.carence.ended', { day, until: fullDay(carence.ended_on) })
          : t('people.carence.recorded', { day })}
      </p>
      <Quote text={carence.text} />
      {mayEnd && (
        <>
          <DateField
            label={t('people.carence.end_day')}
            hint={t('people.carence.end_lead')}
            value={ended_on}
            onChange={setEndedOn}
            error={fieldTexts(end.error)['/ended_on']}
          />
          <ProblemNote problem={end.error} />
          <div>
            <Button isBusy={end.isPending} onPress={() => end.mutate({ ended_on })}>
              {t('people.carence.end')}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function CarenceForm({ people, onClose }: { people: PeopleView; onClose: () => void }) {
  const draft = useDraft(`carence.${people.place_id}`, { recorded_on: people.today, text: '' });
  const write = useRecordCarence(people.place_id, () => {
    draft.clear();
    onClose();
  });
  const wrong = fieldTexts(write.error);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate(draft.value);
      }}
    >
      <DateField
        label={t('people.carence.day')}
        value={draft.value.recorded_on}
        onChange={(recorded_on) => draft.change({ recorded_on })}
        error={wrong['/recorded_on']}
        isRequired
      />
      <TextArea
        label={t('people.carence.text')}
        hint={t('people.carence.text_hint')}
        value={draft.value.text}
        onChange={(text) => draft.change({ text })}
        error={wrong['/text']}
        length_max={4000}
        isRequired
      />
      <ProblemNote problem={write.error} />
      <div className="row">
        <Button type="submit" kind="main" isBusy={write.isPending}>
          {t('people.carence.submit')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </form>
  );
}
