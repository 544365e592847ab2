// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/prepare_screen.tsx
//
// Preparing a discussion: one may begin here, without a démarche. The draft stays in this tab until it is kept.

import { useRouter, useSearch } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, EmptyState, PageHead, ProblemNote, SavingMark } from '#ui';
import { parisDay, t } from '#words';
import { draftOf, wordsToBegin } from './form_words.ts';
import { SpaceForm, shownBesideFields } from './space_form.tsx';
import './spaces.css';
import { type SpaceChoices, useChoices, usePrepare } from './use_spaces.ts';

export function PrepareScreen() {
  const choices = useChoices();
  return (
    <>
      <PageHead room="listen" title={t('spaces.form.page')} lead={t('spaces.form.lead')} />
      <Loaded from={choices}>
        {({ items }) =>
          items[0] ? (
            <Preparing choices={items[0]} />
          ) : (
            <EmptyState icon="listen" title={t('spaces.form.nowhere_title')}>
              {t('spaces.form.nowhere')}
            </EmptyState>
          )
        }
      </Loaded>
    </>
  );
}

function Preparing({ choices }: { choices: SpaceChoices }) {
  const { subject, day } = useSearch({ from: '/ecouter/nouvelle' });
  const router = useRouter();
  const session = useSession().data?.data;
  const today = session?.today ?? parisDay(new Date());
  // The first team of a directory is nobody's in particular: a choice is made, unless there is only one.
  const [only, ...others] = choices.places;
  const draft = useDraft(
    'new_space',
    wordsToBegin(
      subject ?? '',
      day ?? today,
      session?.account?.id ?? '',
      others.length === 0 ? (only?.id ?? '') : '',
    ),
  );
  const prepare = usePrepare((id) => {
    draft.clear();
    void router.navigate({ href: `/ecouter/discussions/${id}` });
  });
  return (
    <form
      className="read stack-l"
      onSubmit={(event) => {
        event.preventDefault();
        prepare.mutate(draftOf(draft.value));
      }}
    >
      <SpaceForm draft={draft} choices={choices} problem={prepare.error} />
      <ProblemNote problem={prepare.error} shownBesideFields={shownBesideFields} />
      <div className="row">
        <Button type="submit" kind="main" isBusy={prepare.isPending}>
          {t('spaces.form.keep')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
    </form>
  );
}
