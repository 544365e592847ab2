// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/review_screen.tsx
//
// Written while the group talks: what was looked at, before and after, then what they conclude, in their words. It
// is kept step by step; no figure is asked for.

import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  Choice,
  DateField,
  Facts,
  LinkButton,
  Notice,
  PageHead,
  Plank,
  ProblemNote,
  SavingMark,
  Sheet,
  TextArea,
  TextField,
  fieldTexts,
} from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { duration, parisDay, t } from '#words';
import './experiments.css';
import { SessionGoesOn } from './session/outside.tsx';
import { Readings, Sentences } from './shared_look.tsx';
import { outcomeWord, waitsForColleges } from './state.tsx';
import {
  type ExperimentView,
  type Outcome,
  outcomes,
  useConclude,
  useExperiment,
  useWriteReview,
} from './use_experiments.ts';

const minutes = 45;
const lived_length_max = 500;
const parts = ['effectiveness', 'technical', 'social'] as const;
type Review = NonNullable<ExperimentView['review']>;

export function ReviewScreen() {
  const { id } = useParams({ from: '/essayer/$id/bilan' });
  const experiment = useExperiment(id);
  return (
    <Loaded from={experiment}>
      {(view, can) => (
        <>
          <PageHead
            room="try"
            where={view.experiment.title}
            title={t('experiments.review.title')}
            lead={t('experiments.review.lead', { duration: duration(minutes) })}
          />
          {can('conclude') ? (
            <Review view={view} />
          ) : (
            <Notice>
              {t(
                waitsForColleges(view.state)
                  ? 'experiments.conclusion.not_agreed'
                  : 'experiments.review.closed',
              )}
            </Notice>
          )}
        </>
      )}
    </Loaded>
  );
}

function Review({ view }: { view: ExperimentView }) {
  return (
    <div className="stack-xl review">
      <SessionGoesOn id={view.experiment.id} />
      <Agreed view={view} />
      <ShownInSession view={view} />
      {/* What a session left arrives while this page is open: the form begins again with it. */}
      <SessionForm key={view.review?.look ? 'session' : 'alone'} view={view} />
      <ConclusionForm view={view} />
    </div>
  );
}

/** What one had said one would look at, before anything is judged. */
function Agreed({ view: { experiment } }: { view: ExperimentView }) {
  return (
    <Plank title={t('experiments.review.agreed')}>
      <Facts
        columns={3}
        items={(['hypothesis', 'works_if', 'harms_if'] as const).map((name) => ({
          label: t(`experiments.shown.${name}`),
          value: experiment[name],
        }))}
      />
    </Plank>
  );
}

