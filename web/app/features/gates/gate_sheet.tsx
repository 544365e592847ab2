// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/gate_sheet.tsx
//
// A gate on a sheet: <GateSheet id={gate.id} title={…} />. Where each college stands, the form for those who may
// answer, a way to talk about it, a way to write a disagreement down, and the digest to keep.

import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, LinkButton, ProblemNote, Sheet, TextArea, TextLink } from '#ui';
import { parisDay, plainDay, t } from '#words';
import { AnswerForm } from './answer_form.tsx';
import { GateTable } from './gate_table.tsx';
import './gates.css';
import { type Gate, useGate, useGateWithdrawal } from './use_gate.ts';

interface GateSheetProps {
  id: string;
  /** In the reader's language, when the caller has it. */
  title?: string;
}

export function GateSheet({ id, title }: GateSheetProps) {
  const file = useGate(id);
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  return (
    <Loaded from={file}>
      {({ gate, colleges, audit_head }, can) => (
        <Sheet title={title ?? gate.title}>
          <p className="read">{gate.state === 'open' ? t('gates.how') : outcomeOf(gate)}</p>
          <p className="small soft">
            {gate.state === 'open'
              ? t('gates.asked', { day: plainDay(gate.asked_on), due: plainDay(gate.due_on) })
              : t('gates.asked_on', { day: plainDay(gate.asked_on) })}
          </p>
          {gate.note && gate.state !== 'withdrawn' && (
            <p className="read">
              {gate.attempt > 1
                ? t('gates.attempt', { number: gate.attempt, note: gate.note })
                : t('gates.note', { note: gate.note })}
            </p>
          )}
          <GateTable gate={gate} colleges={colleges} />
          {colleges
            .filter(({ college_id }) => can(`answer:${college_id}`))
            .map((college) => (
              <AnswerForm
                key={college.college_id}
                gateId={gate.id}
                college={college}
                today={today}
              />
            ))}
          {gate.state === 'open' && <OtherWays gate={gate} subject={title ?? gate.title} />}
          {can('withdraw') && <Withdrawal id={gate.id} />}
          {audit_head && (
            <details className="small">
              <summary>{t('gates.head')}</summary>
              <p className="soft read">{t('gates.head_hint')}</p>
              <p className="digest">{audit_head}</p>
            </details>
          )}
        </Sheet>
      )}
    </Loaded>
  );
}

function outcomeOf(gate: Gate): string {
  const day = plainDay(gate.closed_on ?? gate.due_on);
  if (gate.state === 'withdrawn') return t('gates.withdrawn', { day, note: gate.note });
  return gate.state === 'passed' ? t('gates.passed', { day }) : t('gates.refused', { day });
}

/** Talking about it, or writing the disagreement down: silence and insistence are not the only two. */
function OtherWays({ gate, subject }: { gate: Gate; subject: string }) {
  const wanted = new URLSearchParams({ subject });
  return (
    <div className="row">
      <LinkButton href={`/ecouter/nouvelle?${wanted}`} icon="listen">
        {t('gates.talk')}
      </LinkButton>
      {gate.programme_id && (
        <TextLink href={`/cadrer/${gate.programme_id}?desaccord=${gate.id}`}>
          {t('gates.disagree')}
        </TextLink>
      )}
    </div>
  );
}

function Withdrawal({ id }: { id: string }) {
  const withdrawal = useGateWithdrawal(id);
  const draft = useDraft(`gate:${id}:withdraw`, { reason: '' });
  return (
    <details className="small">
      <summary>{t('gates.withdraw')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          withdrawal.mutate({ reason: draft.value.reason.trim() }, { onSuccess: draft.clear });
        }}
      >
        <TextArea
          label={t('gates.withdraw_reason')}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          rows={2}
          isRequired
        />
        <ProblemNote problem={withdrawal.error} />
        <Button type="submit" isBusy={withdrawal.isPending}>
          {t('gates.withdraw')}
        </Button>
      </form>
    </details>
  );
}
