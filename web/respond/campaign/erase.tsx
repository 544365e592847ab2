// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/erase.tsx
//
// Nothing of a person stays on a screen that others use.

/** @jsxImportSource preact */

import { Step } from './pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { said } from './words.ts';

export function EraseButton({ here }: { here: CampaignHere }) {
  return (
    <p>
      <button type="button" class="btn wide" onClick={here.erase}>
        {said(here.kept.isTyped ? 'answering.erase.next' : 'answering.erase')}
      </button>
    </p>
  );
}

/** Somebody called away, or who changed their mind. */
export function EraseLink({ onErase }: { onErase: () => void }) {
  return (
    <p>
      <button type="button" class="as-link" onClick={onErase}>
        {said('answering.erase.link')}
      </button>
    </p>
  );
}

interface EraseAllProps {
  here: CampaignHere;
  onDone: () => void;
  onBack: () => void;
}

/** A token is never given again: this is asked once more, because nothing can undo it. */
export function EraseAll({ here, onDone, onBack }: EraseAllProps) {
  const { busy } = here;
  const erase = () => {
    // What comes back would be kept again.
    if (busy) return;
    here.erase();
    onDone();
  };
  return (
    <Step title={said('answering.erase.link')}>
      <p>
        {said(
          here.kept.request || here.kept.sealed
            ? 'answering.erase.lost'
            : 'answering.erase.nothing_lost',
        )}
      </p>
      <p>
        <button type="button" class="btn wide" aria-disabled={busy || undefined} onClick={erase}>
          {said('answering.erase')}
        </button>
      </p>
      <p>
        <button type="button" class="btn wide" onClick={onBack}>
          {said('answering.back')}
        </button>
      </p>
    </Step>
  );
}

export function Erased({ here }: { here: CampaignHere }) {
  return (
    <Step title={said('answering.erased.title')}>
      <p>{said('answering.erased.said')}</p>
      <p>
        <button type="button" class="btn wide" onClick={here.nextPerson}>
          {said('answering.erased.next')}
        </button>
      </p>
    </Step>
  );
}

/** The link of one person, on a device that keeps the answer of another. */
export function Others({ here }: { here: CampaignHere }) {
  return (
    <Step title={said('answering.other.title')}>
      <p>{said('answering.other.said')}</p>
      <p>
        <button type="button" class="btn main wide" onClick={here.goOnWithKept}>
          {said('answering.other.continue')}
        </button>
      </p>
      <p>
        <button type="button" class="btn wide" onClick={here.startAfresh}>
          {said('answering.other.erase')}
        </button>
      </p>
    </Step>
  );
}
