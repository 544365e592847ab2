// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/home_forms.tsx
//
// What a home says of itself: three lines of news, what blocks, where its tasks stand; and the link by which
// somebody without an account may tell the news.

import { useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  DateField,
  fieldTexts,
  ProblemNote,
  SavingMark,
  Section,
  Select,
  TextArea,
  TextField,
} from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { fullDay, t } from '#words';
import {
  type Home,
  type Task,
  type TaskState,
  useAddTask,
  useMakeNewsLink,
  useRevokeNewsLink,
  useSayWhatBlocks,
  useTaskWord,
  useTellNews,
} from './use_clusters.ts';

export function HomeForms({ id, home }: { id: string; home: Home }) {
  return (
    <details className="home-forms">
      <summary>{t('clusters.home.say', { place: home.name })}</summary>
      <div className="stack-l read">
        <NewsForm id={id} home={home} />
        <BlockedForm id={id} home={home} />
        <Section title={t('clusters.homes.tasks')}>
          {home.tasks.map((task) => (
            <TaskForm key={`${task.id}:${task.version}`} id={id} home={home} task={task} />
          ))}
          <AddTask id={id} home={home} />
        </Section>
        <NewsLink id={id} home={home} />
      </div>
    </details>
  );
}

const line_length_max = 280;

