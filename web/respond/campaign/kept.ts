// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/kept.ts
//
// What this device keeps of one campaign: in the tab, and on the device only when the person chose so, because ward
// computers are shared. Nothing of it is sent but what deposit.ts sends.

import type { Profile } from '../../ballots/answering.ts';
import type { Given } from '../../form/index.ts';
import type { Language } from '../words.ts';

export interface Kept {
  hash32?: string;
  code?: string;
  /** Of the code, once that is gone. */
  mark?: string;
  /** Typed rather than read from a link: perhaps a shared screen. */
  isTyped?: boolean;
  language?: Language;
  /** What remains possible was read. */
  hasRead?: boolean;
  /** Of the ballot's key. */
  seed?: string;
  /** Drawn once, sent as often as needed. */
  request?: { prefix: string; blinded: string; inverse: string };
  token?: string;
  profile?: Profile;
  /** A draft, wrong values included. */
  given?: Given;
  /** The ballot, to the byte. */
  sealed?: string;
  /** What the urn will list it by. */
  sealedReceipt?: string;
  /** Handed in. */
  receipt?: string;
}

export type Where = 'tab' | 'device' | 'nowhere';

/** Where it is kept, if at all. */
export interface Keeping {
  /** On a screen that is handed round: no choice of a place, no reload that comes back. */
  isShared: boolean;
  read: (campaign: string) => KeptHere;
  write: (campaign: string, here: KeptHere) => Where;
  erase: (campaign: string) => void;
  /** A screen that is handed round must not erase what is under way, nor let somebody leave who was refused. */
  sees?: (campaign: string, sending: Sending) => void;
}

export interface Sending {
  /** Something was sent, or is about to be. */
  isAwaited: boolean;
  /** The urn will never take what was sealed. */
  isRefused: boolean;
}

export interface KeptHere {
  kept: Kept;
  where: Where;
}

const nameOf = (campaign: string) => `etabli.questionnaire.${campaign}`;

export function readKept(campaign: string): KeptHere {
  const name = nameOf(campaign);
  const inTab = parsed(stored(() => sessionStorage.getItem(name)));
  if (inTab) return { kept: inTab, where: 'tab' };
  const onDevice = parsed(stored(() => localStorage.getItem(name)));
  return onDevice ? { kept: onDevice, where: 'device' } : { kept: {}, where: 'tab' };
}

/** Answers where it stands now: a full or forbidden storage must not stop somebody from answering. */
export function writeKept(campaign: string, { kept, where }: KeptHere): Where {
  const [name, text] = [nameOf(campaign), JSON.stringify(kept)];
  const wanted = where === 'device' ? 'device' : 'tab';
  try {
    const [here, other] =
      wanted === 'device' ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
    here.setItem(name, text);
    other.removeItem(name);
    return wanted;
  } catch {
    return 'nowhere';
  }
}

export function eraseKept(campaign: string): void {
  stored(() => sessionStorage.removeItem(nameOf(campaign)));
  stored(() => localStorage.removeItem(nameOf(campaign)));
}

export const onOwnDevice: Keeping = {
  isShared: false,
  read: readKept,
  write: writeKept,
  erase: eraseKept,
};

function stored<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function parsed(text: string | null | undefined): Kept | undefined {
  try {
    return text == null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}
