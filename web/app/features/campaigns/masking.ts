// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/masking.ts
//
// Hiding words of a comment: what is shown is what was written with "[…]" in the place of words, and nothing else.
// engine/tabulation/comments.hpp has the same rule.

export const hidden_words = '[…]';

/** A word of what was written, and what stands before it up to the word before. */
export interface Word {
  gap: string;
  text: string;
}

export interface Words {
  words: Word[];
  /** What stands after the last word. */
  end: string;
}

export function wordsOf(written: string): Words {
  const words: Word[] = [];
  let last = 0;
  for (const found of written.matchAll(/\S+/g)) {
    words.push({ gap: written.slice(last, found.index), text: found[0] });
    last = found.index + found[0].length;
  }
  return { words, end: written.slice(last) };
}

/** Neighbours that are hidden make one mark: how many there were is not told. */
export function shownOf({ words, end }: Words, hidden: ReadonlySet<number>): string {
  let shown = '';
  words.forEach(({ gap, text }, index) => {
    if (!hidden.has(index)) shown += gap + text;
    else if (!hidden.has(index - 1)) shown += gap + hidden_words;
  });
  return shown + end;
}

/** Which words do not stand in `shown`: each piece at its earliest place, the last one at the end. */
export function hiddenIn(written: string, shown: string): Set<number> {
  const { words } = wordsOf(written);
  const pieces = shown.split(hidden_words);
  const kept: [number, number][] = [];
  let from = 0;
  pieces.forEach((piece, index) => {
    const isLast = index === pieces.length - 1;
    const at = isLast
      ? written.length - piece.length
      : index === 0
        ? 0
        : written.indexOf(piece, from);
    kept.push([at, at + piece.length]);
    from = at + piece.length;
  });
  const hidden = new Set<number>();
  let at = 0;
  words.forEach(({ gap, text }, index) => {
    const start = at + gap.length;
    at = start + text.length;
    if (!kept.some(([first, last]) => first <= start && at <= last)) hidden.add(index);
  });
  return hidden;
}

/** A word that may name somebody or a moment: a capital letter within a sentence, a figure, a word of a place or an occupation. */
export function mayName(
  words: readonly Word[],
  index: number,
  named: ReadonlySet<string>,
): boolean {
  const word = words[index]?.text ?? '';
  const before = words[index - 1]?.text ?? '.';
  if (/\d/.test(word)) return true;
  if (/^\P{L}*\p{Lu}/u.test(word) && !/[.!?…:]\P{L}*$/u.test(before)) return true;
  return named.has(plain(word));
}

/** Words of four letters and more of the names that a campaign knows. */
export function namedBy(names: readonly string[]): Set<string> {
  const words = names.flatMap((name) => wordsOf(name).words.map(({ text }) => plain(text)));
  return new Set(words.filter((word) => word.length >= 4));
}

const plain = (word: string) => word.toLocaleLowerCase('fr').replace(/^\P{L}+|\P{L}+$/gu, '');
