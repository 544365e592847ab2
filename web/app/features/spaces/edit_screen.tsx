// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/edit_screen.tsx
//
// Changing what was prepared, until the discussion opens: afterwards the charter was read, and holds.

import { useParams, useRouter } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useDraft } from '#app/use_draft.ts';
import { Button, Loading, PageHead, ProblemNote, SavingMark } from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import { draftOf, wordsOf } from './form_words.ts';
import { SpaceForm, shownBesideFields } from './space_form.tsx';
import './spaces.css';
import { type Space, type SpaceView, useChoices, useEditSpace, useSpace } from './use_spaces.ts';

export function EditScreen() {
  const { space_id } = useParams({ from: '/ecouter/discussions/$space_id/preparer' });
  const space = useSpace(space_id);
  return (
    <>
      <PageHead room="listen" title={t('spaces.form.page')} lead={t('spaces.form.edit_lead')} />
      <Loaded from={space}>{(view) => <Editing space={view.space} />}</Loaded>
    </>
  );
}

function Editing({ space }: { space: Space }) {
  const router = useRouter();
  const choices = useChoices().data?.data.items.find(
    (each) => each.establishment_id === space.establishment_id,
  );
  const draft = useDraft(`space.${space.id}`, wordsOf(space));
  const edit = useEditSpace(space.id, () => {
    draft.clear();
    void router.navigate({ href: `/ecouter/discussions/${space.id}` });
  });
  const theirs =
    edit.error?.code === 'version.stale' ? (edit.error.current as SpaceView).space : null;
  if (choices === undefined) return <Loading />;
  return (
    <form
      className="read stack-l"
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate(draftOf(draft.value, space));
      }}
    >
      <SpaceForm draft={draft} choices={choices} problem={edit.error} />
      {!theirs && <ProblemNote problem={edit.error} shownBesideFields={shownBesideFields} />}
      <div className="row">
        <Button type="submit" kind="main" isBusy={edit.isPending}>
          {t('spaces.form.keep')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
      {theirs && (
        <StaleDialog
          isOpen
          fields={[
            { label: t('spaces.form.title'), mine: draft.value.title, theirs: theirs.title },
            {
              label: t('spaces.charter.who_reads'),
              mine: draft.value.who_reads,
              theirs: theirs.who_reads,
            },
            {
              label: t('spaces.charter.until_when'),
              mine: draft.value.until_when,
              theirs: theirs.until_when,
            },
            {
              label: t('spaces.charter.cannot_promise'),
              mine: draft.value.cannot_promise,
              theirs: theirs.cannot_promise,
            },
          ]}
          onClose={() => edit.reset()}
          onKeepMine={() => edit.mutate(draftOf(draft.value, theirs))}
          onTakeTheirs={() => {
            draft.set(wordsOf(theirs));
            edit.reset();
          }}
        />
      )}
    </form>
  );
}
