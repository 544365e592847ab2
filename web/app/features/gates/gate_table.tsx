// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/gate_table.tsx
//
// Each college, how it says yes, where it stands: in the order the gate asks them, with their reasons, and
// nothing summed up.

import { Quote, StateMark } from '#ui';
import { fullDay, plainDay, t } from '#words';
import type { CollegeAtGate, Gate } from './use_gate.ts';

export function GateTable({ gate, colleges }: { gate: Gate; colleges: readonly CollegeAtGate[] }) {
  return (
    <table className="gate-table">
      <caption className="hide">{t('gates.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('gates.college')}</th>
          <th scope="col">{t('gates.way')}</th>
          <th scope="col">{t('gates.stands')}</th>
        </tr>
      </thead>
      <tbody>
        {colleges.map((college) => (
          <tr key={college.college_id}>
            <th scope="row">{college.name || t(`people.college.${college.kind}`)}</th>
            <td>{wayOf(college)}</td>
            <td className="stack">
              <Standing gate={gate} college={college} />
              <Said college={college} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wayOf(college: CollegeAtGate): string {
  if (college.opinion_only) return t('gates.rule.opinion');
  return college.consent_text || t(`gates.rule.${college.consent_rule}`);
}

function Standing({ gate, college }: { gate: Gate; college: CollegeAtGate }) {
  const last = college.answers.at(-1);
  const day = last ? plainDay(last.answered_on) : '';
  const isOpen = gate.state === 'open';
  switch (college.stand) {
    case 'yes':
      return <StateMark state="done">{t('gates.stand.yes', { day })}</StateMark>;
    case 'no':
      return <StateMark state="to_come">{t('gates.stand.no', { day })}</StateMark>;
    case 'opinion':
      return <StateMark state="done">{t('gates.stand.opinion', { day })}</StateMark>;
    case 'no_vote':
      return (
        <StateMark state="to_come">
          {college.opinion_only && isOpen
            ? t('gates.stand.opinion_to_come')
            : t('gates.stand.no_vote')}
        </StateMark>
      );
    case 'awaited':
    case 'silent':
      if (!isOpen) return <StateMark state="to_come">{t('gates.stand.left')}</StateMark>;
      return (
        <>
          <StateMark state="awaited">
            {t(`gates.stand.${college.stand}`, { day: plainDay(gate.due_on) })}
          </StateMark>
          {last?.answer === 'yes' && <p className="small soft">{t('gates.partly')}</p>}
        </>
      );
  }
}

/**
 * The reasons, as they were given; a team's agreement with the day of its meeting. Voices of one college that said it in the
 * same words are read once.
 */
function Said({ college }: { college: CollegeAtGate }) {
  const told = college.answers.filter(({ reason, met_on }) => reason || met_on);
  const once = new Map(told.map((answer) => [`${answer.met_on ?? ''} ${answer.reason}`, answer]));
  return [...once.values()].map((answer) => (
    <div key={answer.id} className="small">
      {answer.met_on && (
        <p className="soft">{t('gates.met_on', { day: fullDay(answer.met_on) })}</p>
      )}
      {answer.reason && <Quote text={answer.reason} />}
    </div>
  ));
}
