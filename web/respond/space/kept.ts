// SPDX-License-Identifier: EUPL-1.2
// web/respond/space/kept.ts
//
// What this phone keeps while the tab is open, and nothing after: the secret it came in with, words not sent yet,
// its answers. sessionStorage and not more: ward computers are shared, the next person must not read this one's.

export type Answer = 'chez_moi_aussi' | 'chez_moi_different' | 'je_passe';
export type Kind = 'situation' | 'irritant' | 'surprise' | 'proposal' | 'letter';

export interface Unsent {
  id: string;
  kind: Kind;
  words: string;
}

export interface Kept {
  secret: string | null;
  follow_token: string;
  draft: string;
  kind: Kind;
  unsent: Unsent[];
  /** By sentence: only this phone knows. */
  answers: Record<string, Answer>;
}

const nothing: Kept = {
  secret: null,
  follow_token: '',
  draft: '',
  kind: 'situation',
  unsent: [],
  answers: {},
};

const nameOf = (code: string) => `etabli.space.${code}`;

export function readKept(code: string): Kept {
  try {
    const text = sessionStorage.getItem(nameOf(code));
    return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

/** A full or forbidden storage must not stop somebody from writing. */
export function writeKept(code: string, kept: Kept): void {
  try {
    sessionStorage.setItem(nameOf(code), JSON.stringify(kept));
  } catch {
    // The words are still on screen.
  }
}

const characters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A name for one contribution, drawn here: sent twice, it is heard once. */
export function newKey(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(26)),
    (byte) => characters[byte % 32],
  ).join('');
}
