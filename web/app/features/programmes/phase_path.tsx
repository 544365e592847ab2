// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/phase_path.tsx
//
// The phases in their order, with a gate between each two: where one stands is a frame, a shape and a word.

import { Fragment } from 'react';
import { inLanguage } from '#app/pack_text.ts';
import { Icon, type State, StateMark, TextLink } from '#ui';
import { fullDay, plainDay, t } from '#words';
import type { PassageView, ProgrammeView, StepView } from './use_programmes.ts';

/** More steps than this stand below one another, on any screen. */
const side_by_side_max = 4;

const states: Record<StepView['state'], State> = {
  done: 'done',
  under_way: 'under_way',
  to_come: 'to_come',
};

export function PhasePath({ view }: { view: ProgrammeView }) {
  const { steps, passages, programme } = view;
  const layout = steps.length > side_by_side_max ? 'phase-path is-long' : 'phase-path';
  return (
    <section aria-labelledby="phases">
      <h2 id="phases" className="hide">
        {t('programmes.steps.title')}
      </h2>
      <ol className={layout}>
        {steps.map((step, index) => {
          const passage = passages.find(({ from }) => from === step.key);
          return (
            <Fragment key={step.key}>
              <Phase step={step} number={index + 1} />
              {passage && <PassageMark passage={passage} isNext={step.key === programme.step} />}
            </Fragment>
          );
        })}
      </ol>
    </section>
  );
}

function Phase({ step, number }: { step: StepView; number: number }) {
  const isHere = step.state === 'under_way';
  return (
    <li className={isHere ? 'phase is-here' : 'phase'} aria-current={isHere ? 'step' : undefined}>
      <p className="label">{t('programmes.steps.phase', { number })}</p>
      <h3>{inLanguage(step.title)}</h3>
      <p className="small soft">{daysOf(step)}</p>
      <StateMark state={states[step.state]}>{t(`programmes.steps.state.${step.state}`)}</StateMark>
      <p className="small">{inLanguage(step.aim)}</p>
    </li>
  );
}

function daysOf({ entered_on, left_on }: StepView): string {
  if (!entered_on) return '';
  if (!left_on) return t('programmes.steps.since', { day: fullDay(entered_on) });
  return t('programmes.steps.from_to', { from: plainDay(entered_on), to: fullDay(left_on) });
}

function PassageMark({ passage, isNext }: { passage: PassageView; isNext: boolean }) {
  const gate = passage.attempts.at(-1);
  const isPassed = gate?.state === 'passed';
  const words = (
    <>
      <b>
        {isPassed
          ? t('programmes.steps.gate.passed')
          : gate
            ? t('programmes.steps.gate.shut')
            : t('programmes.steps.gate.plain')}
      </b>
      <br />
      {whatOf(gate, isNext)}
    </>
  );
  return (
    <li className={isPassed ? 'passage is-passed' : 'passage'}>
      <Icon name="gate" />
      <span className="small">
        {gate ? <TextLink href={`/portes/${gate.id}`}>{words}</TextLink> : words}
      </span>
    </li>
  );
}

function whatOf(gate: PassageView['attempts'][number] | undefined, isNext: boolean): string {
  if (gate === undefined)
    return isNext ? t('programmes.steps.gate.to_ask') : t('programmes.steps.gate.to_come');
  if (gate.state === 'passed')
    return t('programmes.steps.gate.on', { day: plainDay(gate.closed_on ?? gate.asked_on) });
  return t(`programmes.steps.gate.${gate.state}`);
}
