// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/waiting.tsx
//
// What has not arrived: what waits on this phone and why, and what the server will never take, with its figure, until the person
// who counted says that it is written down elsewhere.

/** @jsxImportSource preact */

import { dayWords } from './days.ts';
import { figureText } from './figures.ts';
import type { TallyHere } from './use_tally.ts';
import { told, whyRefused, whyWaiting } from './words.ts';

export function Waiting({ here }: { here: TallyHere }) {
  return (
    <>
      <Refused here={here} />
      <InQueue here={here} />
    </>
  );
}

function InQueue({ here }: { here: TallyHere }) {
  const { view, waiting } = here.kept;
  // On its way for the first time: it mostly arrives before anybody could read this.
  if (waiting.length === 0 || (here.busy && here.problem === null)) return null;
  const isPulse = view?.entry === 'pulse';
  const count = waiting.length;
  return (
    <section class="waiting" aria-label={told('tally.waits.name')}>
      <p role="status">
        <b>
          {isPulse
            ? told(count === 1 ? 'tally.waits.answer' : 'tally.waits.answers', { count })
            : told(count === 1 ? 'tally.waits.one' : 'tally.waits.many', { count })}
        </b>{' '}
        {here.problem !== null && whyWaiting(here.problem)}
      </p>
      {view && !isPulse && (
        <ul class="figures">
          {waiting.map((entry) => (
            <li key={entry.id} class="begins">
              {told('tally.figure.on', {
                figure: figureText(view, entry),
                day: dayWords(entry.counted_on),
              })}
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="btn"
        aria-disabled={here.busy || undefined}
        onClick={() => void here.send()}
      >
        {told(here.busy ? 'tally.done.sending' : 'tally.waits.send')}
      </button>
    </section>
  );
}

function Refused({ here }: { here: TallyHere }) {
  const { view, refused } = here.kept;
  if (refused.length === 0) return null;
  const dismiss = (id: string) =>
    here.change((kept) => ({ ...kept, refused: kept.refused.filter((each) => each.id !== id) }));
  return (
    <section class="problem" role="alert" aria-label={told('tally.refused.name')}>
      <p>
        <b>{told(view?.entry === 'pulse' ? 'tally.refused.answer' : 'tally.refused.lead')}</b>
      </p>
      <ul class="figures">
        {refused.map(({ id, counted_on, figure, problem }) => (
          <li key={id} class="begins">
            {view && figure
              ? told('tally.figure.on', {
                  figure: figureText(view, figure),
                  day: dayWords(counted_on),
                })
              : dayWords(counted_on)}
            <span class="block small">{whyRefused(problem)}</span>
            <button type="button" class="as-link" onClick={() => dismiss(id)}>
              {told(figure ? 'tally.refused.noted' : 'tally.refused.understood')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
