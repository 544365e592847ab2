// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/handovers.tsx
//
// Whoever carried the démarche leaves: what is promised, what is fragile, what was lost; and which colleges have
// read it.

import { Button, ProblemNote, Section } from '#ui';
import { type Day, fullDay, t } from '#words';
import { DraftForm } from './draft_form.tsx';
import { FoldedForm } from './folded_form.tsx';
import {
  type Handover,
  type HandoverDraft,
  type ProgrammeView,
  useAddEntry,
  useReadHandover,
} from './use_programmes.ts';

interface HandoversProps {
  view: ProgrammeView;
  mayLead: boolean;
  mayRead: boolean;
  today: Day;
}

export function Handovers({ view, mayLead, mayRead, today }: HandoversProps) {
  const { id } = view.programme;
  const add = useAddEntry<HandoverDraft>(id, 'handover');
  return (
    <Section title={t('programmes.handover.title')}>
      {view.handovers.length === 0 && (
        <p className="small soft">{t('programmes.handover.empty')}</p>
      )}
      <ul className="lines small">
        {view.handovers.map((handover) => (
          <li key={handover.id}>
            <Line programmeId={id} handover={handover} mayRead={mayRead} />
          </li>
        ))}
      </ul>
      {mayLead && (
        <FoldedForm label={t('programmes.handover.add')} icon="plus">
          {(close) => (
            <DraftForm
              name={`programme:${id}:handover`}
              label={t('programmes.handover.add')}
              fields={[
                {
                  name: 'from_function',
                  label: t('programmes.handover.from'),
                  kind: 'line',
                  isRequired: true,
                  length_max: 200,
                },
                {
                  name: 'to_function',
                  label: t('programmes.handover.to'),
                  kind: 'line',
                  length_max: 200,
                },
                {
                  name: 'left_text',
                  label: t('programmes.handover.left'),
                  kind: 'text',
                  rows: 5,
                  isRequired: true,
                },
                {
                  name: 'lost_text',
                  label: t('programmes.handover.lost'),
                  kind: 'text',
                  rows: 2,
                },
                {
                  name: 'left_on',
                  label: t('programmes.handover.left_on'),
                  kind: 'day',
                  isRequired: true,
                },
              ]}
              base={null}
              valuesOf={() => ({
                from_function: '',
                to_function: '',
                left_text: '',
                lost_text: '',
                left_on: today,
              })}
              toBody={(values) => values}
              send={add}
              submit={t('programmes.save')}
              onDone={close}
            />
          )}
        </FoldedForm>
      )}
    </Section>
  );
}

interface LineProps {
  programmeId: string;
  handover: Handover;
  mayRead: boolean;
}

function Line({ programmeId, handover, mayRead }: LineProps) {
  const read = useReadHandover(programmeId, handover.id);
  const { from_function: from, to_function: to, left_on, read_by } = handover;
  const day = fullDay(left_on);
  const colleges = read_by.map((college) => t(`people.college.${college}`)).join(', ');
  return (
    <details className="fold">
      <summary>
        {to
          ? t('programmes.handover.line_to', { from, to, day })
          : t('programmes.handover.line', { from, day })}
      </summary>
      <div className="stack">
        <p className="words">{handover.left_text}</p>
        {handover.lost_text && (
          <p className="soft words">
            {t('programmes.handover.lost_shown', { text: handover.lost_text })}
          </p>
        )}
        <p className="soft">
          {colleges
            ? t('programmes.handover.read_by', { colleges })
            : t('programmes.handover.read_by_nobody')}
        </p>
        {mayRead && (
          <div className="row">
            <Button kind="quiet" isBusy={read.isPending} onPress={() => read.mutate({})}>
              {t('programmes.handover.mark_read')}
            </Button>
          </div>
        )}
        <ProblemNote problem={read.error} />
      </div>
    </details>
  );
}
