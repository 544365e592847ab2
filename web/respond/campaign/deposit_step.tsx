// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/deposit_step.tsx
//
// A sealed ballot that the urn has not acknowledged: sent again, the same bytes, when the network is back, when enough
// people have a token, or when somebody asks.

/** @jsxImportSource preact */

import { useEffect, useRef } from 'preact/hooks';
import { plainDay } from '../pieces.tsx';
import type { Campaign } from './deposit.ts';
import { EraseButton, EraseLink } from './erase.tsx';
import { KeepChoice, problemText, Step, useAgain, WhereKept } from './pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { said } from './words.ts';

/** Often enough for whoever leaves the page open, seldom enough for the network of a ward. */
const again_every_ms = 120_000;

interface DepositProps {
  here: CampaignHere;
  campaign: Campaign;
  onErase: () => void;
}

export function DepositStep({ here, campaign, onErase }: DepositProps) {
  const { problem, busy, isRefused } = here;
  const handIn = (how: 'aloud' | 'quietly') => {
    if (!isRefused) void here.handIn(campaign, how);
  };
  // By itself it changes nothing on the screen until it has succeeded.
  useAgain(() => handIn('quietly'), again_every_ms);
  // After a reload nobody has pressed anything yet.
  const first = useRef(() => handIn('aloud'));
  useEffect(() => first.current(), []);

  if (isRefused)
    return (
      <Step title={said('answering.sealed.failed')}>
        <p>{problemText(problem ?? '')}</p>
        <EraseButton here={here} />
      </Step>
    );
  return (
    <Step title={said(problem ? 'answering.sealed.waits' : 'answering.sealed.sending')}>
      <p role="status">{why(problem, campaign)}</p>
      {problem !== null && (
        <>
          <WhereKept here={here} />
          <KeepChoice here={here} />
        </>
      )}
      <p>
        <button
          type="button"
          class="btn main wide"
          aria-disabled={busy || undefined}
          onClick={() => handIn('aloud')}
        >
          {said('answering.sealed.retry')}
        </button>
      </p>
      <EraseLink onErase={onErase} />
    </Step>
  );
}

function why(problem: string | null, { manifest: { k, closes_on } }: Campaign): string {
  switch (problem) {
    case null:
      return said('answering.sealed.sending.said');
    case 'network.offline':
      return said('answering.sealed.offline');
    case 'campaign.too_few':
      return said('answering.sealed.too_few', { k, day: plainDay(closes_on) });
    default:
      return problemText(problem);
  }
}
