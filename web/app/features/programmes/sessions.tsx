// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/sessions.tsx
//
// The meetings of the path, in their order, with their minutes of ideas: each idea kept, none attributed.

import { inLanguage } from '#app/pack_text.ts';
import { Section } from '#ui';
import { longDay, t } from '#words';
import { EntryList, type EntryWriting } from './entry_list.tsx';
import type { PathSession, PathSessionDraft, ProgrammeView } from './use_programmes.ts';

type Name = 'number' | 'subject' | 'held_on' | 'place_text' | 'step_key' | 'ideas';

export function Sessions({ view, mayLead }: { view: ProgrammeView; mayLead: boolean }) {
  return (
    <Section title={t('programmes.sessions.title')}>
      {view.sessions.length === 0 && <p className="soft">{t('programmes.sessions.empty')}</p>}
      <EntryList
        programmeId={view.programme.id}
        writing={writing(view)}
        items={view.sessions}
        mayLead={mayLead}
        nameOf={({ subject }) => subject}
        draftOf={({ number, step_key, held_on, place_text, subject, ideas }: PathSessionDraft) => ({
          number,
          step_key,
          held_on,
          place_text,
          subject,
          ideas,
        })}
        show={(session) => <Line session={session} />}
        add={t('programmes.sessions.add')}
        removed={t('programmes.sessions.removed')}
      />
    </Section>
  );
}

function Line({ session }: { session: PathSession }) {
  const day = session.held_on ? longDay(session.held_on) : t('programmes.sessions.no_day');
  return (
    <div>
      <p className="label">{[day, session.place_text].filter(Boolean).join(' · ')}</p>
      <h3>{session.subject}</h3>
      {session.ideas && (
        <details className="fold">
          <summary>{t('programmes.sessions.ideas')}</summary>
          <p className="words read">{session.ideas}</p>
        </details>
      )}
    </div>
  );
}

function writing(view: ProgrammeView): EntryWriting<Name, PathSessionDraft> {
  const next = Math.max(0, ...view.sessions.map(({ number }) => number)) + 1;
  return {
    kind: 'sessions',
    fields: [
      {
        name: 'subject',
        label: t('programmes.sessions.subject'),
        kind: 'line',
        isRequired: true,
        length_max: 400,
      },
      { name: 'held_on', label: t('programmes.sessions.held_on'), kind: 'day' },
      {
        name: 'place_text',
        label: t('programmes.sessions.place'),
        kind: 'line',
        length_max: 200,
      },
      {
        name: 'step_key',
        label: t('programmes.sessions.step'),
        kind: 'select',
        isRequired: true,
        options: view.steps.map(({ key, title }) => ({ value: key, label: inLanguage(title) })),
      },
      { name: 'number', label: t('programmes.sessions.number'), kind: 'number', isRequired: true },
      {
        name: 'ideas',
        label: t('programmes.sessions.ideas'),
        hint: t('programmes.sessions.ideas_hint'),
        kind: 'text',
        rows: 6,
      },
    ],
    valuesOf: (session) => ({
      number: String(session?.number ?? next),
      subject: session?.subject ?? '',
      held_on: session?.held_on ?? '',
      place_text: session?.place_text ?? '',
      step_key: session?.step_key ?? view.programme.step,
      ideas: session?.ideas ?? '',
    }),
    toDraft: (values) => ({
      number: Math.round(Number(values.number)) || next,
      subject: values.subject.trim(),
      held_on: values.held_on || null,
      place_text: values.place_text.trim(),
      step_key: values.step_key,
      ideas: values.ideas.trim(),
    }),
  };
}
