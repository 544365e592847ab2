// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/list_part.tsx
//
// The first step: lines from phones, shown mixed once five have written; lines said aloud; and the scribe who joins
// them, puts them better, takes them out, as the group says.

import { useState } from 'react';
import { Button, Checkbox, ProblemNote, TextField } from '#ui';
import { t } from '#words';
import {
  type Activity,
  type Board,
  useAddActivity,
  useJoin,
  useRelease,
  useRemoveActivity,
} from './use_session.ts';

const list_max = 12;
const words_max = 120;

export function ListPart({ board }: { board: Board }) {
  const release = useRelease(board.experiment_id);
  const isShown = board.session?.lines_shown === true;
  return (
    <>
      <p className="voice">{t('evaluation_session.list.voice')}</p>
      <div className="row" role="status">
        <p className="soft">
          {t(
            isShown
              ? 'evaluation_session.list.shown'
              : board.is_ready
                ? 'evaluation_session.list.ready'
                : 'evaluation_session.list.wait',
          )}
        </p>
      </div>
      {!isShown && (
        <p>
          <Button
            icon="mix"
            isDisabled={!board.is_ready}
            isBusy={release.isPending}
            onPress={() => release.mutate({})}
          >
            {t('evaluation_session.list.show')}
          </Button>
        </p>
      )}
      <ProblemNote problem={release.error} />
      <GroupList board={board} />
    </>
  );
}

export function GroupList({ board }: { board: Board }) {
  const id = board.experiment_id;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [editing, setEditing] = useState<readonly string[] | null>(null);
  const remove = useRemoveActivity(id);
  const { activities } = board;
  const standing = ticked.filter((each) => activities.some((activity) => activity.id === each));
  const close = () => {
    setEditing(null);
    setTicked([]);
  };
  return (
    <section className="stack" aria-labelledby="group-list">
      <h2 id="group-list">{t('evaluation_session.list.title')}</h2>
      {activities.length > list_max && (
        <p role="status">{t('evaluation_session.list.too_long', { count: activities.length })}</p>
      )}
      {activities.length === 0 && <p className="soft">{t('evaluation_session.list.none')}</p>}
      {activities.length > 1 && standing.length < 2 && editing === null && (
        <p className="soft">{t('evaluation_session.list.tick')}</p>
      )}
      {standing.length > 1 && editing === null && (
        <p>
          <Button icon="mix" onPress={() => setEditing(standing)}>
            {t('evaluation_session.list.join')}
          </Button>
        </p>
      )}
      {editing !== null && editing.length > 1 && (
        <WordsForm
          board={board}
          ids={editing}
          words={activities.find((each) => each.id === editing[0])?.words ?? ''}
          onDone={close}
        />
      )}
      <ul className="activities">
        {activities.map((activity) => (
          <li key={activity.id} className="card">
            {editing?.length === 1 && editing[0] === activity.id ? (
              <WordsForm board={board} ids={editing} words={activity.words} onDone={close} />
            ) : (
              <OneLine
                activity={activity}
                isTicked={standing.includes(activity.id)}
                onTick={(isTicked) =>
                  setTicked(
                    isTicked
                      ? [...standing, activity.id]
                      : standing.filter((each) => each !== activity.id),
                  )
                }
                onReword={() => setEditing([activity.id])}
                onRemove={() => remove.mutate({ activity: activity.id })}
              />
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.error} />
      <AddLine board={board} />
    </section>
  );
}

interface OneLineProps {
  activity: Activity;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
  onReword: () => void;
  onRemove: () => void;
}

function OneLine({ activity, isTicked, onTick, onReword, onRemove }: OneLineProps) {
  const about = <span className="hide"> {t('common.about', { title: activity.words })}</span>;
  return (
    <>
      <Checkbox
        label={<span className="voice">{activity.words}</span>}
        isChecked={isTicked}
        onChange={onTick}
      />
      <div className="row line-gestures">
        <Button kind="quiet" onPress={onReword}>
          {t('evaluation_session.list.reword')}
          {about}
        </Button>
        <Button kind="quiet" onPress={onRemove}>
          {t('evaluation_session.list.remove')}
          {about}
        </Button>
      </div>
    </>
  );
}

interface WordsFormProps {
  board: Board;
  ids: readonly string[];
  words: string;
  onDone: () => void;
}

/** One line put better, or one line made of several. */
function WordsForm({ board, ids, words, onDone }: WordsFormProps) {
  const [text, setText] = useState(words);
  const join = useJoin(board.experiment_id, onDone);
  return (
    <form
      className="scribe"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') join.mutate({ activities: [...ids], words: text.trim() });
      }}
    >
      <ProblemNote problem={join.error} />
      <TextField
        label={t(
          ids.length > 1
            ? 'evaluation_session.list.join_label'
            : 'evaluation_session.list.reword_label',
        )}
        length_max={words_max}
        value={text}
        onChange={setText}
      />
      <p className="row">
        <Button type="submit" isBusy={join.isPending}>
          {t('evaluation_session.list.keep_words')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('common.close')}
        </Button>
      </p>
    </form>
  );
}

function AddLine({ board }: { board: Board }) {
  const [words, setWords] = useState('');
  const add = useAddActivity(board.experiment_id, () => setWords(''));
  return (
    <form
      className="scribe"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') add.mutate({ words: words.trim() });
      }}
    >
      <ProblemNote problem={add.error} />
      <TextField
        label={t('evaluation_session.list.add')}
        length_max={words_max}
        value={words}
        onChange={setWords}
      />
      <Button type="submit" isBusy={add.isPending}>
        {t('evaluation_session.list.write')}
      </Button>
    </form>
  );
}
