// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/opening_part.tsx
//
// Opening together: places and occupations first, then what will be shown is agreed on, and only then the answers. Each college
// opens its part of the whole set in its own browser; its half never leaves it.

import { useState } from 'react';
import type { Can } from '#app/api/loaded.tsx';
import { read } from '#app/api/client.ts';
import type { BallotSet } from '#ballots';
import { Notice, ProblemNote, Section, Sheet, StateMark } from '#ui';
import { fullDay, number, t } from '#words';
import { openBallots } from './ceremony.ts';
import { useHalf } from './half_store.ts';
import { OnThisDevice } from './half_steps.tsx';
import { MaskPart } from './mask_part.tsx';
import { OwnHalf, RefusalNote } from './own_half.tsx';
import { RefusePart } from './refuse_part.tsx';
import { SideBySide } from './side_by_side.tsx';
import { type CampaignView, type Counter, type HalfState, type Holder, holders } from './types.ts';
import { ballotsPath, useSendOpenings } from './use_campaigns.ts';
import { useOwnStep } from './use_own_step.ts';

const steps = [
  { id: 'profile_opened', isDone: (half: HalfState) => half.profile_opened },
  { id: 'mask_signed', isDone: (half: HalfState) => half.mask_signed },
  { id: 'answers_opened', isDone: (half: HalfState) => half.answers_opened },
] as const;

export function OpeningPart({ view, can }: { view: CampaignView; can: Can }) {
  const held = holders.filter((college) => can(`hold:${college}`));
  if (view.mode === 'light')
    return (
      <Notice>
        <p className="read">{t('campaigns.opening.light')}</p>
      </Notice>
    );
  return (
    <div className="stack-xl">
      <Section title={t('campaigns.opening.title')}>
        <p className="read">{t('campaigns.opening.lead')}</p>
        <SideBySide
          caption={t('campaigns.opening.title')}
          halves={view.halves}
          steps={steps.map((step) => ({ ...step, label: t(`campaigns.opening.row.${step.id}`) }))}
        />
        <Refusals view={view} />
      </Section>
      {view.stage === 'counted' ? (
        <MaskPart view={view} held={held} />
      ) : (
        held.map((college) => <OpenEnvelope key={college} view={view} college={college} />)
      )}
      {held.length === 0 && (
        <Notice>
          <p className="read">{t('campaigns.opening.not_yours')}</p>
        </Notice>
      )}
      {held.map((college) => (
        <RefusePart key={college} view={view} college={college} />
      ))}
    </div>
  );
}

function Refusals({ view }: { view: CampaignView }) {
  const refusals = view.halves.filter((half) => half.refused_on != null);
  return refusals.map((half) => (
    <Notice key={half.college}>
      <p className="read">
        {t('campaigns.refuse.said', {
          college: half.college_name,
          day: half.refused_on ? fullDay(half.refused_on) : '',
        })}
      </p>
      {half.refusal && <p className="read">{half.refusal}</p>}
    </Notice>
  ));
}

interface Told {
  part: 'check' | 'open' | 'send';
  done: number;
  all: number;
}

function OpenEnvelope({ view, college }: { view: CampaignView; college: Holder }) {
  const envelope = view.stage === 'signed' ? 'answers' : 'profile';
  const half = view.halves.find((each) => each.college === college);
  const own = useHalf(view.id, college);
  const send = useSendOpenings(view.id);
  const step = useOwnStep();
  const [told, setTold] = useState<Told | null>(null);
  if (half === undefined) return null;
  const isDone = envelope === 'profile' ? half.profile_opened : half.answers_opened;
  const title = t(`campaigns.opening.envelope.${envelope}`, { college: half.college_name });
  if (isDone)
    return (
      <Sheet title={title}>
        <StateMark state="done">{t('campaigns.opening.done')}</StateMark>
        <p className="read">{t('campaigns.opening.other_awaited')}</p>
      </Sheet>
    );
  const open = async (secret: string) => {
    const [counter, set] = await Promise.all([
      read<Counter>(`/api/guichet/${view.id}`),
      read<BallotSet>(ballotsPath(view.id)),
    ]);
    const openings = await openBallots(
      secret,
      counter.data,
      set.data,
      { campaign: view.id, college, envelope },
      (part, done, all) => setTold({ part, done, all }),
    );
    setTold({ part: 'send', done: 0, all: 1 });
    await send.mutateAsync({ college, envelope, root: set.data.root, openings });
  };
  return (
    <Sheet title={title}>
      <p className="read">{t(`campaigns.opening.lead_${envelope}`)}</p>
      <OwnHalf
        kept={own.half?.half ?? null}
        action={t('campaigns.opening.go')}
        isBusy={step.isBusy}
        onHalf={(secret) => step.run(() => open(secret))}
      />
      {step.isBusy && <Progress told={told} />}
      <RefusalNote refusal={step.refusal} />
      <ProblemNote problem={step.problem} />
      <OnThisDevice view={view} college={college} />
    </Sheet>
  );
}

function Progress({ told }: { told: Told | null }) {
  const part = told?.part ?? 'fetch';
  const words = t(`campaigns.opening.progress.${part}`, {
    done: number(told?.done ?? 0),
    all: number(told?.all ?? 0),
  });
  const isCounted = told !== null && told.part !== 'send';
  return (
    <div className="stack">
      <p role="status">{words}</p>
      {isCounted && <progress aria-label={words} value={told.done} max={told.all} />}
    </div>
  );
}
