// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/counting.tsx
//
// What somebody counts during a shift: the day, the figure so far, kept at every press, and one button that hands it in. How
// each kind of figure is pressed stands in pads.tsx.

/** @jsxImportSource preact */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../pieces.tsx';
import { DayChoice } from './day_choice.tsx';
import { daysTaken, dayWords } from './days.ts';
import { figureOf, figureText, marks_max, readNumber } from './figures.ts';
import { type Draft, hasBegun, hasRoom } from './kept.ts';
import { Pad } from './pads.tsx';
import { drawEntry } from './queue.ts';
import { type TallyHere, todayHere } from './use_tally.ts';
import type { Entry, TallyView } from './view.ts';
import { type TallyKey, told } from './words.ts';

interface CountingProps {
  here: TallyHere;
  view: TallyView;
}

/** Until something else is counted, the last figure stays on the screen: a second press hands in no second figure. */
export function CountingForm({ here, view }: CountingProps) {
  const [done, setDone] = useState<Entry | null>(null);
  const [hasReturned, setHasReturned] = useState(false);
  if (done !== null)
    return (
      <Done
        {...{ here, view, entry: done }}
        onAgain={() => {
          setDone(null);
          setHasReturned(true);
        }}
      />
    );
  // What was begun before the end may still be handed in.
  if (!view.is_open && !hasBegun(here.kept.draft)) return null;
  return <Counting {...{ here, view, hasReturned }} onDone={setDone} />;
}

interface CountingNowProps extends CountingProps {
  hasReturned: boolean;
  onDone: (entry: Entry) => void;
}

function Counting({ here, view, hasReturned, onDone }: CountingNowProps) {
  const { draft, put, choose } = useDraft(here, view);
  const [typed, setTyped] = useState('');
  const [lack, setLack] = useState<TallyKey | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (hasReturned) heading.current?.focus();
  }, [hasReturned]);

  const change = (next: Draft): boolean => {
    const fits = next.marks.length <= marks_max;
    setLack(fits ? null : 'tally.lack.too_much');
    if (fits) put(next);
    return fits;
  };
  /** What is typed and not added yet is meant to count. */
  const added = (): Draft | null => {
    if (view.counting !== 'measure' || typed.trim() === '') return draft;
    const value = readNumber(typed);
    if (value === null) setLack('tally.measure.wrong');
    const next = { ...draft, marks: [...draft.marks, value ?? 0] };
    if (value === null || !change(next)) return null;
    setTyped('');
    return next;
  };
  const keep = () => {
    const whole = added();
    if (whole === null) return;
    const figure = figureOf(view, whole);
    if (typeof figure === 'string') return setLack(`tally.lack.${figure}`);
    if (!hasRoom(here.kept)) return setLack('tally.lack.room');
    const entry = drawEntry(whole.day, figure);
    here.keep(entry, (kept) => ({ ...kept, draft: undefined }));
    onDone(entry);
  };
  const isZero = (view.counting === 'count' || view.counting === 'rate') && draft.count === 0;
  return (
    <section class="tally">
      <h2 ref={heading} tabIndex={-1}>
        {told('tally.counting')}
      </h2>
      <p class="small soft">
        {told('tally.lead')}{' '}
        <a class="to-why" href="#why">
          {told('tally.why.name')}
        </a>
      </p>
      <DayChoice
        {...{ view, day: draft.day, today: todayHere(here.kept, view) }}
        onChoose={choose}
      />
      <Pad {...{ view, draft, lack, typed }} onTyped={setTyped} onAdd={added} onChange={change} />
      <p id="lack" class="wrong" role="alert">
        {lack && told(lack)}
      </p>
      <button type="button" class="btn wide" onClick={keep}>
        {told(isZero ? 'tally.keep_zero' : 'tally.keep')}
      </button>
      {isZero && <p class="small soft">{told('tally.zero_hint')}</p>}
      <WhereKept here={here} />
    </section>
  );
}

/** A draft has the day on which it was begun, so that a night stays on its own; without one the day is chosen here. */
function useDraft({ kept, change }: TallyHere, view: TallyView) {
  const [chosen, setChosen] = useState<string | null>(null);
  const today = todayHere(kept, view);
  const fresh = { day: chosen ?? daysTaken(view, today)[0] ?? today, count: 0, base: 1, marks: [] };
  const draft: Draft = hasBegun(kept.draft) ? kept.draft : fresh;
  const put = (next: Draft) => {
    setChosen(next.day);
    change((before) => ({ ...before, draft: hasBegun(next) ? next : undefined }));
  };
  return { draft, put, choose: (wanted: string) => put({ ...draft, day: wanted }) };
}

function WhereKept({ here }: { here: TallyHere }) {
  if (here.where === 'memory')
    return (
      <p class="note" role="alert">
        {told('tally.not_kept')}
      </p>
    );
  return (
    <p class="small soft">
      <Icon name="check" /> {told('tally.kept')}
    </p>
  );
}

interface DoneProps extends CountingProps {
  entry: Entry;
  onAgain: () => void;
}

function Done({ here, view, entry, onAgain }: DoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const state = stateOf(here, entry);
  const isRefused = state === 'tally.done.refused';
  return (
    <section class="tally">
      <h2 ref={heading} tabIndex={-1} class="step">
        {told(isRefused ? 'tally.done.title_refused' : 'tally.done.title')}
      </h2>
      <p class="voice begins">
        {told('tally.done.what', {
          figure: figureText(view, entry),
          day: dayWords(entry.counted_on),
        })}
      </p>
      <p role="status">{told(state)}</p>
      {!isRefused && <p class="small soft">{told('tally.done.adds')}</p>}
      {view.is_open && (
        <button type="button" class="btn wide" onClick={onAgain}>
          {told('tally.done.again')}
        </button>
      )}
    </section>
  );
}

function stateOf({ kept, busy }: TallyHere, { id }: Entry): TallyKey {
  if (kept.refused.some((each) => each.id === id)) return 'tally.done.refused';
  if (!kept.waiting.some((each) => each.id === id)) return 'tally.done.taken';
  return busy ? 'tally.done.sending' : 'tally.done.waits';
}
