// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/outcome_form.tsx
//
// Done, or not done and why: said by whoever promised, again later when it was not.

import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, ProblemNote, SavingMark, TextArea } from '#ui';
import { t } from '#words';
import { type ProposalView, useOutcome } from './use_proposals.ts';

export function OutcomeForm({ view }: { view: ProposalView }) {
  const draft = useDraft(`outcome.${view.proposal.id}`, { words: '' });
  const outcome = useOutcome(view.proposal.id, draft.clear);
  const send = (done: boolean) =>
    outcome.mutate({ done, words: draft.value.words, version: view.proposal.version });
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      <h3>{t('proposals.outcome.title')}</h3>
      <TextArea
        label={t('proposals.outcome.words')}
        value={draft.value.words}
        onChange={(words) => draft.change({ words })}
        length_max={2000}
        error={fieldTexts(outcome.error)['/words']}
      />
      <ProblemNote problem={outcome.error} shownBesideFields={['/words']} />
      <div className="row">
        <Button isBusy={outcome.isPending} onPress={() => send(true)}>
          {t('proposals.outcome.done')}
        </Button>
        <Button isBusy={outcome.isPending} onPress={() => send(false)}>
          {t('proposals.outcome.not_done')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
    </form>
  );
}
