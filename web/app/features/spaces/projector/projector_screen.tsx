// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/projector/projector_screen.tsx
//
// The screen of the room, twenty pixels and more, in ten steps that may be taken in any order: an interruption
// loses nothing. What it shows is what phones show, the same sentences without a name.

import { useParams } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, Icon, LinkButton, Notice, PageHead, ProblemNote, TextLink } from '#ui';
import { takeTitleFocusWish } from '#ui/page_focus.ts';
import { fullDay, plainDay, t } from '#words';
import { SituationText } from '../situation_text.tsx';
import { steps } from '../states.ts';
import { type Board, useBoard } from '../use_spaces.ts';
import { Closing, Correcting } from './closing.tsx';
import './projector.css';
import { Scribe } from './scribe.tsx';
import { Timer } from './timer.tsx';
import { type Projector, useProjector } from './use_projector.ts';
import { Sorting, Wall } from './wall.tsx';

const silent_minutes = 5;

export function ProjectorScreen() {
  const { space_id } = useParams({ from: '/ecouter/discussions/$space_id/ecran' });
  const board = useBoard(space_id, true);
  const projector = useProjector(space_id);
  // Refused, it is a page like another, and not the wall of a room.
  if (board.data === undefined && board.error !== null)
    return (
      <>
        <PageHead room="listen" title={t('spaces.running.project')} />
        <Loaded from={board}>{() => null}</Loaded>
      </>
    );
  return (
    <div className="projector">
      <Loaded from={board}>{(content) => <Room board={content} projector={projector} />}</Loaded>
    </div>
  );
}

function Room({ board, projector }: { board: Board; projector: Projector }) {
  const { space } = board;
  const isOpen = space.state === 'open';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('common.page_title', { title: space.title });
  }, [space.title]);
  useLayoutEffect(() => {
    if (takeTitleFocusWish()) heading.current?.focus();
  }, []);
  return (
    <>
      <header className="projector-top">
        <TextLink href={`/ecouter/discussions/${space.id}`}>
          <span className="with-icon">
            <Icon name="listen" />
            {t('spaces.projector.leave')}
          </span>
        </TextLink>
        <p className="step">
          <b className="nums">{space.step}</b> {t(`spaces.step.${space.step}` as 'spaces.step.1')}{' '}
          <span className="soft">{t('spaces.projector.step_of', { step: space.step })}</span>
        </p>
        {isOpen && (
          <Timer
            key={space.step}
            name={`${space.id}.${space.step}`}
            minutes={minutesOf(space.step)}
          />
        )}
      </header>
      <div className="edge of-listen" />
      <div className="projector-body">
        <div className="projector-title">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {space.title}
            </h1>
            <p className="soft">
              {t('spaces.projector.rules', { day: plainDay(space.destroy_on) })}
            </p>
          </div>
          {board.code && <JoinCode board={board} />}
        </div>
        <ProblemNote problem={projector.problem} />
        {isOpen ? (
          <StepContent board={board} projector={projector} />
        ) : (
          <Notice>{t('spaces.projector.not_open')}</Notice>
        )}
      </div>
      {isOpen && <Bar board={board} projector={projector} />}
    </>
  );
}

function minutesOf(step: number): number {
  return step === 4 ? silent_minutes : 8;
}

function JoinCode({ board }: { board: Board }) {
  return (
    <figure className="qr">
      <img
        src={`/api/spaces/${board.space.id}/join.svg`}
        alt={t('spaces.print.join_qr')}
        width="128"
        height="128"
      />
      <figcaption>
        {t('spaces.projector.or')} <b>{new URL(board.join_url, location.href).host}/s/</b>
        <br />
        {t('spaces.projector.code')} <b className="nums">{board.code}</b>
      </figcaption>
    </figure>
  );
}