function NewsForm({ id, home }: { id: string; home: Home }) {
  const draft = useDraft(`clusters.news.${id}.${home.place_id}`, { one: '', two: '', three: '' });
  const tell = useTellNews(id, home.place_id);
  const lines = [draft.value.one, draft.value.two, draft.value.three].filter((line) => line.trim());
  const shown = ['/lines/0', '/lines/1', '/lines/2'];
  const errors = fieldTexts(tell.error);
  return (
    <Section title={t('clusters.news.title')}>
      <p className="soft">{t('clusters.news.lead')}</p>
      {(['one', 'two', 'three'] as const).map((name, index) => (
        <TextField
          key={name}
          label={t('clusters.news.line', { line: index + 1 })}
          isOptional={index > 0}
          value={draft.value[name]}
          length_max={line_length_max}
          error={errors[`/lines/${index}`]}
          onChange={(value) => draft.change({ [name]: value })}
        />
      ))}
      <ProblemNote problem={tell.error} shownBesideFields={shown} />
      <p className="row">
        <Button
          kind="main"
          isBusy={tell.isPending}
          isDisabled={lines.length === 0}
          onPress={() => tell.mutate({ lines }, { onSuccess: draft.clear })}
        >
          {t('clusters.news.tell')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </p>
    </Section>
  );
}

function BlockedForm({ id, home }: { id: string; home: Home }) {
  const draft = useDraft(`clusters.blocked.${id}.${home.place_id}`, {
    blocked_text: home.blocked_text,
  });
  const say = useSayWhatBlocks(id, home.place_id);
  const current =
    say.error?.code === 'version.stale'
      ? (say.error.current as { blocked_text: string; version: number })
      : null;
  const send = (version: number) =>
    say.mutate({ blocked_text: draft.value.blocked_text, version }, { onSuccess: draft.clear });
  return (
    <Section title={t('clusters.homes.blocked')}>
      <TextArea
        label={t('clusters.blocked.label')}
        hint={t('clusters.blocked.hint')}
        value={draft.value.blocked_text}
        length_max={2000}
        rows={2}
        error={fieldTexts(say.error)['/blocked_text']}
        onChange={(blocked_text) => draft.change({ blocked_text })}
      />
      {current === null && (
        <ProblemNote problem={say.error} shownBesideFields={['/blocked_text']} />
      )}
      <p className="row">
        <Button isBusy={say.isPending} onPress={() => send(home.version)}>
          {t('clusters.blocked.keep')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </p>
      <StaleDialog
        isOpen={current !== null}
        fields={[
          {
            label: t('clusters.homes.blocked'),
            mine: draft.value.blocked_text,
            theirs: current?.blocked_text ?? '',
          },
        ]}
        onClose={() => say.reset()}
        onKeepMine={() => send(current?.version ?? home.version)}
        onTakeTheirs={() => {
          draft.change({ blocked_text: current?.blocked_text ?? '' });
          say.reset();
        }}
      />
    </Section>
  );
}

const states: readonly TaskState[] = ['not_started', 'started', 'done', 'abandoned'];

function TaskForm({ id, home, task }: { id: string; home: Home; task: Task }) {
  const draft = useDraft(`clusters.task.${task.id}`, {
    state: task.state,
    state_text: task.state_text,
  });
  const change = useTaskWord(id, home.place_id, task.id);
  return (
    <details>
      <summary>
        {task.title} <span className="small soft">{t(`clusters.task.${task.state}`)}</span>
      </summary>
      <div className="stack">
        <Select
          label={t('clusters.task.state')}
          value={draft.value.state}
          options={states.map((state) => ({ value: state, label: t(`clusters.task.${state}`) }))}
          onChange={(state) => draft.change({ state: state as TaskState })}
        />
        <TextField
          label={t('clusters.task.word')}
          hint={t('clusters.task.word_hint')}
          isOptional
          value={draft.value.state_text}
          length_max={1000}
          error={fieldTexts(change.error)['/state_text']}
          onChange={(state_text) => draft.change({ state_text })}
        />
        <ProblemNote problem={change.error} shownBesideFields={['/state_text']} />
        <p>
          <Button
            isBusy={change.isPending}
            onPress={() =>
              change.mutate(
                { ...draft.value, due_on: task.due_on ?? null, version: task.version },
                { onSuccess: draft.clear },
              )
            }
          >
            {t('clusters.task.keep')}
          </Button>
        </p>
      </div>
    </details>
  );
}

function AddTask({ id, home }: { id: string; home: Home }) {
  const draft = useDraft(`clusters.add_task.${id}.${home.place_id}`, { title: '', due_on: '' });
  const add = useAddTask(id, home.place_id);
  return (
    <fieldset className="stack">
      <legend>{t('clusters.task.add')}</legend>
      <TextField
        label={t('clusters.task.what')}
        value={draft.value.title}
        length_max={200}
        onChange={(title) => draft.change({ title })}
      />
      <DateField
        label={t('clusters.task.due')}
        isOptional
        value={draft.value.due_on}
        onChange={(due_on) => draft.change({ due_on })}
      />
      <ProblemNote problem={add.error} />
      <p>
        <Button
          icon="plus"
          isBusy={add.isPending}
          isDisabled={draft.value.title.trim() === ''}
          onPress={() =>
            add.mutate(
              {
                step_key: '',
                title: draft.value.title,
                due_on: draft.value.due_on || null,
              },
              { onSuccess: draft.clear },
            )
          }
        >
          {t('clusters.task.add')}
        </Button>
      </p>
    </fieldset>
  );
}

function NewsLink({ id, home }: { id: string; home: Home }) {
  const make = useMakeNewsLink(id, home.place_id);
  const revoke = useRevokeNewsLink(id, home.place_id);
  const [url, setUrl] = useState<string | null>(null);
  const isServing = Boolean(home.news_link_since);
  return (
    <Section title={t('clusters.link.title')}>
      <p className="soft">{t('clusters.link.lead')}</p>
      {home.news_link_since && (
        <p>{t('clusters.link.since', { day: fullDay(home.news_link_since) })}</p>
      )}
      {url !== null && isServing && (
        <TextField label={t('clusters.link.url')} value={url} onChange={() => undefined} />
      )}
      <ProblemNote problem={make.error ?? revoke.error} />
      <p className="row">
        <Button
          isBusy={make.isPending}
          onPress={() => make.mutate({}, { onSuccess: (reply) => setUrl(reply.data.url) })}
        >
          {t(isServing ? 'clusters.link.renew' : 'clusters.link.make')}
        </Button>
        {isServing && (
          <Button
            kind="quiet"
            isBusy={revoke.isPending}
            onPress={() => revoke.mutate(undefined, { onSuccess: () => setUrl(null) })}
          >
            {t('clusters.link.revoke')}
          </Button>
        )}
      </p>
    </Section>
  );
}
