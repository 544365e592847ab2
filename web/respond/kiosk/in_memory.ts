// SPDX-License-Identifier: EUPL-1.2
// web/respond/kiosk/in_memory.ts
//
// What a kiosk keeps of the person in front of it: nothing beyond this page. Only a sealed ballot is put aside until the urn
// has it, because nobody can read it and its code is spent.

import type { Keeping, Kept, Sending } from '../campaign/kept.ts';
import { putAside, takeAway } from '../envelopes.ts';

interface Told {
  onChange: (kept: Kept) => void;
  onErased: () => void;
  onSending: (sending: Sending) => void;
}

export function inMemory({ onChange, onErased, onSending }: Told): Keeping {
  let now: Kept = {};
  return {
    isShared: true,
    read: () => ({ kept: {}, where: 'nowhere' }),
    write: (campaign, { kept }) => {
      const { sealed, sealedReceipt, receipt } = kept;
      if (sealed !== undefined && sealedReceipt !== undefined && now.sealed === undefined)
        putAside(campaign, { sealed, sealedReceipt });
      if (receipt !== undefined) takeAway(campaign, receipt);
      now = kept;
      onChange(kept);
      return 'nowhere';
    },
    // With a receipt there is nothing left to take away; without one, the person said to.
    erase: (campaign) => {
      if (now.sealedReceipt !== undefined) takeAway(campaign, now.sealedReceipt);
      now = {};
      onErased();
    },
    sees: (campaign, sending) => {
      // Said to the person it belongs to, and to nobody after.
      if (sending.isRefused && now.sealedReceipt !== undefined)
        takeAway(campaign, now.sealedReceipt);
      onSending(sending);
    },
  };
}
