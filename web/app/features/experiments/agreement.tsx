// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/agreement.tsx
//
// Where the charter wants the colleges' yes before an experiment begins: where each stands, what has changed since they said
// yes, how to ask again after a no, and how to leave it there.

import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, ProblemNote, Sheet, TextArea } from '#ui';
import { t } from '#words';
import { GateSheet } from '../gates/gate_sheet.tsx';
import { changedSince, draftOf } from './canvas_fields.tsx';
import {
  type Experiment,
  type ExperimentView,
  useAskAgain,
  useConclude,
} from './use_experiments.ts';

interface AgreementProps {
  view: ExperimentView;
  can: (ability: string) => boolean;
}

export function Agreement({ view, can }: AgreementProps) {
  if (view.gate_id == null) return null;
  return (
    <>
      <GateSheet id={view.gate_id} title={t('experiments.gate.title')} />
      {view.agreed && <ChangedSince experiment={view.experiment} agreed={view.agreed.page} />}
      {can('ask') && <AskAgain experiment={view.experiment} />}
      {can('give_up') && <GiveUp id={view.experiment.id} />}
    </>
  );
}

interface ChangedSinceProps {
  experiment: Experiment;
  agreed: NonNullable<ExperimentView['agreed']>['page'];
}

/** Their yes was to these words: what was put otherwise since stands beside them. */
function ChangedSince({ experiment, agreed }: ChangedSinceProps) {
  const changed = changedSince(draftOf({ ...experiment, ...agreed }), draftOf(experiment));
  if (changed.length === 0) return null;
  return (
    <Sheet title={t('experiments.gate.changed')}>
      <p className="soft read">{t('experiments.gate.changed_lead')}</p>
      {changed.map(({ label, before, after }) => (
        <div key={label} className="stack">
          <h3>{label}</h3>
          <dl className="two-versions">
            <div>
              <dt className="label">{t('experiments.gate.then')}</dt>
              <dd className="soft">{before || t('common.means.none')}</dd>
            </div>
            <div>
              <dt className="label">{t('experiments.gate.now')}</dt>
              <dd>{after || t('common.means.none')}</dd>
            </div>
          </dl>
        </div>
      ))}
    </Sheet>
  );
}

function AskAgain({ experiment }: { experiment: Experiment }) {
  const draft = useDraft(`experiment.${experiment.id}.asking`, { note: '' });
  const ask = useAskAgain(experiment.id, () => draft.clear());
  const errors = fieldTexts(ask.error);
  return (
    <form
      className="stack read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ note: draft.value.note, version: experiment.version });
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

function GiveUp({ id }: { id: string }) {
  const draft = useDraft(`experiment.${id}.given_up`, { words: '' });
  const conclude = useConclude(id, () => draft.clear());
  const errors = fieldTexts(conclude.error);
  return (
    <details className="fold read">
      <summary>{t('experiments.gate.give_up')}</summary>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          conclude.mutate({
            outcome: 'not_pursue',
            words: draft.value.words.trim(),
            disagreement: '',
            learnt: '',
            would_need: '',
          });
        }}
      >
        <ProblemNote problem={conclude.error} shownBesideFields={Object.keys(errors)} />
        <TextArea
          label={t('experiments.gate.give_up_words')}
          hint={t('experiments.gate.give_up_hint')}
          isRequired
          rows={3}
          length_max={1500}
          value={draft.value.words}
          error={errors['/words']}
          onChange={(words) => draft.change({ words })}
        />
        <p>
          <Button type="submit" isBusy={conclude.isPending}>
            {t('experiments.gate.give_up')}
          </Button>
        </p>
      </form>
    </details>
  );
}
