// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/pulse.tsx
//
// One question, yes or no, once a period from each phone. The phone remembers only that it answered in this period; the answer
// leaves it with the first network.

/** @jsxImportSource preact */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { periodStart } from './days.ts';
import { hasRoom } from './kept.ts';
import { drawEntry } from './queue.ts';
import { type TallyHere, todayHere } from './use_tally.ts';
import type { TallyView } from './view.ts';
import { type TallyKey, told } from './words.ts';

interface PulseProps {
  here: TallyHere;
  view: TallyView;
}

export function Pulse({ here, view }: PulseProps) {
  const today = todayHere(here.kept, view);
  const period = periodStart(view.rhythm, today);
  const hasAnswered = here.kept.answered_in === period;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAnswered = useRef(hasAnswered);
  const [isFull, setIsFull] = useState(false);
  useLayoutEffect(() => {
    if (wasAnswered.current !== hasAnswered) heading.current?.focus();
    wasAnswered.current = hasAnswered;
  }, [hasAnswered]);

  const answer = (numerator: number) => {
    if (!hasRoom(here.kept)) return setIsFull(true);
    here.keep(drawEntry(today, { numerator, base: 1 }), (kept) => ({
      ...kept,
      answered_in: period,
    }));
  };
  if (hasAnswered)
    return (
      <section class="tally">
        <h2 ref={heading} tabIndex={-1} class="step">
          {told('tally.pulse.thanks')}
        </h2>
        <p role="status">{told(stateOf(here))}</p>
        <p>{told(`tally.pulse.kept_${view.rhythm}`)}</p>
        <p>{told(`tally.pulse.remembers_${view.rhythm}`)}</p>
        <button
          type="button"
          class="btn"
          onClick={() => here.change((kept) => ({ ...kept, answered_in: undefined }))}
        >
          {told('tally.pulse.forget')}
        </button>
        {here.where === 'memory' && <p class="note">{told('tally.not_kept')}</p>}
      </section>
    );
  return (
    <section class="tally">
      <h2 ref={heading} tabIndex={-1}>
        {told(`tally.pulse.once_${view.rhythm}`)}
      </h2>
      <p class="small soft">
        {told('tally.pulse.lead')}{' '}
        <a class="to-why" href="#why">
          {told('tally.why.name')}
        </a>
      </p>
      <div class="either">
        {([1, 0] as const).map((numerator) => (
          <button key={numerator} type="button" class="btn thumb" onClick={() => answer(numerator)}>
            <b>{told(numerator === 1 ? 'tally.yes' : 'tally.no')}</b>
          </button>
        ))}
      </div>
      <p class="wrong" role="alert">
        {isFull && told('tally.lack.room_pulse')}
      </p>
      <p class="note">{told(`tally.pulse.kept_${view.rhythm}`)}</p>
    </section>
  );
}

function stateOf({ kept, busy }: TallyHere): TallyKey {
  if (kept.waiting.length === 0) return 'tally.pulse.taken';
  return busy ? 'tally.done.sending' : 'tally.pulse.waits';
}
