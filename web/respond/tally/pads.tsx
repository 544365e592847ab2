// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/pads.tsx
//
// How each kind of figure is counted with a thumb: one more, one more out of so many, yes or no, a number typed. Each press
// gives the whole draft anew; keeping it is counting.tsx's.

/** @jsxImportSource preact */

import { Icon } from '../pieces.tsx';
import { counted_max, numberText, outOfText, readBase, sumOf } from './figures.ts';
import type { Draft } from './kept.ts';
import { Strokes } from './strokes.tsx';
import type { TallyView } from './view.ts';
import { type TallyKey, told } from './words.ts';

interface PadProps {
  view: TallyView;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

interface LackingProps extends PadProps {
  /** What was wrong when the figure was to be kept; said under the pad, in #lack. */
  lack: TallyKey | null;
}

/** Of one kind of figure. */
export function Pad(props: MeasurePadProps) {
  switch (props.view.counting) {
    case 'ratio':
      return <RatioPad {...props} />;
    case 'measure':
      return <MeasurePad {...props} />;
    case 'rate':
      return (
        <>
          <CountPad {...props} />
          <BasePad {...props} />
        </>
      );
    default:
      return <CountPad {...props} />;
  }
}

/** A key held down is one press. */
function once(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

function CountPad({ view, draft, onChange }: PadProps) {
  const add = (by: number) =>
    onChange({ ...draft, count: Math.min(Math.max(draft.count + by, 0), counted_max) });
  return (
    <div class="pad">
      <div class="so-far">
        <output aria-live="polite" aria-atomic="true">
          <b>{numberText(draft.count)}</b> {view.unit}
        </output>
        <Strokes count={draft.count} />
      </div>
      <button type="button" class="btn main thumb" onKeyDown={once} onClick={() => add(1)}>
        <b>{'+1'}</b> <span class="hide">{view.unit}</span>
      </button>
      <button
        type="button"
        class="btn mend"
        aria-disabled={draft.count === 0 || undefined}
        onKeyDown={once}
        onClick={() => add(-1)}
      >
        {'−1'} <span class="soft">{told('tally.count.mend')}</span>
      </button>
    </div>
  );
}

/** Of a rate: stepped where it is small, typed where it is not. */
function BasePad({ view, draft, lack, onChange }: LackingProps) {
  const { base } = draft;
  const isLacking = lack === 'tally.lack.base';
  const step = (by: number) =>
    onChange({ ...draft, base: Math.min(Math.max((base ?? 0) + by, 1), counted_max) });
  return (
    <div>
      <label for="base">{outOfText(view.base_unit)}</label>
      <div class="stepper">
        <button
          type="button"
          class="btn"
          aria-label={told('tally.base.less')}
          aria-disabled={base === null || base <= 1 || undefined}
          onClick={() => step(-1)}
        >
          {'−'}
        </button>
        <input
          id="base"
          class="input"
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          aria-invalid={isLacking || undefined}
          aria-describedby={isLacking ? 'lack' : undefined}
          value={base ?? ''}
          onInput={(event) => onChange({ ...draft, base: readBase(event.currentTarget.value) })}
        />
        <button
          type="button"
          class="btn"
          aria-label={told('tally.base.more')}
          onClick={() => step(1)}
        >
          {'+'}
        </button>
      </div>
    </div>
  );
}

function RatioPad({ view, draft, onChange }: PadProps) {
  const { marks } = draft;
  const add = (mark: number) => onChange({ ...draft, marks: [...marks, mark] });
  const yes = sumOf(marks);
  return (
    <div class="pad">
      <div class="so-far">
        <output aria-live="polite" aria-atomic="true">
          <b>{numberText(yes)}</b>{' '}
          {told('tally.ratio.out_of', { all: marks.length, unit: view.base_unit })}
        </output>
      </div>
      <div class="either">
        <button type="button" class="btn thumb" onKeyDown={once} onClick={() => add(1)}>
          <b>{told('tally.yes')}</b> <span>{view.unit}</span>
        </button>
        <button type="button" class="btn thumb" onKeyDown={once} onClick={() => add(0)}>
          <b>{told('tally.no')}</b>
        </button>
      </div>
      <button
        type="button"
        class="btn mend"
        aria-disabled={marks.length === 0 || undefined}
        onClick={() => onChange({ ...draft, marks: marks.slice(0, -1) })}
      >
        <Icon name="undo" /> {told('tally.ratio.undo')}
      </button>
    </div>
  );
}

interface MeasurePadProps extends LackingProps {
  typed: string;
  onTyped: (typed: string) => void;
  onAdd: () => void;
}

function MeasurePad(props: MeasurePadProps) {
  const { view, draft, lack, typed, onTyped, onAdd, onChange } = props;
  const { marks } = draft;
  const isWrong = lack === 'tally.measure.wrong';
  return (
    <form
      class="pad"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd();
      }}
    >
      <label for="measured">{told('tally.measure.label', { unit: view.unit })}</label>
      <span class="hint" id="measured-hint">
        {told('tally.measure.hint')}
      </span>
      <div class="typed-row">
        <input
          id="measured"
          class="input"
          inputMode="decimal"
          autocomplete="off"
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? 'lack' : 'measured-hint'}
          maxLength={16}
          value={typed}
          onInput={(event) => onTyped(event.currentTarget.value)}
        />
        <button type="submit" class="btn main">
          {told('tally.measure.add')}
        </button>
      </div>
      <output class="block" aria-live="polite">
        {told(marks.length === 1 ? 'tally.measure.so_far_one' : 'tally.measure.so_far', {
          count: marks.length,
          sum: numberText(sumOf(marks)),
          unit: view.unit,
        })}
      </output>
      {marks.length > 0 && (
        <ol class="measured">
          {marks.map((mark, at) => (
            <li key={at}>
              <span>{numberText(mark)}</span>
              <button
                type="button"
                class="as-link"
                aria-label={told('tally.measure.remove_one', { value: numberText(mark) })}
                onClick={() =>
                  onChange({ ...draft, marks: marks.filter((_, index) => index !== at) })
                }
              >
                {told('tally.measure.remove')}
              </button>
            </li>
          ))}
        </ol>
      )}
    </form>
  );
}
