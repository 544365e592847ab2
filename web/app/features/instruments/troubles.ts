// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/troubles.ts
//
// What the server finds lacking, by where it is.

import type { Instrument, Language } from '#form/instrument.ts';
import { problemText, type ProblemLike } from '#ui';
import { t } from '#words';
import type { InstrumentTrouble } from './use_instruments.ts';

/** By pointer, in the reader's words. */
export type Troubles = ReadonlyMap<string, string>;

/** And what it refused of the last writing, where that is. */
export function troublesOf(
  found: readonly InstrumentTrouble[],
  refused: ProblemLike | null,
): Troubles {
  const written = (refused?.errors ?? []).map(({ pointer, code }) => ({
    pointer: pointer.replace(/^\/content/, ''),
    code,
  }));
  return new Map([...found, ...written].map(({ pointer, code }) => [pointer, problemText(code)]));
}

/** Those under a pointer, wherever. */
export function under(troubles: Troubles, pointer: string): string[] {
  return [...troubles]
    .filter(([at]) => at === pointer || at.startsWith(`${pointer}/`))
    .map(([, words]) => words);
}

export function ofWording(troubles: Troubles, pointer: string): Partial<Record<Language, string>> {
  const fr = troubles.get(`${pointer}/fr`);
  const en = troubles.get(`${pointer}/en`);
  return { ...(fr !== undefined && { fr }), ...(en !== undefined && { en }) };
}

export interface TroubleLine {
  pointer: string;
  where: string;
  what: string;
  /** Of the question, or nothing. */
  code: string | null;
}

/** « Partie 2, question 3 : … » */
export function lines(found: readonly InstrumentTrouble[], instrument: Instrument): TroubleLine[] {
  return found.map(({ pointer, code }) => {
    const place = /^\/sections\/(\d+)(?:\/questions\/(\d+))?/.exec(pointer);
    const section = place?.[1] === undefined ? null : Number(place[1]);
    const question = place?.[2] === undefined ? null : Number(place[2]);
    const where =
      section === null
        ? t('instruments.trouble.whole')
        : question === null
          ? t('instruments.trouble.section', { section: section + 1 })
          : t('instruments.trouble.question', { section: section + 1, question: question + 1 });
    return {
      pointer,
      where,
      what: problemText(code),
      code:
        section === null || question === null
          ? null
          : (instrument.sections[section]?.questions[question]?.code ?? null),
    };
  });
}
