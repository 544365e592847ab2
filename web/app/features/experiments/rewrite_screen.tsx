// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/rewrite_screen.tsx
//
// The canvas, put better while the experiment goes on. When somebody was faster, both versions stand side by side.

import { useParams, useRouter } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useDraft } from '#app/use_draft.ts';
import { Button, fieldTexts, Notice, PageHead, ProblemNote, SavingMark, TextLink } from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import { CanvasFields, canvasOf, changedSince, draftOf } from './canvas_fields.tsx';
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
  const { id } = view.experiment;
  // The version these words were written from is kept with them: a draft found again does not pass for newer than it is.
  const draft = useDraft(`experiment.${id}.page`, {
    ...draftOf(view.experiment),
    version: view.experiment.version,
  });
  const rewrite = useRewrite(id, () => {
    draft.clear();
    void router.navigate({ href: `/essayer/${id}` });
  });
  const stale =
    rewrite.error?.code === 'version.stale' ? (rewrite.error.current as Experiment) : null;
  const errors = fieldTexts(stale === null ? rewrite.error : null);
  const send = (version: number, ends_on: string) =>
    // The end is never this page's: it is what it is over there.
    rewrite.mutate({ ...canvasOf({ ...draft.value, ends_on }, view.is_wide), version });
  return (
    <form
      className="stack-xl read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(draft.value.version, view.experiment.ends_on);
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
          fields={changedSince(draftOf(stale), { ...draft.value, ends_on: stale.ends_on }).map(
            ({ label, before, after }) => ({ label, mine: after, theirs: before }),
          )}
          onClose={() => rewrite.reset()}
          onKeepMine={() => {
            draft.change({ version: stale.version });
            send(stale.version, stale.ends_on);
          }}
          onTakeTheirs={() => {
            draft.set({ ...draftOf(stale), version: stale.version });
            rewrite.reset();
          }}
        />
      )}
    </form>
  );
}
