// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/outside.tsx
//
// The session for whoever does not hold its pen: how one goes and how to begin it; that one goes on, who holds it, and how
// to take it over; that there is none.

import { LinkButton, Button, Notice, ProblemNote, Section, TextLink } from '#ui';
import { fullDay, t } from '#words';
import { type Board, useBegin, useBoard, useTakeOver } from './use_session.ts';

interface OutsideProps {
  board: Board;
  can: (ability: string) => boolean;
}

export function Outside({ board, can }: OutsideProps) {
  if (can('begin')) return <Begin board={board} />;
  return (
    <div className="stack read">
      {goesOn(board) ? (
        <>
          <Notice>
            <p>
              {heldWords(board)} {stepWords(board)}
            </p>
            <p className="soft">{t('evaluation_session.held.what')}</p>
          </Notice>
          {can('take_over') && <TakeOver board={board} />}
        </>
      ) : (
        <Notice>
          {t(board.is_concluded ? 'evaluation_session.closed' : 'evaluation_session.held.none')}
        </Notice>
      )}
      <p>
        <TextLink href={`/essayer/${board.experiment_id}`}>
          {t('evaluation_session.leave')}
        </TextLink>
      </p>
    </div>
  );
}

/** On the page of the experiment, for every college alike. */
export function SessionGoesOn({ id }: { id: string }) {
  const board = useBoard(id, false).data?.data;
  if (!board || !goesOn(board)) return null;
  return (
    <Notice>
      <p>
        {heldWords(board)}{' '}
        <TextLink href={`/essayer/${id}/seance`}>{t('evaluation_session.held.see')}</TextLink>
      </p>
    </Notice>
  );
}

function goesOn(board: Board): boolean {
  return board.destroyed_on !== null;
}

function heldWords(board: Board): string {
  const day = board.session ? fullDay(board.session.begun_on) : '';
  return board.holder === ''
    ? t('evaluation_session.held.by_nobody', { day })
    : t('evaluation_session.held.by', { day, name: board.holder });
}

function stepWords({ session }: Board): string {
  if (!session || session.stage === 'ended') return '';
  return t('evaluation_session.held.step', {
    step: t(`evaluation_session.step.${session.stage}`),
  });
}

function TakeOver({ board }: { board: Board }) {
  const take = useTakeOver(board.experiment_id);
  return (
    <>
      <ProblemNote problem={take.error} />
      <p>
        <Button
          isBusy={take.isPending}
          onPress={() => take.mutate({})}
          aria-describedby="take-over"
        >
          {t('evaluation_session.held.take_over')}
        </Button>
      </p>
      <p className="soft read" id="take-over">
        {t('evaluation_session.held.take_over_hint')}
      </p>
    </>
  );
}

function Begin({ board }: { board: Board }) {
  const begin = useBegin(board.experiment_id);
  return (
    <Section title={t('evaluation_session.begin.title')}>
      <ol className="read stack begin-steps">
        {([1, 2, 3, 4] as const).map((each) => (
          <li key={each}>{t(`evaluation_session.begin.${each}`)}</li>
        ))}
      </ol>
      {board.session && <Notice>{t('evaluation_session.begin.again')}</Notice>}
      <ProblemNote problem={begin.error} />
      <p className="row">
        <Button kind="main" isBusy={begin.isPending} onPress={() => begin.mutate({})}>
          {t('evaluation_session.begin.submit')}
        </Button>
        <LinkButton icon="print" href={`/essayer/${board.experiment_id}/seance/papier`}>
          {t('evaluation_session.begin.paper')}
        </LinkButton>
      </p>
    </Section>
  );
}
