// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/journal.tsx
//
// The journal, newest day first, read by every college. A line says which college wrote it, never who; it is not
// corrected, it is continued.

import { useEffect, useRef } from 'react';
import { Section } from '#ui';
import { type Day, fullDay, t } from '#words';
import { DraftForm } from './draft_form.tsx';
import { FoldedForm } from './folded_form.tsx';
import {
  type JournalEntry,
  type JournalEntryDraft,
  type ProgrammeView,
  useAddEntry,
} from './use_programmes.ts';

/** Beside a page, the latest; the rest is folded. */
const lines_shown = 6;

interface JournalProps {
  view: ProgrammeView;
  mayWrite: boolean;
  today: Day;
  /** Somebody came here from a gate to write a disagreement down. */
  startsOpen: boolean;
}

export function Journal({ view, mayWrite, today, startsOpen }: JournalProps) {
  const { id } = view.programme;
  const write = useAddEntry<JournalEntryDraft>(id, 'journal');
  const older = view.journal.slice(lines_shown);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (startsOpen) here.current?.querySelector('textarea')?.focus();
  }, [startsOpen]);
  return (
    <div ref={here}>
      <Section title={t('programmes.journal.title')}>
        <p className="small soft">{t('programmes.journal.lead')}</p>
        {mayWrite && (
          <FoldedForm label={t('programmes.journal.add')} icon="plus" startsOpen={startsOpen}>
            {(close) => (
              <DraftForm
                name={`programme:${id}:journal`}
                label={t('programmes.journal.add')}
                fields={[
                  {
                    name: 'text',
                    label: t('programmes.journal.text'),
                    kind: 'text',
                    isRequired: true,
                    length_max: 2000,
                  },
                  {
                    name: 'happened_on',
                    label: t('programmes.journal.happened_on'),
                    kind: 'day',
                    day_max: today,
                    isRequired: true,
                  },
                ]}
                base={null}
                valuesOf={() => ({ text: '', happened_on: today })}
                toBody={({ text, happened_on }) => ({ text: text.trim(), happened_on })}
                send={write}
                submit={t('programmes.journal.submit')}
                onDone={close}
              />
            )}
          </FoldedForm>
        )}
        {view.journal.length === 0 && <p className="small soft">{t('programmes.journal.empty')}</p>}
        <Lines entries={view.journal.slice(0, lines_shown)} />
        {older.length > 0 && (
          <details className="fold small">
            <summary>{t('programmes.journal.whole')}</summary>
            <Lines entries={older} />
          </details>
        )}
      </Section>
    </div>
  );
}

function Lines({ entries }: { entries: readonly JournalEntry[] }) {
  return (
    <ul className="lines small">
      {entries.map(({ id, happened_on, text, written_by }) => (
        <li key={id}>
          <p className="words">
            <b>{fullDay(happened_on)}</b> {text}
          </p>
          <p className="soft">
            {written_by ? t(`people.college.${written_by}`) : t('programmes.journal.committee')}
          </p>
        </li>
      ))}
    </ul>
  );
}
