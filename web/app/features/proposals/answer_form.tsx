// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/answer_form.tsx
//
// A dated answer with its reason, in the name of one college. The draft stays in this tab until it is given.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import { useSession } from '#app/session.ts';
import {
  Button,
  Choice,
  DateField,
  fieldTexts,
  ProblemNote,
  SavingMark,
  TextArea,
  TextField,
} from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import { type AnswerKind, type Proposal, type ProposalView, useAnswer } from './use_proposals.ts';

const kinds: readonly AnswerKind[] = ['accepted', 'tried', 'passed_on', 'refused'];

export function AnswerForm({ view }: { view: ProposalView }) {
  const { proposal } = view;
  const draft = useDraft<{
    kind: AnswerKind | null;
    reason: string;
    until_on: string;
    level: string;
  }>(`answer.${proposal.id}`, { kind: null, reason: '', until_on: '', level: '' });
  const [version, setVersion] = useState(proposal.version);
  const answer = useAnswer(proposal.id, draft.clear);
  const today = useSession().data?.data.today;
  const { kind, reason, until_on, level } = draft.value;
  const errors = fieldTexts(answer.error);
  const theirs = answer.error?.code === 'version.stale' ? (answer.error.current as Proposal) : null;

  function send(against: number) {
    if (kind === null) return;
    answer.mutate({
      kind,
      reason,
      until_on: kind === 'refused' || until_on === '' ? null : until_on,
      level: kind === 'passed_on' ? level : '',
      version: against,
    });
  }

  return (
    <form
      className="stack answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(version);
      }}
    >
      <h3>{t('proposals.answer.title', { college: view.college_name })}</h3>
      <Choice
        label={t('proposals.answer.kind')}
        isLabelHidden
        isSideBySide
        isRequired
        value={kind}
        onChange={(next) => draft.change({ kind: next })}
        options={kinds.map((each) => ({
          value: each,
          label: t(`proposals.answer.${each}`),
          hint: t(`proposals.answer.${each}_hint`),
        }))}
      />
      <TextArea
        label={t('proposals.answer.reason')}
        hint={t('proposals.answer.reason_hint')}
        value={reason}
        onChange={(next) => draft.change({ reason: next })}
        length_max={2000}
        error={errors['/reason']}
      />
      {kind === 'passed_on' && (
        <TextField
          label={t('proposals.answer.level')}
          value={level}
          onChange={(next) => draft.change({ level: next })}
          length_max={200}
          error={errors['/level']}
        />
      )}
      {kind !== null && kind !== 'refused' && (
        <DateField
          label={t(`proposals.answer.until_${kind}`)}
          value={until_on}
          day_min={today}
          onChange={(next) => draft.change({ until_on: next })}
          error={errors['/until_on']}
        />
      )}
      {!theirs && (
        <ProblemNote
          problem={answer.error}
          shownBesideFields={['/reason', '/level', '/until_on']}
        />
      )}
      <div className="row">
        <Button type="submit" kind="main" isBusy={answer.isPending} isDisabled={kind === null}>
          {t('proposals.answer.submit')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
      <StaleDialog
        isOpen={theirs !== null}
        fields={[
          {
            label: t('proposals.answer.kind'),
            mine: kind ? t(`proposals.answer.${kind}`) : '',
            theirs: theirs ? t(`proposals.state_word.${theirs.state}`) : '',
          },
        ]}
        onClose={() => answer.reset()}
        onKeepMine={() => {
          if (theirs) {
            setVersion(theirs.version);
            send(theirs.version);
          }
        }}
        onTakeTheirs={() => {
          if (theirs) setVersion(theirs.version);
          answer.reset();
        }}
      />
    </form>
  );
}
