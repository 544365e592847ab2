// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/experiment_bar.tsx
//
// An experiment as a bar from its first day to its last: to come, or not agreed, it is dashed, under way its end is open, concluded it is closed.
// What was adjusted stands on it as a small square.

import { waitsForColleges } from '../state.tsx';
import { Chips } from './small_chart.tsx';
import { acrossOf, changesAt, frameOf, type SmallShape } from './small_drawing.ts';
import { dayAfter, type Span } from './time_axis.ts';
import type { ExperimentInFields } from './types.ts';

interface BarProps {
  experiment: ExperimentInFields;
  letter: string;
  axis: Span;
}

export function ExperimentBar({ experiment, letter, axis }: BarProps) {
  return (
    <div className="follow-up small-plot">
      <Bar experiment={experiment} letter={letter} axis={axis} shape="wide" />
      <Bar experiment={experiment} letter={letter} axis={axis} shape="narrow" />
    </div>
  );
}

const top = 24;
const height = 14;
const square = 6;

function Bar({ experiment, letter, axis, shape }: BarProps & { shape: SmallShape }) {
  const { starts_on, ends_on, events, state } = experiment;
  const frame = frameOf(shape);
  const left = acrossOf(axis, frame, starts_on);
  const right = Math.max(left + 4, acrossOf(axis, frame, dayAfter(ends_on)));
  const isToCome = ['to_come', 'given_up'].includes(state) || waitsForColleges(state);
  const isOpen = state === 'under_way' || state === 'to_conclude';
  const adapted = events.flatMap(({ kind, happened_on }) =>
    kind === 'adaptation' ? [{ on: happened_on, letter, kind: 'adaptation' as const }] : [],
  );
  return (
    <svg
      className={`follow-up-plot is-${shape}`}
      viewBox={`0 0 ${frame.width} ${top + height + 4}`}
      aria-hidden="true"
    >
      <path
        className={isToCome ? 'together-bar is-to-come' : 'together-bar'}
        d={`M${right} ${top}H${left}v${height}H${right}${isOpen ? '' : 'z'}`}
      />
      {changesAt(axis, shape, adapted).map(({ x, on }) => (
        <path
          key={on}
          className="together-adapted"
          d={`M${x - square / 2} ${top + (height - square) / 2}h${square}v${square}h-${square}z`}
        />
      ))}
      <Chips changes={changesAt(axis, shape, [{ on: starts_on, letter, kind: 'start' }])} />
    </svg>
  );
}
