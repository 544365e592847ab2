// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/agreement.tsx
//
// Where the charter wants the colleges' yes before an experiment begins: where each stands, and how to ask again.

import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, ProblemNote, TextArea } from '#ui';
import { t } from '#words';
import { GateSheet } from '../gates/gate_sheet.tsx';
import { type ExperimentView, useAskAgain } from './use_experiments.ts';

export function Agreement({ view, mayAsk }: { view: ExperimentView; mayAsk: boolean }) {
  if (view.gate_id == null) return null;
  return (
    <>
      <GateSheet id={view.gate_id} title={t('experiments.gate.title')} />
      {mayAsk && <AskAgain id={view.experiment.id} />}
    </>
  );
}

function AskAgain({ id }: { id: string }) {
  const draft = useDraft(`experiment.${id}.asking`, { note: '' });
  const ask = useAskAgain(id, () => draft.clear());
  const errors = fieldTexts(ask.error);
  return (
    <form
      className="stack read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ note: draft.value.note });
      }}
    >
      <ProblemNote problem={ask.error} shownBesideFields={Object.keys(errors)} />
      <TextArea
        label={t('experiments.gate.note')}
        hint={t('experiments.gate.note_hint')}
        rows={3}
        length_max={2000}
        value={draft.value.note}
        error={errors['/note']}
        onChange={(note) => draft.change({ note })}
      />
      <p>
        <Button type="submit" kind="main" isBusy={ask.isPending}>
          {t('experiments.gate.again')}
        </Button>
      </p>
    </form>
  );
}