function StepContent({ board, projector }: { board: Board; projector: Projector }) {
  const { space } = board;
  switch (space.step) {
    case 1:
      return (
        <div className="stack">
          <p className="voice">{t('spaces.projector.print')}</p>
          <LinkButton href={`/ecouter/discussions/${space.id}/imprimer`} icon="print">
            {t('spaces.print.link')}
          </LinkButton>
        </div>
      );
    case 2:
      return <CharterAloud board={board} />;
    case 3:
      return (
        <div className="stack">
          <p className="voice">{t('spaces.projector.choose')}</p>
          {board.situations.map((each) => (
            <SituationText key={each.id} situation={each} />
          ))}
        </div>
      );
    case 4:
      return (
        <div className="stack">
          <p className="voice">{t('spaces.projector.silence')}</p>
          <p className="soft">{t('spaces.projector.paper_too')}</p>
          <p role="status">{board.ready_to_release && t('spaces.projector.ready')}</p>
        </div>
      );
    case 5:
      return (
        <>
          {board.contributions.length === 0 && (
            <p className="voice" role="status">
              {t(board.ready_to_release ? 'spaces.projector.ready' : 'spaces.projector.too_few')}
            </p>
          )}
          <Wall board={board} projector={projector} />
        </>
      );
    case 6:
      return <Scribe board={board} projector={projector} />;
    case 7:
      return (
        <>
          <p className="voice">{t('spaces.projector.recognise')}</p>
          <p>
            <Button onPress={projector.settle}>{t('spaces.projector.settle')}</Button>
          </p>
          <Wall board={board} projector={projector} />
        </>
      );
    case 8:
      return <Sorting board={board} projector={projector} />;
    case 9:
      return <Correcting board={board} projector={projector} />;
    default:
      return <Closing board={board} projector={projector} />;
  }
}

function CharterAloud({ board }: { board: Board }) {
  const { space } = board;
  return (
    <dl className="charter-aloud">
      <dt>{t('spaces.charter.who_reads')}</dt>
      <dd className="voice">{space.who_reads}</dd>
      <dt>{t('spaces.charter.until_when')}</dt>
      <dd className="voice">
        {space.until_when} {t('spaces.charter.day', { day: fullDay(space.destroy_on) })}
      </dd>
      <dt>{t('spaces.charter.cannot_promise')}</dt>
      <dd className="voice">{space.cannot_promise}</dd>
      <dt>{t('spaces.form.facilitated_by_short')}</dt>
      <dd>
        {space.facilitated_by} · {space.hierarchy_words || t(`spaces.hierarchy.${space.hierarchy}`)}
      </dd>
      <dt>{t(`spaces.openness.${space.openness}`)}</dt>
      <dd>
        {space.still_open} · {t('spaces.projector.decides', { who: space.decided_by })}
      </dd>
    </dl>
  );
}

function Bar({ board, projector }: { board: Board; projector: Projector }) {
  const { step } = board.space;
  const next = steps.find((each) => each === step + 1);
  return (
    <footer className="projector-bar">
      <Button icon="undo" isDisabled={projector.undo === null} onPress={() => projector.undo?.()}>
        {t('common.undo')}
      </Button>
      <Button
        icon="mix"
        isDisabled={!board.ready_to_release}
        isBusy={projector.isReleasing}
        onPress={projector.release}
      >
        {t(
          board.contributions.length === 0
            ? 'spaces.projector.release'
            : 'spaces.projector.release_more',
        )}
      </Button>
      <p className="soft">{t('spaces.projector.nothing_lost')}</p>
      <label className="step-choice">
        <span className="hide">{t('spaces.projector.go_to')}</span>
        <select
          className="input"
          value={step}
          onChange={(event) => projector.goTo(Number(event.target.value))}
        >
          {steps.map((each) => (
            <option key={each} value={each}>
              {t('spaces.projector.step_option', { step: each, name: t(`spaces.step.${each}`) })}
            </option>
          ))}
        </select>
      </label>
      {next && (
        <Button kind="main" onPress={() => projector.goTo(next)}>
          {t(`spaces.next.${next}` as 'spaces.next.2')}
        </Button>
      )}
    </footer>
  );
}
