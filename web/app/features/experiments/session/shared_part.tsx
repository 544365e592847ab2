// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/shared_part.tsx
//
// The last step: what was put together, on the wall; then the shared conclusion, and the end of the session.

import { useRouter } from '@tanstack/react-router';
import { Button, LinkButton, ProblemNote } from '#ui';
import { t } from '#words';
import { Readings, Sentences } from '../shared_look.tsx';
import { type Board, useEnd } from './use_session.ts';

export function SharedPart({ board }: { board: Board }) {
  const router = useRouter();
  const review = `/essayer/${board.experiment_id}/bilan`;
  const end = useEnd(board.experiment_id, () => void router.navigate({ href: review }));
  const { look } = board;
  return (
    <>
      <p className="voice">{t('evaluation_session.shared.voice')}</p>
      {look?.by === 'aloud' && <p className="soft">{t('evaluation_session.look_part.aloud')}</p>}
      {look && <Readings look={look} />}
      {look && <Sentences look={look} />}
      <ProblemNote problem={end.error} />
      <p className="row">
        <LinkButton kind="main" href={review}>
          {t('evaluation_session.shared.to_review')}
        </LinkButton>
        <Button isBusy={end.isPending} onPress={() => end.mutate({})}>
          {t('evaluation_session.shared.end')}
        </Button>
      </p>
      <p className="soft">{t('evaluation_session.shared.end_hint')}</p>
    </>
  );
}
