// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/small_drawing.ts
//
// A carte de suivi small enough to stand above others: its own scale, and the time of the page. Points and lines are placed by the
// geometry of the large one, in the part of the axis where it was counted.

import type { Day } from '#words';
import { type Frame, type Geometry, geometryOf, scaleOf } from '../follow_up/follow_up_geometry.ts';
import { measureOfPoints, tickText } from '../follow_up/follow_up_numbers.ts';
import { countedSpan, type MonthLabel, monthLabelsOf, shareOf, type Span } from './time_axis.ts';
import type { IndicatorView } from './types.ts';

export type SmallShape = 'wide' | 'narrow' | 'low';

interface Measures {
  width: number;
  left: number;
  right: number;
  top: number;
  plot_height: number;
  dot_radius: number;
  hasMonths: boolean;
}

/** Under the letter of an experiment. */
const chip_room = 22;
const narrow = { width: 330, left: 48, right: 8, dot_radius: 2.4, hasMonths: true };

/** Wide ones share the months written above and below them; each narrow one has its own; a low one has no letter. */
const measures: Record<SmallShape, Measures> = {
  wide: {
    width: 860,
    left: 52,
    right: 12,
    top: chip_room,
    plot_height: 92,
    dot_radius: 3,
    hasMonths: false,
  },
  narrow: { ...narrow, top: chip_room, plot_height: 84 },
  low: { ...narrow, top: 10, plot_height: 60 },
};
const small_text = 14;
const below = 7;
const months_height = 36;

/** A dated change: of an experiment, which has a letter, or what was adjusted in it. */
export interface Change {
  on: Day;
  letter: string;
  kind: 'start' | 'adaptation';
}

export interface ChangeAt extends Change {
  x: number;
}

export interface MonthAt extends MonthLabel {
  x: number;
}

/** The frame of one shape, without and with something drawn in it. */
export function frameOf(shape: SmallShape): Frame {
  const { width, left, right, top, plot_height, hasMonths } = measures[shape];
  const bottom = top + plot_height;
  const height = bottom + (hasMonths ? months_height : below);
  return { width, height, left, right: width - right, top, bottom };
}

export function acrossOf(axis: Span, frame: Frame, day: Day): number {
  const at = frame.left + shareOf(axis, day) * (frame.right - frame.left);
  return Math.round(at * 10) / 10;
}

export function monthsAt(axis: Span, shape: SmallShape): MonthAt[] {
  const frame = frameOf(shape);
  return monthLabelsOf(axis, frame.right - frame.left, small_text).map((label) => ({
    ...label,
    x: acrossOf(axis, frame, label.from),
  }));
}

export function changesAt(axis: Span, shape: SmallShape, changes: readonly Change[]): ChangeAt[] {
  const frame = frameOf(shape);
  return changes
    .filter(({ on }) => on >= axis.from && on < axis.to)
    .map((change) => ({ ...change, x: acrossOf(axis, frame, change.on) }));
}

export interface SmallDrawing {
  shape: SmallShape;
  frame: Frame;
  /** Nothing: it was not counted yet. */
  plot: Geometry | null;
  dot_radius: number;
  /** The lowest and the highest line of its scale. */
  ticks: { text: string; y: number }[];
  months: MonthAt[];
}

export function smallDrawingOf(item: IndicatorView, axis: Span, shape: SmallShape): SmallDrawing {
  const frame = frameOf(shape);
  const { dot_radius, hasMonths } = measures[shape];
  const empty = { shape, frame, dot_radius, months: hasMonths ? monthsAt(axis, shape) : [] };
  const span = countedSpan(item);
  if (span === null) return { ...empty, plot: null, ticks: [] };
  const { indicator, follow_up } = item;
  const left = acrossOf(axis, frame, span.from);
  const right = acrossOf(axis, frame, span.to);
  const plot = geometryOf(follow_up, indicator.rhythm, { ...frame, left, right });
  const measure = measureOfPoints(indicator, follow_up.points);
  const { step } = scaleOf(follow_up);
  const ends = [plot.ticks[0], plot.ticks.at(-1)].filter((tick) => tick !== undefined);
  return {
    ...empty,
    plot,
    dot_radius: Math.max(1.2, Math.min(dot_radius, 0.4 * plot.slot_width)),
    ticks: ends.map(({ value, y }) => ({ text: tickText(value, step, measure), y })),
  };
}
