// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/begin_screen.tsx
//
// One canvas, one page: what we think, for whom, where, until when, how to go back. Kept as a draft while it is written.

import { useRouter, useSearch } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, Notice, PageHead, ProblemNote, SavingMark, Select, Sheet, fieldTexts } from '#ui';
import { duration, parisDay, t } from '#words';
import { CanvasFields, type CanvasDraft, canvasOf, emptyCanvas } from './canvas_fields.tsx';
import './experiments.css';
import { type Beginning, useBegin, useBeginning } from './use_experiments.ts';

/** What the canvas takes, said before beginning. */
const minutes = 20;

export function BeginScreen() {
  const { from_kind, from_id } = useSearch({ from: '/essayer/nouveau' });
  const beginning = useBeginning(from_kind, from_id);
  return (
    <>
      <PageHead
        room="try"
        title={t('experiments.begin.title')}
        lead={t('experiments.begin.lead', { duration: duration(minutes) })}
      />
      <Loaded from={beginning}>{(content) => <BeginForm beginning={content} />}</Loaded>
    </>
  );
}

function BeginForm({ beginning }: { beginning: Beginning }) {
  const router = useRouter();
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  const draft = useDraft<CanvasDraft>(`experiment.${beginning.from_id ?? 'new'}`, {
    ...emptyCanvas,
    title: beginning.from_title.slice(0, 200),
    starts_on: today,
  });
  const begin = useBegin((id) => {
    draft.clear();
    void router.navigate({ href: `/essayer/${id}` });
  });
  const errors = fieldTexts(begin.error);
  const place = beginning.places.find(({ id }) => id === draft.value.place_id);
  return (
    <form
      className="stack-xl read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({
          ...canvasOf(draft.value, place?.is_wide === true),
          place_id: draft.value.place_id,
          programme_id: beginning.programme_id ?? null,
          from_kind: beginning.from_kind ?? null,
          from_id: beginning.from_id ?? null,
        });
      }}
    >
      {beginning.from_title && (
        <Notice>
          <p className="small soft">{t(`experiments.from.${beginning.from_kind ?? 'proposal'}`)}</p>
          <p className="voice">{beginning.from_title}</p>
        </Notice>
      )}
      <ProblemNote problem={begin.error} shownBesideFields={Object.keys(errors)} />
      <Sheet title={t('experiments.part.where')}>
        <Select
          label={t('experiments.field.place')}
          isRequired
          options={beginning.places.map((place) => ({ value: place.id, label: place.name }))}
          value={draft.value.place_id}
          error={errors['/place_id']}
          onChange={(place_id) => draft.change({ place_id })}
        />
        {place?.asks_colleges && <Notice>{t('experiments.begin.asks_colleges')}</Notice>}
      </Sheet>
      <CanvasFields
        value={draft.value}
        errors={errors}
        onChange={draft.change}
        isWide={place?.is_wide === true}
      />
      <p className="row">
        <Button type="submit" kind="main" isBusy={begin.isPending}>
          {t(
            place?.asks_colleges === true
              ? 'experiments.begin.submit_asking'
              : 'experiments.begin.submit',
          )}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </p>
    </form>
  );
}
