// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/rewrite_screen.tsx
//
// The canvas, put better while the experiment goes on. When somebody was faster, both versions stand side by side.

import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, Notice, PageHead, ProblemNote, SavingMark, TextLink } from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import { type CanvasDraft, CanvasFields, canvasOf, draftOf, longParts } from './canvas_fields.tsx';
import './experiments.css';
import {
  type Experiment,
  type ExperimentView,
  useExperiment,
  useRewrite,
} from './use_experiments.ts';

export function RewriteScreen() {
  const { id } = useParams({ from: '/essayer/$id/reprendre' });
  const experiment = useExperiment(id);
  return (
    <>
      <PageHead
        room="try"
        where={experiment.data?.data.experiment.title}
        title={t('experiments.rewrite.title')}
        lead={t('experiments.rewrite.lead')}
        actions={<TextLink href={`/essayer/${id}`}>{t('evaluation_session.leave')}</TextLink>}
      />
      <Loaded from={experiment}>
        {(view, can) =>
          can('write') ? (
            <RewriteForm view={view} />
          ) : (
            <Notice>
              {t(
                view.state === 'asked'
                  ? 'experiments.rewrite.asked'
                  : 'experiments.rewrite.not_yours',
              )}
            </Notice>
          )
        }
      </Loaded>
    </>
  );
}

function RewriteForm({ view }: { view: ExperimentView }) {
  const router = useRouter();
  const [base, setBase] = useState(view.experiment);
  const draft = useDraft<CanvasDraft>(`experiment.${base.id}.page`, draftOf(base));
  const rewrite = useRewrite(base.id, () => {
    draft.clear();
    void router.navigate({ href: `/essayer/${base.id}` });
  });
  const stale =
    rewrite.error?.code === 'version.stale' ? (rewrite.error.current as Experiment) : null;
  const errors = fieldTexts(stale === null ? rewrite.error : null);
  const send = (on: Experiment) =>
    // The end is never this page's: it is what it is over there.
    rewrite.mutate({ ...canvasOf({ ...draft.value, ends_on: on.ends_on }), version: on.version });
  return (
    <form
      className="stack-xl read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(base);
      }}
    >
      {stale === null && (
        <ProblemNote problem={rewrite.error} shownBesideFields={Object.keys(errors)} />
      )}
      <CanvasFields
        value={draft.value}
        errors={errors}
        onChange={draft.change}
        isWide={view.is_wide}
        isEndFixed
      />
      <p className="row">
        <Button type="submit" kind="main" isBusy={rewrite.isPending}>
          {t('experiments.rewrite.submit')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </p>
      {stale !== null && (
        <StaleDialog
          isOpen
          fields={longParts.map((name) => ({
            label: t(`experiments.field.${name}`),
            mine: draft.value[name],
            theirs: draftOf(stale)[name],
          }))}
          onClose={() => {
            setBase(stale);
            rewrite.reset();
          }}
          onKeepMine={() => {
            setBase(stale);
            send(stale);
          }}
          onTakeTheirs={() => {
            setBase(stale);
            draft.change(draftOf(stale));
            rewrite.reset();
          }}
        />
      )}
    </form>
  );
}
