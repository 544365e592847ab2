// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/history.tsx
//
// What was answered, day by day; apart, the working notes that every college reads, never about who spoke.

import { useDraft } from '#app/use_draft.ts';
import { Button, ProblemNote, Quote, TextArea } from '#ui';
import { plainDay, shortDay, t } from '#words';
import { type ProposalEntry, type ProposalView, useNote, useTeamWords } from './use_proposals.ts';

export function History({ view }: { view: ProposalView }) {
  const entries = view.entries.filter((each) => each.kind !== 'note');
  return (
    <ol className="history stack" aria-label={t('proposals.history')}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="small">
            <b>{shortDay(entry.entered_on)}</b> {whatHappened(entry)}
          </p>
          {entry.kind === 'team_words' ? (
            <Quote text={entry.words} />
          ) : (
            entry.words && <p>{entry.words}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

function whatHappened(entry: ProposalEntry): string {
  const said =
    entry.kind === 'passed_on'
      ? t('proposals.entry.passed_on', { level: entry.level })
      : entry.kind === 'reviewed'
        ? t('proposals.entry.reviewed', { holds: entry.level })
        : t(`proposals.entry.${entry.kind}`);
  const until = entry.until_on ? t('proposals.entry.until', { day: plainDay(entry.until_on) }) : '';
  const who = entry.by_college
    ? t('proposals.entry.by', {
        college: t(`people.college.${entry.by_college}`),
        who: entry.by_function,
      })
    : '';
  return [said, until, who].filter(Boolean).join(' ');
}

interface NotesProps {
  view: ProposalView;
  mayNote: boolean;
  mayTeamWords: boolean;
}

export function Notes({ view, mayNote, mayTeamWords }: NotesProps) {
  const notes = view.entries.filter((each) => each.kind === 'note');
  return (
    <section className="stack">
      <h3>
        {t('proposals.notes.title')} <span className="hint">{t('proposals.notes.readers')}</span>
      </h3>
      {notes.length > 0 && (
        <ul className="stack small">
          {notes.map((note) => (
            <li key={note.id}>
              <b>{shortDay(note.entered_on)}</b> {note.words}
            </li>
          ))}
        </ul>
      )}
      {mayNote && <NoteForm id={view.proposal.id} />}
      {mayTeamWords && <TeamWordsForm id={view.proposal.id} />}
    </section>
  );
}

function NoteForm({ id }: { id: string }) {
  const draft = useDraft(`note.${id}`, { words: '' });
  const note = useNote(id, draft.clear);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(draft.value);
      }}
    >
      <TextArea
        label={t('proposals.notes.write')}
        value={draft.value.words}
        onChange={(words) => draft.change({ words })}
        length_max={2000}
      />
      <ProblemNote problem={note.error} />
      <Button type="submit" isBusy={note.isPending} isDisabled={draft.value.words.trim() === ''}>
        {t('proposals.notes.add')}
      </Button>
    </form>
  );
}

function TeamWordsForm({ id }: { id: string }) {
  const draft = useDraft(`team_words.${id}`, { words: '' });
  const say = useTeamWords(id, draft.clear);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate(draft.value);
      }}
    >
      <TextArea
        label={t('proposals.team_words.write')}
        hint={t('proposals.team_words.hint')}
        value={draft.value.words}
        onChange={(words) => draft.change({ words })}
        length_max={2000}
      />
      <ProblemNote problem={say.error} />
      <Button type="submit" isBusy={say.isPending} isDisabled={draft.value.words.trim() === ''}>
        {t('proposals.team_words.add')}
      </Button>
    </form>
  );
}
