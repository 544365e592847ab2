// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/half_steps.tsx
//
// What one college does with its half, one step at a time: make it, show it, put it on paper, sign, rehearse twice. The step that
// can be done is open; those behind are said to be done, those ahead are named.

import { type ReactNode, useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, Checkbox, Notice, ProblemNote, Sheet, StateMark } from '#ui';
import { t } from '#words';
import { drawHalf, openTrial } from './ceremony.ts';
import { useHalf } from './half_store.ts';
import { ManifestSigning } from './manifest_signing.tsx';
import { OwnHalf, RefusalNote } from './own_half.tsx';
import { Printed } from './printed.tsx';
import { HalfSheets } from './sheets_paper.tsx';
import { otherOf, owedOf } from './stages.ts';
import type { CampaignView, Holder } from './types.ts';
import { useCommit, useRehearse, useReveal, useTrial } from './use_campaigns.ts';
import { useOwnStep } from './use_own_step.ts';

interface StepProps {
  view: CampaignView;
  college: Holder;
}

export function HalfSteps({ view, college }: StepProps) {
  const half = view.halves.find((each) => each.college === college);
  const other = otherOf(view.halves, college);
  const own = useHalf(view.id, college);
  if (half === undefined || other === undefined) return null;
  const owed = owedOf(half, other);
  const isAway = own.half === null || own.half.areSheetsAway;
  const isRehearsed = half.rehearsed_device && half.rehearsed_sheets;
  return (
    <Sheet title={t('campaigns.half.title', { college: half.college_name })}>
      <ol className="half-steps">
        <Step name="make" isDone={half.committed} isNow={owed === 'commit'}>
          <Make view={view} college={college} />
        </Step>
        <Step name="show" isDone={half.revealed} isNow={owed === 'reveal'}>
          <Show view={view} college={college} />
        </Step>
        <Step name="paper" isDone={half.committed && isAway} isNow={own.half !== null && !isAway}>
          <Paper view={view} college={college} />
        </Step>
        <Step name="sign" isDone={half.manifest_signed} isNow={owed === 'sign' && isAway}>
          <ManifestSigning view={view} college={college} />
        </Step>
        <Step name="rehearse" isDone={isRehearsed} isNow={owed === 'rehearse'}>
          {!half.rehearsed_device && <Rehearse view={view} college={college} way="device" />}
          {!half.rehearsed_sheets && <Rehearse view={view} college={college} way="sheets" />}
        </Step>
      </ol>
      {owed === null && !isRehearsed && (
        <p>
          <StateMark state="awaited">
            {t('campaigns.half.waits', { college: other.college_name })}
          </StateMark>
        </p>
      )}
      {owed === null && isRehearsed && <p>{t('campaigns.half.all_done')}</p>}
      {half.committed && <OnThisDevice view={view} college={college} />}
    </Sheet>
  );
}

interface StepShownProps {
  name: 'make' | 'show' | 'paper' | 'sign' | 'rehearse';
  isDone: boolean;
  isNow: boolean;
  children: ReactNode;
}

function Step({ name, isDone, isNow, children }: StepShownProps) {
  const state = isDone ? 'done' : isNow ? 'under_way' : 'to_come';
  return (
    <li className="stack" aria-current={isNow ? 'step' : undefined}>
      <h3>
        <StateMark state={state}>
          {t(`campaigns.half.step.${name}`)}
          <span className="hide"> ({t(`common.state.${state}`)})</span>
        </StateMark>
      </h3>
      {isNow && <div className="stack half-step">{children}</div>}
    </li>
  );
}

function Make({ view, college }: StepProps) {
  const own = useHalf(view.id, college);
  const commit = useCommit(view.id);
  const step = useOwnStep();
  const make = async () => {
    // Drawn already and not told, for want of a network: the same one is told again.
    const half = own.half ?? (await drawHalf(view.id, college));
    own.keep(half);
    await commit.mutateAsync({ college, commitment: half.commitment });
  };
  return (
    <>
      <p className="read">{t('campaigns.half.make_lead')}</p>
      <p className="read small soft">{t('campaigns.half.make_where')}</p>
      <RefusalNote refusal={step.refusal} />
      <ProblemNote problem={step.problem} />
      <p>
        <Button kind="main" isBusy={step.isBusy} onPress={() => step.run(make)}>
          {t('campaigns.half.make')}
        </Button>
      </p>
    </>
  );
}

