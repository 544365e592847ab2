// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/look_part.tsx
//
// The third step: each answers for themselves, then everything is put together, once. Or the group says a word for each
// question, aloud, and the scribe writes it.

import { useState } from 'react';
import { Button, fieldTexts, LinkButton, ProblemNote } from '#ui';
import { t } from '#words';
import { families } from '../shared_look.tsx';
import { AloudForm } from './aloud_form.tsx';
import { InTheRoom } from './in_the_room.tsx';
import { type Board, useShare } from './use_session.ts';

export function LookPart({ board }: { board: Board }) {
  const [isAloud, setIsAloud] = useState(false);
  const kept = board.activities.filter((activity) => activity.kept);
  return (
    <>
      <p className="voice">{t('evaluation_session.look.voice')}</p>
      <ul className="three">
        {kept.map((activity) => (
          <li key={activity.id} className="card">
            <p className="voice">{activity.words}</p>
          </li>
        ))}
      </ul>
      <dl className="families">
        {families.map((family) => (
          <div key={family}>
            <dt>{t(`experiments.review.${family}`)}</dt>
            <dd className="soft">{t(`experiments.review.${family}_hint`)}</dd>
          </div>
        ))}
      </dl>
      {isAloud ? (
        <AloudForm board={board} kept={kept} onClose={() => setIsAloud(false)} />
      ) : (
        <ShareForm board={board} onAloud={() => setIsAloud(true)} />
      )}
    </>
  );
}

function ShareForm({ board, onAloud }: { board: Board; onAloud: () => void }) {
  const [people, setPeople] = useState('');
  const share = useShare(board.experiment_id);
  const errors = fieldTexts(share.error);
  return (
    <form
      className="scribe"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        share.mutate({ people: Number(people) || 0, aloud: null });
      }}
    >
      <p role="status">
        {t(board.is_ready ? 'evaluation_session.look.ready' : 'evaluation_session.look.wait')}
      </p>
      <ProblemNote problem={share.error} shownBesideFields={Object.keys(errors)} />
      <InTheRoom people={people} error={errors['/people']} onChange={setPeople} />
      <p className="row">
        <Button type="submit" kind="main" isDisabled={!board.is_ready} isBusy={share.isPending}>
          {t('evaluation_session.look.share')}
        </Button>
        <Button onPress={onAloud}>{t('evaluation_session.look.aloud')}</Button>
        <LinkButton kind="quiet" href={`/essayer/${board.experiment_id}/seance/papier`}>
          {t('evaluation_session.look.paper')}
        </LinkButton>
      </p>
      <p className="soft">{t('evaluation_session.look.share_hint')}</p>
    </form>
  );
}
