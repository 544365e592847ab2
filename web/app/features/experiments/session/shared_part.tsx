// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/shared_part.tsx
//
// The last step: what was put together, on the wall; then the shared conclusion, and the end of the session.

import { useRouter } from '@tanstack/react-router';
import { Button, LinkButton, ProblemNote } from '#ui';
import { t } from '#words';
import { families, Readings, Sentences } from '../shared_look.tsx';
import { type Board, useEnd } from './use_session.ts';

interface SharedPartProps {
  board: Board;
  onLeaving: (board: Board | null) => void;
}

export function SharedPart({ board, onLeaving }: SharedPartProps) {
  const router = useRouter();
  const review = `/essayer/${board.experiment_id}/bilan`;
  const end = useEnd(board.experiment_id, () => void router.navigate({ href: review }));
  const { look } = board;
  const isWritten = look ? families.some((family) => look[family].length > 0) : false;
  return (
    <>
      <p className="voice">{t('evaluation_session.shared.voice')}</p>
      {look?.by === 'aloud' && <p className="soft">{t('evaluation_session.look_part.aloud')}</p>}
      {look && <Readings look={look} />}
      {look && isWritten && (
        <section className="stack" aria-labelledby="written">
          <h2 id="written">{t('evaluation_session.look_part.sentences')}</h2>
          <Sentences look={look} />
        </section>
      )}
      <ProblemNote problem={end.error} />
      <p className="row">
        <LinkButton kind="main" href={review}>
          {t('evaluation_session.shared.to_review')}
        </LinkButton>
        <Button
          isBusy={end.isPending}
          onPress={() => {
            onLeaving(board);
            end.mutate({}, { onError: () => onLeaving(null) });
          }}
        >
          {t('evaluation_session.shared.end')}
        </Button>
      </p>
      <p className="soft">{t('evaluation_session.shared.end_hint')}</p>
    </>
  );
}
