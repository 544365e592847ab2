// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/choose_part.tsx
//
// The second step: what the experiment changes most. A mark says that an activity was often chosen, and nothing more; the
// group keeps one to four, aloud.

import { useState } from 'react';
import { Button, Checkbox, ProblemNote, Tag } from '#ui';
import { t } from '#words';
import { type Board, useKeep, useRelease } from './use_session.ts';

const kept_max = 4;

export function ChoosePart({ board }: { board: Board }) {
  const release = useRelease(board.experiment_id);
  const keep = useKeep(board.experiment_id);
  const isShown = board.session?.picks_shown === true;
  // A tick is seen at once, and is what the server says when it has answered.
  const [asked, setAsked] = useState<string[] | null>(null);
  const kept = asked ?? board.activities.filter((activity) => activity.kept).map(({ id }) => id);
  const change = (activities: string[]) => {
    setAsked(activities);
    keep.mutate({ activities }, { onSettled: () => setAsked(null) });
  };
  const standsOut = board.activities.some((activity) => activity.often);
  return (
    <>
      <p className="voice">{t('evaluation_session.choose.voice')}</p>
      <div role="status">
        <p className="soft">
          {isShown
            ? t(
                standsOut
                  ? 'evaluation_session.choose.shown'
                  : 'evaluation_session.choose.nothing_stands_out',
              )
            : t(
                board.is_ready
                  ? 'evaluation_session.choose.ready'
                  : 'evaluation_session.choose.wait',
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
            {t('evaluation_session.choose.show')}
          </Button>
        </p>
      )}
      <ProblemNote problem={release.error ?? keep.error} />
      <p role="status">{t('evaluation_session.choose.kept', { count: kept.length })}</p>
      <ul className="activities">
        {board.activities.map((activity) => (
          <li key={activity.id} className="card">
            <Checkbox
              label={<span className="voice">{activity.words}</span>}
              isChecked={kept.includes(activity.id)}
              isDisabled={!kept.includes(activity.id) && kept.length >= kept_max}
              onChange={(isKept) =>
                change(
                  isKept ? [...kept, activity.id] : kept.filter((each) => each !== activity.id),
                )
              }
            />
            {activity.often && <Tag>{t('evaluation_session.choose.often')}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
