// SPDX-License-Identifier: EUPL-1.2
// web/respond/pieces.tsx
//
// The few pieces of these pages: an icon, a day said in words, what went wrong, the other language.

/** @jsxImportSource preact */

import { useEffect, useRef } from 'preact/hooks';
import { currentLanguage, type Language, quoted, type RespondKey, t } from './words.ts';

const paths = {
  eye: 'M2.5 12c3-5 6-7 9.5-7s6.5 2 9.5 7c-3 5-6 7-9.5 7s-6.5-2-9.5-7zM14.8 12a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0z',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7v5l3.5 2',
  quote: 'M4 5h16v11H11l-4 4v-4H4z',
  check: 'm5 12.5 5 5 9-11',
  same: 'M5 9.5h14M5 14.5h14',
  differently: 'M3 8h11M11 5l3 3-3 3M21 16H10M13 13l-3 3 3 3',
  pass: 'M6 12h12',
  undo: 'M9 6 4 11l5 5M4 11h10a5.5 5.5 0 0 1 0 9h-3',
  person: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM5 20c.8-4 3.5-6 7-6s6.2 2 7 6',
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** As the days of a manifest are counted. */
export function parisDay(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
}

/** « 3 décembre », « 1er décembre », « 26 janvier 2027 » while it is 2026; noon, so that no time zone moves a day. */
export function plainDay(day: string): string {
  const text = new Intl.DateTimeFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === parisDay().slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
  return (currentLanguage() === 'fr' ? text.replace(/^1 /, '1er ') : text).replace(/ /g, '\u00a0');
}

const said: Record<string, RespondKey> = {
  'space.closed': 'respond.problem.closed',
  'space.not_open_yet': 'respond.problem.not_open_yet',
  'space.full': 'respond.problem.full',
  'space.participant_unknown': 'respond.problem.participant_unknown',
  'contribution.already_released': 'respond.problem.already_released',
  'contribution.too_many': 'respond.problem.too_many_words',
  'sentence.already_settled': 'respond.problem.already_settled',
  'request.too_many': 'respond.problem.too_many',
  not_found: 'respond.not_found',
};

export function refusalText(code: string): string {
  return t(said[code] ?? 'respond.problem.other');
}

export function RefusalNote({ code, onDismiss }: { code: string; onDismiss: () => void }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), [code]);
  return (
    <div class="problem" role="alert" tabIndex={-1} ref={note}>
      <p>{refusalText(code)}</p>
      <button type="button" class="as-link" onClick={onDismiss}>
        {t('respond.understood')}
      </button>
    </div>
  );
}

export function OtherLanguage({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  return (
    <p>
      <button type="button" class="as-link" lang={other} onClick={() => onLanguage(other)}>
        {t('respond.other_language')}
      </button>
    </p>
  );
}

/** Words as somebody said them, never with a name. */
export function Said({ words }: { words: string }) {
  return (
    <blockquote class="said">
      <p class="voice">{quoted(words)}</p>
    </blockquote>
  );
}
