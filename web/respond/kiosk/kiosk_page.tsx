// SPDX-License-Identifier: EUPL-1.2
// web/respond/kiosk/kiosk_page.tsx
//
// The answering page on a screen that is handed round (/q/<campaign>/borne): one person after another, each with a code of
// their own, and nothing of one left for the next: erased after the deposit, on demand, or when nobody touches it.

/** @jsxImportSource preact */

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CampaignPage } from '../campaign/campaign_page.tsx';
import { loadCampaign } from '../campaign/deposit.ts';
import type { Kept, Sending } from '../campaign/kept.ts';
import { useAgain } from '../campaign/pieces.tsx';
import { envelopesWaiting, handInWaiting } from '../envelopes.ts';
import { inTurn } from '../in_turn.ts';
import type { Language } from '../words.ts';
import { inMemory } from './in_memory.ts';
import { useIdle } from './use_idle.ts';
import { told } from './words.ts';
import './kiosk.css';

interface KioskPageProps {
  campaign: string;
  onLanguage: (language: Language) => void;
}

/** Seldom enough for the network of a ward. */
const again_every_ms = 120_000;
/** A reply that takes longer is taken for lost: nobody stays shut in. */
const awaited_ms_max = 30_000;
const idle_now: Sending = { isAwaited: false, isRefused: false };

export function KioskPage({ campaign, onLanguage }: KioskPageProps) {
  const [round, setRound] = useState(0);
  const [kept, setKept] = useState<Kept>({});
  const [{ isAwaited, isRefused }, setSending] = useState(idle_now);
  const next = () => {
    setKept({});
    setSending(idle_now);
    setRound((before) => before + 1);
    onLanguage('fr');
  };
  const latest = useRef({ next, round });
  useEffect(() => {
    latest.current = { next, round };
  });
  // One for each person: nothing of the one before is in it.
  const keeping = useMemo(
    () =>
      inMemory({
        // What the one before sent may still be on its way when the next one stands here.
        onChange: (change) => round === latest.current.round && setKept(change),
        onErased: () => latest.current.next(),
        onSending: (sending) => round === latest.current.round && setSending(sending),
      }),
    [round],
  );
  useEffect(() => {
    if (!isAwaited) return;
    const giveUp = () => setSending((before) => ({ ...before, isAwaited: false }));
    const timer = setTimeout(giveUp, awaited_ms_max);
    return () => clearTimeout(timer);
  }, [isAwaited]);
  const hasBegun = Object.values(kept).some((value) => value !== undefined);
  const isSealed = kept.sealed !== undefined;
  const isSafe = isSealed && !isRefused;
  const { left, stop } = useIdle(hasBegun && !isAwaited, next);
  const refusedCount = useWaiting(campaign, isSealed);

  return (
    <div class="kiosk">
      <aside aria-label={told('kiosk.name')}>
        <p class="kiosk-said">{told('kiosk.said')}</p>
        {refusedCount > 0 && (
          <p class="kiosk-said" role="alert">
            {told(refusedCount === 1 ? 'kiosk.refused_before_one' : 'kiosk.refused_before', {
              count: refusedCount,
            })}
          </p>
        )}
        {/* While the urn has not answered, it may still refuse. */}
        {isSealed && !isAwaited && (
          <div class="kiosk-bar">
            <p role={isRefused ? 'alert' : undefined}>
              {told(isRefused ? 'kiosk.refused' : 'kiosk.waits')}
            </p>
            <button type="button" class="btn" onClick={next}>
              {told('kiosk.leave')}
            </button>
          </div>
        )}
        {hasBegun && !isSealed && kept.receipt === undefined && (
          <div class="kiosk-bar">
            <button
              type="button"
              class="btn"
              aria-disabled={isAwaited || undefined}
              onClick={() => isAwaited || next()}
            >
              {told('kiosk.give_up')}
            </button>
            <p class="small">{told(isAwaited ? 'kiosk.awaits' : codeWords(kept))}</p>
          </div>
        )}
      </aside>
      <CampaignPage key={round} campaign={campaign} keeping={keeping} onLanguage={onLanguage} />
      {left !== null && <Countdown left={left} isSafe={isSafe} onStop={stop} onNext={next} />}
    </div>
  );
}

/** From the moment something was drawn and sent the desk may have signed, whether its reply came or not. */
function codeWords({ token, request }: Kept) {
  if (token !== undefined) return 'kiosk.lost';
  return request === undefined ? 'kiosk.free' : 'kiosk.perhaps';
}

interface CountdownProps {
  left: number;
  /** What was answered is sealed and put aside. */
  isSafe: boolean;
  onStop: () => void;
  onNext: () => void;
}

function Countdown({ left, isSafe, onStop, onNext }: CountdownProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="kiosk-countdown"
      aria-labelledby="countdown-title"
      onCancel={(event) => {
        event.preventDefault();
        onStop();
      }}
    >
      <h2 id="countdown-title">{told('kiosk.still_there')}</h2>
      <p>{told(isSafe ? 'kiosk.goes_back' : 'kiosk.erases')}</p>
      <p class="kiosk-left" role="timer">
        {told(left === 1 ? 'kiosk.second' : 'kiosk.seconds', { count: left })}
      </p>
      <button type="button" class="btn main wide" onClick={onStop}>
        {told('kiosk.stay')}
      </button>
      <button type="button" class="btn wide" onClick={onNext}>
        {told(isSafe ? 'kiosk.begin' : 'kiosk.next')}
      </button>
    </dialog>
  );
}

/** Ballots that those before left here, sealed; not while one's own is on the screen, which sends itself. How many were refused. */
function useWaiting(campaign: string, isOwnWaiting: boolean): number {
  const [refusedCount, setRefusedCount] = useState(0);
  const isHeld = useRef(isOwnWaiting);
  useEffect(() => {
    isHeld.current = isOwnWaiting;
  });
  const send = useMemo(
    () =>
      inTurn(async () => {
        if (isHeld.current || envelopesWaiting(campaign).length === 0) return;
        try {
          const { refused } = await handInWaiting(await loadCampaign(campaign, undefined));
          setRefusedCount((before) => before + refused.length);
        } catch {
          // Later.
        }
      }),
    [campaign],
  );
  useAgain(() => void send(), again_every_ms);
  useEffect(() => void send(), [send]);
  return refusedCount;
}
