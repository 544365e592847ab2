// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/link.ts
//
// What somebody came with: the code and the manifest's first signs, in the part of the link that is never sent. They are
// taken out of the address bar at once, so that neither the history nor a glance at the screen keeps them.

import { sha256Hex } from '../../ballots/bytes.ts';

export const code_length = 26;

export interface Link {
  code?: string;
  hash32?: string;
}

/** #CODE.HASH32; nothing when it is not written so. */
export function readLink(fragment: string): Link {
  const found = /^#?([^.]+)\.([0-9a-fA-F]{32})$/.exec(decoded(fragment));
  const code = codeMeant(found?.[1] ?? '');
  return code.length === code_length ? { code, hash32: (found?.[2] ?? '').toLowerCase() } : {};
}

export function takeLink(): Link {
  const link = readLink(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return link;
}

/** As it was meant: one case, no separators, look-alikes read as digits; of a whole link its code. */
export function codeMeant(typed: string): string {
  return typed
    .replace(/^[^#]*#|\.[^.]*$/g, '')
    .toLowerCase()
    .replace(/[\s\u00a0-]/g, '')
    .replace(/[il]/g, '1')
    .replace(/o/g, '0');
}

/** Tells that somebody comes back with the same code, once the code itself is gone. */
export function markOf(code: string): string {
  return sha256Hex(`etabli.page.mark:${code}`).slice(0, 32);
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '';
  }
}
