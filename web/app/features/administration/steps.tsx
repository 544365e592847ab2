// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/steps.tsx
//
// The checklist that teaches: what to do first, and why it matters.

import { useSession } from '#app/session.ts';
import { Section, type State, StateMark, TextLink } from '#ui';
import { t } from '#words';
import type { AdministrationView } from './use_administration.ts';

interface Step {
  key: 'account' | 'place' | 'colleges' | 'mandates';
  isDone: boolean;
  href?: string;
}

function stepsOf(view: AdministrationView, email: string): Step[] {
  const colleges = view.establishments.flatMap((establishment) => establishment.colleges);
  const first = view.establishments[0];
  const href = first && `/administration/${first.id}`;
  return [
    { key: 'account', isDone: email !== '' && !email.endsWith('.invalid'), href: '/compte' },
    { key: 'place', isDone: view.establishment_count > 0 },
    { key: 'colleges', isDone: colleges.length > 0, href },
    {
      key: 'mandates',
      isDone: colleges.length > 0 && colleges.every((college) => college.begun === 'sits'),
      href,
    },
  ];
}

export function Steps({ view }: { view: AdministrationView }) {
  const email = useSession().data?.data.account?.email ?? '';
  const steps = stepsOf(view, email);
  const next = steps.find((step) => !step.isDone);
  const stateOf = (step: Step): State =>
    step.isDone ? 'done' : step === next ? 'under_way' : 'to_come';
  return (
    <Section title={t('administration.steps')}>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.key}>
            <p>
              <StateMark state={stateOf(step)}>{t(`administration.step.${step.key}`)}</StateMark>
              <span className="hide"> {t(`common.state.${stateOf(step)}`)}</span>
            </p>
            <p className="soft">{t(`administration.step.${step.key}_why`)}</p>
            {step.href && !step.isDone && (
              <p>
                <TextLink href={step.href}>
                  {t('administration.step.open', { step: t(`administration.step.${step.key}`) })}
                </TextLink>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
