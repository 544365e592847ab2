// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/frame_section.tsx
//
// Why this démarche: two stakes, the perimeter, what is open and who decides. What is not written yet says so.

import { type Fact, Facts, Section } from '#ui';
import { t } from '#words';
import { DraftForm, type FormField } from './draft_form.tsx';
import { FoldedForm } from './folded_form.tsx';
import { type Programme, useFrame } from './use_programmes.ts';

const texts = [
  'care_stake',
  'work_stake',
  'perimeter',
  'outside_perimeter',
  'committee',
  'openness_text',
  'still_open',
  'who_decides',
] as const;

const experiment_gates = ['team', 'wide', 'each'] as const;

type Name = 'title' | 'openness' | 'experiment_gate' | (typeof texts)[number];

interface FrameSectionProps {
  programme: Programme;
  mayLead: boolean;
  /** No gate is open on it. */
  mayWrite: boolean;
}

export function FrameSection({ programme, mayLead, mayWrite }: FrameSectionProps) {
  const frame = useFrame(programme.id);
  return (
    <Section title={<span id="enjeux">{t('programmes.frame.section')}</span>}>
      <FoldedFrame programme={programme} mayLead={mayLead} mayWrite={mayWrite} frame={frame} />
    </Section>
  );
}

function FoldedFrame({
  programme,
  mayLead,
  mayWrite,
  frame,
}: FrameSectionProps & { frame: ReturnType<typeof useFrame> }) {
  const facts = <Facts columns={2} items={factsOf(programme)} />;
  if (!mayLead) return facts;
  if (!mayWrite)
    return (
      <>
        {facts}
        <p className="soft small">{t('programmes.frame.held')}</p>
      </>
    );
  return (
    <>
      {facts}
      <FoldedForm label={t('programmes.frame.edit')}>
        {(close) => (
          <DraftForm
            name={`programme:${programme.id}:frame`}
            label={t('programmes.frame.section')}
            fields={fieldsOf()}
            base={programme}
            valuesOf={(base) => ({
              title: base.title,
              committee: base.committee,
              openness: base.openness,
              care_stake: base.care_stake,
              work_stake: base.work_stake,
              perimeter: base.perimeter,
              outside_perimeter: base.outside_perimeter,
              openness_text: base.openness_text,
              still_open: base.still_open,
              who_decides: base.who_decides,
              experiment_gate: base.experiment_gate ?? 'team',
            })}
            toBody={(values, base) => ({
              ...values,
              openness: (values.openness || 'participate') as Programme['openness'],
              experiment_gate: experiment_gates.find((each) => each === values.experiment_gate),
              version: base.version,
            })}
            send={frame}
            submit={t('programmes.save')}
            onDone={close}
          />
        )}
      </FoldedForm>
    </>
  );
}

function factsOf(programme: Programme): Fact[] {
  const none = <span className="soft">{t('programmes.frame.not_written')}</span>;
  const openness = t(`programmes.frame.openness.${programme.openness}`);
  return [
    ...texts.map((name) => ({
      label: t(`programmes.frame.${name}`),
      value:
        name === 'openness_text' ? (
          <>
            <p>
              <b>{openness}</b>
            </p>
            {programme.openness_text}
          </>
        ) : (
          programme[name] || none
        ),
    })),
    {
      label: t('programmes.frame.experiment_gate'),
      value: t(`programmes.frame.experiment_gate.${programme.experiment_gate ?? 'team'}`),
    },
  ];
}

function fieldsOf(): FormField<Name>[] {
  const text = (name: Name, hint?: string): FormField<Name> => ({
    name,
    label: t(`programmes.frame.${name}`),
    hint,
    kind: 'text',
    rows: 2,
  });
  return [
    {
      name: 'title',
      label: t('programmes.frame.title'),
      kind: 'line',
      isRequired: true,
      length_max: 200,
    },
    text('care_stake', t('programmes.frame.care_stake_hint')),
    text('work_stake'),
    text('perimeter', t('programmes.frame.perimeter_hint')),
    text('outside_perimeter'),
    text('committee', t('programmes.frame.committee_hint')),
    {
      name: 'openness',
      label: t('programmes.frame.openness'),
      kind: 'select',
      options: (['inform', 'consult', 'participate'] as const).map((value) => ({
        value,
        label: t(`programmes.frame.openness.${value}`),
      })),
    },
    text('openness_text'),
    text('still_open'),
    text('who_decides'),
    {
      name: 'experiment_gate',
      label: t('programmes.frame.experiment_gate'),
      hint: t('programmes.frame.experiment_gate_hint'),
      kind: 'select',
      options: experiment_gates.map((value) => ({
        value,
        label: t(`programmes.frame.experiment_gate.${value}`),
      })),
    },
  ];
}
