// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/end_part.tsx
//
// When it ends, and each time the end was moved: from when to when, and why.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import { Button, DateField, fieldTexts, Opened, ProblemNote, Section, TextArea } from '#ui';
import { fullDay, shortDay, t } from '#words';
import { type ExperimentView, useMoveEnd } from './use_experiments.ts';

export function EndPart({ view, mayMove }: { view: ExperimentView; mayMove: boolean }) {
  const { experiment } = view;
  const [isOpen, setIsOpen] = useState(false);
  const draft = useDraft(`experiment.${experiment.id}.end`, { ends_on: '', reason: '' });
  const move = useMoveEnd(experiment.id, () => {
    draft.clear();
    setIsOpen(false);
  });
  const errors = fieldTexts(move.error);
  if (view.end_revisions.length === 0 && !mayMove) return null;
  return (
    <Section title={t('experiments.end.title', { day: fullDay(experiment.ends_on) })}>
      {view.end_revisions.map((revision) => (
        <div key={revision.id}>
          <p className="label">{shortDay(revision.revised_on)}</p>
          <p>
            {t('experiments.end.moved', {
              from: fullDay(revision.from_on),
              to: fullDay(revision.to_on),
            })}
          </p>
          <p className="soft">{revision.reason}</p>
        </div>
      ))}
      {mayMove && !isOpen && (
        <p className="no-print">
          <Button onPress={() => setIsOpen(true)}>{t('experiments.end.move')}</Button>
        </p>
      )}
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <form
            className="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              move.mutate({ ...draft.value, version: experiment.version });
            }}
          >
            <ProblemNote problem={move.error} shownBesideFields={Object.keys(errors)} />
            <DateField
              label={t('experiments.end.new')}
              isRequired
              value={draft.value.ends_on}
              error={errors['/ends_on']}
              onChange={(ends_on) => draft.change({ ends_on })}
            />
            <TextArea
              label={t('experiments.end.reason')}
              rows={2}
              isRequired
              length_max={400}
              value={draft.value.reason}
              error={errors['/reason']}
              onChange={(reason) => draft.change({ reason })}
            />
            <p className="row">
              <Button type="submit" kind="main" isBusy={move.isPending}>
                {t('experiments.end.submit')}
              </Button>
              <Button kind="quiet" onPress={() => setIsOpen(false)}>
                {t('common.close')}
              </Button>
            </p>
          </form>
        </Opened>
      )}
    </Section>
  );
}