/** What the session showed, above the fields it helps to fill; or the way to hold one. */
function ShownInSession({ view: { experiment, review } }: { view: ExperimentView }) {
  const look = review?.look;
  if (!look)
    return (
      <p>
        <LinkButton href={`/essayer/${experiment.id}/seance`}>
          {t('evaluation_session.link')}
        </LinkButton>
      </p>
    );
  return (
    <Sheet title={t('evaluation_session.look_part.title')}>
      <p className="soft read">
        {t(`evaluation_session.look_part.${look.by === 'aloud' ? 'aloud' : 'lead'}`)}
      </p>
      <Readings look={look} />
      <Sentences look={look} />
    </Sheet>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function textOf(review: Review): string {
  return [
    review.activities.join('\n'),
    ...parts.flatMap((part) => [review[part].before, review[part].after]),
  ].join('\n');
}

function SessionForm({ view }: { view: ExperimentView }) {
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  const kept = view.review;
  const [base, setBase] = useState(kept?.version ?? 0);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const nothing = { before: '', after: '' };
  // What a session left comes before what was being typed without it.
  const draft = useDraft(`review.${view.experiment.id}${kept?.look ? '.session' : ''}`, {
    held_on: kept?.held_on ?? today,
    people: String(kept?.people || ''),
    activities: kept?.activities.join('\n') ?? '',
    effectiveness: kept?.effectiveness ?? nothing,
    technical: kept?.technical ?? nothing,
    social: kept?.social ?? nothing,
  });
  const write = useWriteReview(view.experiment.id);
  const errors = fieldTexts(write.error);
  const stale =
    write.error?.code === 'version.stale' ? (write.error.current as Review | null) : null;
  const { value } = draft;

  function save(version: number) {
    write.mutate(
      {
        ...value,
        people: Number(value.people) || 0,
        activities: linesOf(value.activities),
        version,
      },
      {
        onSuccess: () => {
          setBase(version + 1);
          setSavedAt(new Date());
        },
      },
    );
  }

  return (
    <Sheet title={t('experiments.review.session')}>
      <form
        className="stack-l"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(base);
        }}
      >
        <ProblemNote problem={stale ? null : write.error} shownBesideFields={Object.keys(errors)} />
        <div className="side-by-side">
          <DateField
            label={t('experiments.review.held_on')}
            day_max={today}
            value={value.held_on}
            error={errors['/held_on']}
            onChange={(held_on) => draft.change({ held_on })}
          />
          <TextField
            label={t('experiments.review.people')}
            hint={t('experiments.review.people_hint')}
            type="number"
            value={value.people}
            error={errors['/people']}
            onChange={(people) => draft.change({ people })}
          />
        </div>
        <TextArea
          label={t('experiments.review.activities')}
          hint={t('experiments.review.activities_hint')}
          rows={3}
          value={value.activities}
          error={errors['/activities']}
          onChange={(activities) => draft.change({ activities })}
        />
        {parts.map((part) => (
          <fieldset key={part} className="stack">
            <legend>{t(`experiments.review.${part}`)}</legend>
            <p className="hint">{t(`experiments.review.${part}_hint`)}</p>
            <div className="side-by-side">
              {(['before', 'after'] as const).map((when) => (
                <TextArea
                  key={when}
                  label={t(`experiments.review.${when}`)}
                  rows={3}
                  length_max={lived_length_max}
                  value={value[part][when]}
                  error={errors[`/${part}/${when}`]}
                  onChange={(text) => draft.change({ [part]: { ...value[part], [when]: text } })}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <p className="row">
          <Button type="submit" kind={view.review ? 'plain' : 'main'} isBusy={write.isPending}>
            {t('experiments.review.keep')}
          </Button>
          {savedAt ? (
            <SavingMark saved_at={savedAt} place="server" />
          ) : (
            <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
          )}
        </p>
      </form>
      {stale && (
        <StaleDialog
          isOpen
          fields={[
            {
              label: t('experiments.review.session'),
              mine: [
                value.activities,
                ...parts.flatMap((part) => [value[part].before, value[part].after]),
              ].join('\n'),
              theirs: textOf(stale),
            },
          ]}
          onClose={() => write.reset()}
          onKeepMine={() => save(stale.version)}
          onTakeTheirs={() => {
            draft.change({
              ...stale,
              people: String(stale.people),
              activities: stale.activities.join('\n'),
            });
            setBase(stale.version);
            write.reset();
          }}
        />
      )}
    </Sheet>
  );
}

function ConclusionForm({ view }: { view: ExperimentView }) {
  const router = useRouter();
  const draft = useDraft(`conclusion.${view.experiment.id}`, {
    outcome: '' as Outcome | '',
    words: '',
    disagreement: '',
    learnt: '',
    would_need: '',
  });
  const conclude = useConclude(view.experiment.id, () => {
    draft.clear();
    void router.navigate({ href: `/essayer/${view.experiment.id}` });
  });
  const errors = fieldTexts(conclude.error);
  const { value } = draft;
  const long = (name: 'words' | 'disagreement' | 'learnt' | 'would_need', length_max: number) => (
    <TextArea
      label={t(`experiments.conclusion.${name}`)}
      hint={t(`experiments.conclusion.${name}_hint`)}
      isRequired={name === 'words'}
      isOptional={name !== 'words'}
      rows={name === 'words' ? 5 : 3}
      length_max={length_max}
      value={value[name]}
      error={errors[`/${name}`]}
      onChange={(text) => draft.change({ [name]: text })}
    />
  );
  return (
    <Sheet title={t('experiments.conclusion.title')}>
      <p className="soft read">{t('experiments.conclusion.lead')}</p>
      <form
        className="stack-l"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (value.outcome !== '') conclude.mutate({ ...value, outcome: value.outcome });
        }}
      >
        <ProblemNote problem={conclude.error} shownBesideFields={Object.keys(errors)} />
        <Choice
          label={t('experiments.conclusion.outcome')}
          isSideBySide
          isRequired
          options={outcomes.map((outcome) => ({
            value: outcome,
            label: outcomeWord(outcome),
            hint: t(`experiments.outcome_hint.${outcome}`),
          }))}
          value={value.outcome === '' ? null : value.outcome}
          error={errors['/outcome']}
          onChange={(outcome) => draft.change({ outcome })}
        />
        {long('words', 1500)}
        {long('disagreement', 800)}
        {long('learnt', 600)}
        {long('would_need', 600)}
        {!view.review && <p className="soft">{t('experiments.conclusion.session_first')}</p>}
        <p className="row">
          <Button
            type="submit"
            kind="main"
            isBusy={conclude.isPending}
            isDisabled={value.outcome === '' || !view.review}
          >
            {t('experiments.conclusion.submit')}
          </Button>
          <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        </p>
      </form>
    </Sheet>
  );
}
