// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/look_part.tsx
//
// The third step: each answers for themselves, then everything is put together, once. Or the group says a word for each
// question, aloud, and the scribe writes it.

import { useState } from 'react';
import { Button, LinkButton, ProblemNote, Select, TextField, fieldTexts } from '#ui';
import { t } from '#words';
import { families, type Reading, readingWord } from '../shared_look.tsx';
import { type Activity, type Board, useShare } from './use_session.ts';

const readings = ['worse', 'same', 'better', 'different'] as const satisfies readonly Reading[];
type Said = Record<string, Partial<Record<(typeof families)[number], Reading>>>;

export function LookPart({ board }: { board: Board }) {
  const [people, setPeople] = useState('');
  const [isAloud, setIsAloud] = useState(false);
  const [said, setSaid] = useState<Said>({});
  const share = useShare(board.experiment_id);
  const kept = board.activities.filter((activity) => activity.kept);
  const errors = fieldTexts(share.error);
  const room = (
    <TextField
      label={t('evaluation_session.look.people')}
      type="number"
      isRequired
      value={people}
      error={errors['/people']}
      onChange={setPeople}
    />
  );
  return (
    <>
      <p className="voice">{t('evaluation_session.look.voice')}</p>
      <div className="three">
        {kept.map((activity) => (
          <div key={activity.id} className="card">
            <p className="voice">{activity.words}</p>
          </div>
        ))}
      </div>
      <dl className="families">
        {families.map((family) => (
          <div key={family}>
            <dt>{t(`experiments.review.${family}`)}</dt>
            <dd className="soft">{t(`experiments.review.${family}_hint`)}</dd>
          </div>
        ))}
      </dl>
      {!isAloud && (
        <form
          className="scribe"
          onSubmit={(event) => {
            event.preventDefault();
            share.mutate({ people: Number(people) || 0, aloud: null });
          }}
        >
          <p role="status">
            {t(board.is_ready ? 'evaluation_session.look.ready' : 'evaluation_session.look.wait')}
          </p>
          <ProblemNote problem={share.error} shownBesideFields={Object.keys(errors)} />
          {room}
          <p className="row">
            <Button type="submit" kind="main" isDisabled={!board.is_ready} isBusy={share.isPending}>
              {t('evaluation_session.look.share')}
            </Button>
            <Button onPress={() => setIsAloud(true)}>{t('evaluation_session.look.aloud')}</Button>
            <LinkButton
              icon="print"
              kind="quiet"
              href={`/essayer/${board.experiment_id}/seance/papier`}
            >
              {t('evaluation_session.look.paper')}
            </LinkButton>
          </p>
          <p className="soft">{t('evaluation_session.look.share_hint')}</p>
        </form>
      )}
      {isAloud && (
        <form
          className="scribe"
          onSubmit={(event) => {
            event.preventDefault();
            share.mutate({
              people: Number(people) || 0,
              aloud: kept.map(({ id }) => ({
                activity_id: id,
                effectiveness: said[id]?.effectiveness ?? null,
                technical: said[id]?.technical ?? null,
                social: said[id]?.social ?? null,
              })),
            });
          }}
        >
          <h2>{t('evaluation_session.look.aloud_title')}</h2>
          <p className="soft">{t('evaluation_session.look.aloud_hint')}</p>
          <ProblemNote problem={share.error} shownBesideFields={Object.keys(errors)} />
          {kept.map((activity) => (
            <AloudRow
              key={activity.id}
              activity={activity}
              said={said[activity.id] ?? {}}
              onSay={(row) => setSaid({ ...said, [activity.id]: row })}
            />
          ))}
          {room}
          <p className="row">
            <Button type="submit" kind="main" isBusy={share.isPending}>
              {t('evaluation_session.look.aloud_keep')}
            </Button>
            <Button kind="quiet" onPress={() => setIsAloud(false)}>
              {t('evaluation_session.look.aloud_close')}
            </Button>
          </p>
        </form>
      )}
    </>
  );
}

interface AloudRowProps {
  activity: Activity;
  said: Said[string];
  onSay: (row: Said[string]) => void;
}

function AloudRow({ activity, said, onSay }: AloudRowProps) {
  return (
    <fieldset className="aloud-row">
      <legend className="voice">{activity.words}</legend>
      {families.map((family) => (
        <Select
          key={family}
          label={t(`experiments.review.${family}`)}
          value={said[family] ?? ''}
          options={readings.map((reading) => ({ value: reading, label: readingWord(reading) }))}
          onChange={(reading) => onSay({ ...said, [family]: reading === '' ? undefined : reading })}
        />
      ))}
    </fieldset>
  );
}
