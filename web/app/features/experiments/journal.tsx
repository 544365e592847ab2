// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/journal.tsx
//
// Dated events, so that nobody reads a figure without what else happened; and what was heard, without a name.

import { useState } from 'react';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  Checkbox,
  DateField,
  fieldTexts,
  Opened,
  ProblemNote,
  Quote,
  Section,
  Select,
  TextArea,
} from '#ui';
import { parisDay, shortDay, t } from '#words';
import { type ExperimentView, useNoteEvent } from './use_experiments.ts';

const words_length_max = 400;
type Kind = ExperimentView['events'][number]['kind'];

interface Props {
  view: ExperimentView;
  mayFollow: boolean;
}

export function Journal({ view, mayFollow }: Props) {
  const events = view.events.filter((event) => event.kind !== 'heard');
  return (
    <Section title={t('experiments.journal.title')}>
      {events.length === 0 && <p className="soft">{t('experiments.journal.none')}</p>}
      <ol className="journal">
        {events.map((event, index) => (
          <li key={event.id}>
            <b aria-hidden="true">{index + 1}</b>
            <div>
              <p className="label">
                {shortDay(event.happened_on)}
                {event.kind === 'adaptation' && ` · ${t('experiments.event.adaptation')}`}
              </p>
              <p>{event.words}</p>
            </div>
          </li>
        ))}
      </ol>
      {mayFollow && (
        <AddEvent
          id={view.experiment.id}
          kinds={['event', 'adaptation']}
          open={t('experiments.journal.add')}
        />
      )}
    </Section>
  );
}

export function Heard({ view, mayFollow }: Props) {
  const heard = view.events.filter((event) => event.kind === 'heard');
  if (heard.length === 0 && !mayFollow) return null;
  return (
    <Section title={t('experiments.heard.title')}>
      {heard.length === 0 && <p className="soft">{t('experiments.heard.none')}</p>}
      {heard.map((event) => (
        <Quote key={event.id} text={event.words} />
      ))}
      {mayFollow && (
        <AddEvent id={view.experiment.id} kinds={['heard']} open={t('experiments.heard.add')} />
      )}
    </Section>
  );
}

function AddEvent({ id, kinds, open }: { id: string; kinds: readonly Kind[]; open: string }) {
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`experiment.${id}.${kinds[0]}`, {
    kind: kinds[0] ?? 'event',
    happened_on: today,
    words: '',
    begins_part: false,
  });
  const note = useNoteEvent(id, () => {
    draft.clear();
    setIsOpen(false);
  });
  const errors = fieldTexts(note.error);
  if (!isOpen)
    return (
      <p>
        <Button icon="plus" onPress={() => setIsOpen(true)}>
          {open}
        </Button>
      </p>
    );
  return (
    <Opened onClose={() => setIsOpen(false)}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          note.mutate({
            ...draft.value,
            begins_part: draft.value.begins_part && draft.value.kind === 'adaptation',
          });
        }}
      >
        <ProblemNote problem={note.error} shownBesideFields={Object.keys(errors)} />
        {kinds.length > 1 && (
          <Select
            label={t('experiments.event.kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`experiments.event.${kind}`) }))}
            value={draft.value.kind}
            onChange={(kind) => draft.change({ kind: kind || 'event' })}
          />
        )}
        <DateField
          label={t('experiments.event.day')}
          day_max={today}
          value={draft.value.happened_on}
          error={errors['/happened_on']}
          onChange={(happened_on) => draft.change({ happened_on })}
        />
        {draft.value.kind === 'adaptation' && (
          <Checkbox
            label={t('figures.begins_part')}
            hint={t('figures.begins_part_hint')}
            isChecked={draft.value.begins_part}
            onChange={(begins_part) => draft.change({ begins_part })}
          />
        )}
        <TextArea
          label={t('experiments.event.words')}
          hint={t(kinds[0] === 'heard' ? 'experiments.heard.hint' : 'experiments.journal.hint')}
          rows={3}
          length_max={words_length_max}
          value={draft.value.words}
          error={errors['/words']}
          onChange={(words) => draft.change({ words })}
        />
        <p className="row">
          <Button type="submit" kind="main" isBusy={note.isPending}>
            {t('experiments.event.submit')}
          </Button>
          <Button kind="quiet" onPress={() => setIsOpen(false)}>
            {t('common.close')}
          </Button>
        </p>
      </form>
    </Opened>
  );
}
