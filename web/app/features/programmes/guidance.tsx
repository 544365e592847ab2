// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/guidance.tsx
//
// What the template says of the phase under way: advice, possible meetings, what it leaves. Folded, and free to be
// left aside; what is there can be said to be there.

import { inLanguage } from '#app/pack_text.ts';
import { Button, ProblemNote, Section, StateMark } from '#ui';
import { type Day, duration, fullDay, t } from '#words';
import { type StepView, useMarkDeliverable } from './use_programmes.ts';

interface GuidanceProps {
  programmeId: string;
  step: StepView;
  mayWrite: boolean;
  today: Day;
}

export function Guidance(props: GuidanceProps) {
  const { step } = props;
  return (
    <Section title={t('programmes.guidance.title', { step: inLanguage(step.title) })}>
      {step.minutes_estimate > 0 && (
        <p className="soft read">
          {t('programmes.guidance.time', { time: duration(step.minutes_estimate) })}
        </p>
      )}
      {step.guidance.length > 0 && (
        <details className="fold">
          <summary>{t('programmes.guidance.advice')}</summary>
          <ul className="bullets read">
            {step.guidance.map((advice) => (
              <li key={advice.fr}>{inLanguage(advice)}</li>
            ))}
          </ul>
        </details>
      )}
      {step.sessions.length > 0 && (
        <details className="fold">
          <summary>{t('programmes.guidance.meetings')}</summary>
          {step.sessions.map((session) => (
            <div key={session.key} className="stack read">
              <h3>{inLanguage(session.title)}</h3>
              <ol className="bullets">
                {session.agenda.map((point) => (
                  <li key={point.fr}>{inLanguage(point)}</li>
                ))}
              </ol>
            </div>
          ))}
        </details>
      )}
      {step.deliverables.length > 0 && <Deliverables {...props} />}
    </Section>
  );
}

function Deliverables({ programmeId, step, mayWrite, today }: GuidanceProps) {
  const mark = useMarkDeliverable(programmeId);
  return (
    <>
      <h3>{t('programmes.guidance.deliverables')}</h3>
      <ul className="lines">
        {step.deliverables.map(({ key, title, done_on, sheet_id }) => (
          <li key={key} className="row need">
            <span>{inLanguage(title)}</span>
            <span className="row">
              <StateMark state={done_on ? 'done' : 'to_come'}>
                {done_on
                  ? t('programmes.guidance.there_since', { day: fullDay(done_on) })
                  : t('programmes.guidance.not_there')}
              </StateMark>
              {mayWrite && (
                <Button
                  kind="quiet"
                  onPress={() =>
                    mark.mutate({
                      step_key: step.key,
                      deliverable_key: key,
                      done_on: done_on ? null : today,
                      sheet_id: sheet_id ?? null,
                    })
                  }
                >
                  {done_on ? t('programmes.guidance.unmark') : t('programmes.guidance.mark')}
                  <span className="hide"> {t('common.about', { title: inLanguage(title) })}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <ProblemNote problem={mark.error} />
    </>
  );
}
