// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/passed_text.tsx
//
// What a college says yes or no to: for a phase, the stakes, the perimeter and the means as they are written
// today; for anything else, the way to it.

import { Loaded } from '#app/api/loaded.tsx';
import { objectPath } from '#app/object_paths.ts';
import { type Fact, Facts, Section, TextLink } from '#ui';
import { t } from '#words';
import { type ProgrammeView, useProgramme } from '../programmes/use_programmes.ts';
import type { Gate } from './use_gate.ts';

export function PassedText({ gate }: { gate: Gate }) {
  if (gate.subject_kind === 'phase' && gate.programme_id)
    return <ProgrammeText programmeId={gate.programme_id} isOpen={gate.state === 'open'} />;
  if (gate.subject_kind === 'diagnosis')
    return <SubjectLink href={`/comprendre/diagnostic/${gate.subject_id}`} />;
  if (gate.subject_kind === 'sheet_readers')
    return <SubjectLink href={objectPath('sheet', gate.subject_id)} />;
  if (gate.subject_kind === 'experiment')
    return <SubjectLink href={objectPath('experiment', gate.subject_id)} />;
  return null;
}

function SubjectLink({ href }: { href: string }) {
  return (
    <p>
      <TextLink href={href}>{t('gates.text.read')}</TextLink>
    </p>
  );
}

interface ProgrammeTextProps {
  programmeId: string;
  isOpen: boolean;
}

function ProgrammeText({ programmeId, isOpen }: ProgrammeTextProps) {
  const programme = useProgramme(programmeId);
  return (
    <Section title={t('gates.text.title')}>
      <p className="soft read">{isOpen ? t('gates.text.lead') : t('gates.text.since')}</p>
      <Loaded from={programme}>{(view) => <Facts columns={2} items={factsOf(view)} />}</Loaded>
    </Section>
  );
}

const texts = ['care_stake', 'work_stake', 'perimeter', 'outside_perimeter', 'committee'] as const;

function factsOf({ programme, means }: ProgrammeView): Fact[] {
  const none = <span className="soft">{t('programmes.frame.not_written')}</span>;
  const openness = t(`programmes.frame.openness.${programme.openness}`);
  return [
    ...texts.map((name) => ({
      label: t(`programmes.frame.${name}`),
      value: programme[name] || none,
    })),
    {
      label: t('programmes.frame.openness_text'),
      value: [openness, programme.openness_text].filter(Boolean).join('. '),
    },
    ...(['still_open', 'who_decides'] as const).map((name) => ({
      label: t(`programmes.frame.${name}`),
      value: programme[name] || none,
    })),
    {
      label: t('programmes.frame.experiment_gate'),
      value: t(`programmes.frame.experiment_gate.${programme.experiment_gate ?? 'team'}`),
    },
    {
      label: t('programmes.means.title'),
      value:
        means.length === 0
          ? none
          : means.map(({ id, what, how_much }) => (
              <p key={id}>{t('gates.text.means', { what, how_much })}</p>
            )),
    },
  ];
}
