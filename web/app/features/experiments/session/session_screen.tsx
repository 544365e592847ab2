// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/session/session_screen.tsx
//
// The session of embedded evaluation, while it runs, for whoever holds the pen: the screen of the room, twenty pixels and
// more, in four steps. What it shows is what phones show; a scribe alone completes it.

import { useParams } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, Icon, PageHead, ProblemNote, TextLink } from '#ui';
import { takeTitleFocusWish } from '#ui/page_focus.ts';
import { t } from '#words';
import { ChoosePart } from './choose_part.tsx';
import { ListPart } from './list_part.tsx';
import { LookPart } from './look_part.tsx';
import { Outside } from './outside.tsx';
import './session.css';
import { SharedPart } from './shared_part.tsx';
import { type Board, type Stage, useBoard, useStage } from './use_session.ts';

const steps = ['listing', 'choosing', 'looking', 'shared'] as const;
type Step = (typeof steps)[number];

function stepOf(board: Board): Step | null {
  return steps.find((each) => each === board.session?.stage) ?? null;
}

export function SessionScreen() {
  const { id } = useParams({ from: '/essayer/$id/seance' });
  const board = useBoard(id);
  // Once it is being ended, the wall stays until the next page is there, which takes the focus.
  const [leaving, setLeaving] = useState<Board | null>(null);
  const content = leaving ?? board.data?.data;
  const step = content && content.code !== '' ? stepOf(content) : null;
  if (content && step)
    return (
      <div className="room-screen">
        <Room board={content} step={step} onLeaving={setLeaving} />
      </div>
    );
  return (
    <>
      <PageHead
        room="try"
        where={content?.title}
        title={t('evaluation_session.title')}
        lead={t('evaluation_session.lead')}
      />
      <Loaded from={board}>{(shown, can) => <Outside board={shown} can={can} />}</Loaded>
    </>
  );
}

interface RoomProps {
  board: Board;
  step: Step;
  onLeaving: (board: Board | null) => void;
}

function Room({ board, step, onLeaving }: RoomProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = useStage(board.experiment_id);
  useEffect(() => {
    document.title = t('common.page_title', { title: board.title });
  }, [board.title]);
  useLayoutEffect(() => {
    if (takeTitleFocusWish()) heading.current?.focus();
  }, []);
  const goTo = (next: Stage) => stage.mutate({ stage: next });
  return (
    <>
      <header className="room-top">
        <TextLink href={`/essayer/${board.experiment_id}`}>
          <span className="with-icon">
            <Icon name="try" />
            {t('evaluation_session.leave')}
          </span>
        </TextLink>
        <p className="step" role="status">
          <b className="nums" aria-hidden="true">
            {steps.indexOf(step) + 1}
          </b>{' '}
          {t(`evaluation_session.step.${step}`)}{' '}
          <span className="soft">
            {t('evaluation_session.step_of', { step: steps.indexOf(step) + 1 })}
          </span>
        </p>
      </header>
      <div className="edge of-try" />
      <div className="room-body">
        <div className="room-title">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {board.title}
            </h1>
            <p className="soft">{t('evaluation_session.rules')}</p>
          </div>
          <JoinCode board={board} />
        </div>
        <ProblemNote problem={stage.error} />
        {step === 'listing' && <ListPart board={board} />}
        {step === 'choosing' && <ChoosePart board={board} />}
        {step === 'looking' && <LookPart board={board} />}
        {step === 'shared' && <SharedPart board={board} onLeaving={onLeaving} />}
      </div>
      {step !== 'shared' && (
        <footer className="room-bar">
          {step === 'choosing' && (
            <Button icon="undo" onPress={() => goTo('listing')}>
              {t('evaluation_session.bar.back_listing')}
            </Button>
          )}
          {step === 'looking' && (
            <Button icon="undo" onPress={() => goTo('choosing')} aria-describedby="back-warning">
              {t('evaluation_session.bar.back_choosing')}
            </Button>
          )}
          <p className="soft" id={step === 'looking' ? 'back-warning' : undefined}>
            {t(
              step === 'looking'
                ? 'evaluation_session.look.back_warning'
                : 'evaluation_session.bar.nothing_lost',
            )}
          </p>
          {step === 'listing' && (
            <Button kind="main" isBusy={stage.isPending} onPress={() => goTo('choosing')}>
              {t('evaluation_session.bar.to_choosing')}
            </Button>
          )}
          {step === 'choosing' && (
            <Button kind="main" isBusy={stage.isPending} onPress={() => goTo('looking')}>
              {t('evaluation_session.bar.to_looking')}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}

function JoinCode({ board }: { board: Board }) {
  return (
    <figure className="qr">
      <img
        src={`/api/experiments/${board.experiment_id}/evaluation-session/join.svg`}
        alt={t('evaluation_session.join_qr')}
        width="128"
        height="128"
      />
      <figcaption>
        {t('evaluation_session.or')} <b>{new URL(board.join_url, location.href).host}/e/</b>
        <br />
        {t('evaluation_session.code')} <b className="nums">{board.code}</b>
      </figcaption>
    </figure>
  );
}