function Show({ view, college }: StepProps) {
  const own = useHalf(view.id, college);
  const reveal = useReveal(view.id);
  if (own.half === null) return <Elsewhere />;
  const { public_half, signing_key, proof } = own.half;
  return (
    <>
      <p className="read">{t('campaigns.half.show_lead')}</p>
      <ProblemNote problem={reveal.error} />
      <p>
        <Button
          kind="main"
          isBusy={reveal.isPending}
          onPress={() => reveal.mutate({ college, public_half, signing_key, proof })}
        >
          {t('campaigns.half.show')}
        </Button>
      </p>
    </>
  );
}

function Elsewhere() {
  return (
    <Notice>
      <p className="read">{t('campaigns.half.elsewhere')}</p>
    </Notice>
  );
}

function Paper({ view, college }: StepProps) {
  const own = useHalf(view.id, college);
  const [isPrinting, setIsPrinting] = useState(false);
  const half = own.half;
  const name = view.halves.find((each) => each.college === college)?.college_name ?? '';
  if (half === null) return null;
  return (
    <>
      <p className="read">{t('campaigns.half.paper_lead')}</p>
      <div className="row">
        <Button icon="print" kind="main" onPress={() => setIsPrinting(true)}>
          {t('campaigns.half.print')}
        </Button>
      </div>
      <details>
        <summary>{t('campaigns.half.by_hand')}</summary>
        <p className="small soft read">{t('campaigns.half.by_hand_hint')}</p>
        <ol className="sheet-texts">
          {half.sheets.map((text) => (
            <li key={text}>
              <code>{text}</code>
            </li>
          ))}
        </ol>
      </details>
      {isPrinting && (
        <Printed onDone={() => setIsPrinting(false)}>
          <HalfSheets view={view} name={name} sheets={half.sheets} />
        </Printed>
      )}
      <Checkbox
        label={t('campaigns.half.away')}
        hint={t('campaigns.half.away_hint')}
        isChecked={half.areSheetsAway}
        onChange={(areSheetsAway) => own.keep({ ...half, areSheetsAway })}
      />
    </>
  );
}

function Rehearse({ view, college, way }: StepProps & { way: 'device' | 'sheets' }) {
  const own = useHalf(view.id, college);
  const trial = useTrial(view.id, true);
  const rehearse = useRehearse(view.id);
  const step = useOwnStep();
  return (
    <div className="stack">
      <h4>{t(`campaigns.half.rehearse_${way}`)}</h4>
      <p className="read small soft">{t(`campaigns.half.rehearse_${way}_lead`)}</p>
      <Loaded from={trial}>
        {(sealed) => (
          <OwnHalf
            kept={own.half?.half ?? null}
            way={way}
            action={t('campaigns.half.rehearse_go')}
            isBusy={step.isBusy}
            onHalf={(half) =>
              step.run(async () => {
                const opening = await openTrial(half, sealed, { campaign: view.id, college });
                await rehearse.mutateAsync({ college, way, opening });
              })
            }
          />
        )}
      </Loaded>
      <RefusalNote refusal={step.refusal} />
      <ProblemNote problem={step.problem} />
    </div>
  );
}

/** What stays here, said; and how to take it away, once the paper is safe. */
export function OnThisDevice({ view, college }: StepProps) {
  const own = useHalf(view.id, college);
  if (own.half === null)
    return <p className="small soft read">{t('campaigns.half.not_on_device')}</p>;
  return (
    <div className="stack">
      <p className="small soft read">{t('campaigns.half.on_device')}</p>
      {own.half.areSheetsAway && (
        <>
          <details>
            <summary>{t('campaigns.half.print_again')}</summary>
            <Paper view={view} college={college} />
          </details>
          <p>
            <Button kind="quiet" onPress={own.erase}>
              {t('campaigns.half.erase')}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}
