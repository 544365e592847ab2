// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_geometry.ts
//
// Where everything of a carte de suivi stands in its frame. Upright, the rules are those of the server's own drawing
// (engine/charts/drawing.cpp), so that both show the same values: tests/vectors/follow_up.json holds both to it. Across, every
// period has its place, counted or not, so that a hole is seen as a hole.

import type { Day } from '#words';
import type { FollowUp, FollowUpPart, FollowUpPoint, Rhythm } from './types.ts';

/** A drawing, and the plot inside it. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Round numbers from `first` to `last`, both counted in steps. */
export interface Scale {
  step: number;
  first: number;
  last: number;
  decimals: number;
}

const ticks_most = 6;
const steps = [1, 2, 5, 10];

type Lines = Pick<FollowUp, 'points'>;

function isNumber(value: number | null | undefined): value is number {
  return value != null && Number.isFinite(value);
}

/** From the lowest to the highest of values and lines; from zero when that is near. */
export function scaleOf({ points }: Lines): Scale {
  const all = points
    .flatMap(({ value, lower, upper, centre }) => [value, lower, upper, centre])
    .filter(isNumber);
  let low = all.length === 0 ? 0 : Math.min(...all);
  let high = all.length === 0 ? 0 : Math.max(...all);
  if (low === high) high = low + Math.max(1, Math.abs(low));
  if (low > 0 && low < high / 2) low = 0; // what starts near zero is read from zero
  const rough = (high - low) / (ticks_most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((times) => times * power >= rough) ?? 10) * power;
  return {
    step,
    first: Math.floor(low / step),
    last: Math.ceil(high / step),
    decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)),
  };
}

export function ticksOf({ step, first, last }: Scale): number[] {
  return Array.from({ length: last - first + 1 }, (_, after) => (first + after) * step);
}

/** One digit after the point is finer than a screen. */
function place(at: number): number {
  return Math.round(at * 10) / 10;
}

export function uprightOf({ step, first, last }: Scale, frame: Frame, value: number): number {
  const share = (value / step - first) / (last - first);
  return place(frame.bottom - share * (frame.bottom - frame.top));
}

/** A period, with its point or without. */
interface Slot {
  from: Day;
  point: FollowUpPoint | null;
  part: number;
}

/** Days of ten years: more is not drawn period by period. */
const slots_most = 4000;

export function periodAfter(rhythm: Rhythm, day: Day): Day {
  const date = new Date(`${day}T12:00:00Z`);
  if (rhythm === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 1);
  else date.setUTCDate(date.getUTCDate() + (rhythm === 'week' ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

/** Every period from the first point to the last; one without a point belongs to the part before it. */
export function slotsOf({ points }: Lines, rhythm: Rhythm): Slot[] {
  const slots: Slot[] = [];
  for (const point of points) {
    const last = slots.at(-1);
    if (last !== undefined) {
      let day = periodAfter(rhythm, last.from);
      while (day < point.from && slots.length < slots_most) {
        slots.push({ from: day, point: null, part: last.part });
        day = periodAfter(rhythm, day);
      }
    }
    slots.push({ from: point.from, point, part: point.part });
  }
  return slots;
}

/** Which period a day falls in; nothing before the first and after the last. */
export function slotOfDay(slots: readonly Slot[], rhythm: Rhythm, day: Day): number | null {
  const last = slots.at(-1);
  const first = slots[0];
  if (first === undefined || last === undefined) return null;
  if (day < first.from || day >= periodAfter(rhythm, last.from)) return null;
  return slots.findLastIndex(({ from }) => from <= day);
}

export type DotShape = 'dot' | 'outside' | 'set_aside';

export interface Dot {
  point: FollowUpPoint;
  x: number;
  y: number;
  shape: DotShape;
}

/** One part of the chart; its paths are empty where it has no such line. */
export interface PartDrawn {
  part: FollowUpPart;
  left: number;
  right: number;
  band: string;
  limits: string;
  centre: string;
  data: string;
  /** Under its longest run, where that is longer than chance explains. */
  run: string;
  /** Where its centre and its upper limit end; nothing: it has none. */
  centre_y: number | null;
  upper_y: number | null;
  lower_y: number | null;
}

export interface Geometry {
  frame: Frame;
  scale: Scale;
  slots: Slot[];
  slot_width: number;
  ticks: { value: number; y: number }[];
  dots: Dot[];
  parts: PartDrawn[];
}

/** The middle of a period's own width. */
export function acrossOf(frame: Frame, slots: number, index: number): number {
  return place(frame.left + ((index + 0.5) * (frame.right - frame.left)) / Math.max(1, slots));
}

export function geometryOf(
  follow_up: Pick<FollowUp, 'points' | 'parts'>,
  rhythm: Rhythm,
  frame: Frame,
): Geometry {
  const scale = scaleOf(follow_up);
  const slots = slotsOf(follow_up, rhythm);
  const slot_width = (frame.right - frame.left) / Math.max(1, slots.length);
  const drawing: Drawing = { frame, scale, slots, slot_width };
  return {
    ...drawing,
    ticks: ticksOf(scale).map((value) => ({ value, y: uprightOf(scale, frame, value) })),
    dots: slots.flatMap(({ point }, at) =>
      point === null
        ? []
        : [
            {
              point,
              x: acrossOf(frame, slots.length, at),
              y: uprightOf(scale, frame, point.value),
              shape: shapeOf(point),
            },
          ],
    ),
    parts: follow_up.parts.map((part, at) => partOf(drawing, part, at)),
  };
}

function shapeOf({ set_aside, is_outside }: FollowUpPoint): DotShape {
  if (set_aside !== '') return 'set_aside';
  return is_outside ? 'outside' : 'dot';
}

interface Drawing {
  frame: Frame;
  scale: Scale;
  slots: Slot[];
  slot_width: number;
}

/** The places of a part among the periods: its first point's, and the one after its last point's. */
interface Span {
  first: number;
  end: number;
}

function partOf(drawing: Drawing, part: FollowUpPart, at: number): PartDrawn {
  const { frame, scale, slots } = drawing;
  const own = (slot: Slot) => slot.part === at && slot.point !== null;
  const span = { first: slots.findIndex(own), end: slots.findLastIndex(own) + 1 };
  const last = slots[span.end - 1]?.point;
  const upright = (value: number | null | undefined) =>
    isNumber(value) ? uprightOf(scale, frame, value) : null;
  const lower = linesOf(drawing, span, 'lower');
  const upper = linesOf(drawing, span, 'upper');
  return {
    part,
    left: edgeOf(drawing, span.first),
    right: edgeOf(drawing, span.end),
    band: bandOf(drawing, span, lower, upper),
    limits: stepsOf(drawing, span, lower) + stepsOf(drawing, span, upper),
    centre: stepsOf(drawing, span, linesOf(drawing, span, 'centre')),
    data: dataOf(drawing, span),
    run: runOf(drawing, span, part),
    centre_y: upright(last?.centre),
    upper_y: upright(last?.upper),
    lower_y: upright(last?.lower),
  };
}

function edgeOf({ frame, slot_width }: Drawing, index: number): number {
  return place(frame.left + Math.max(0, index) * slot_width);
}

/** A line's height over each period of a part; a period without a point keeps that of the one before it. */
function linesOf(
  { slots, scale, frame }: Drawing,
  span: Span,
  line: 'centre' | 'lower' | 'upper',
): (number | null)[] {
  let before: number | null = null;
  return slots.slice(span.first, span.end).map(({ point }) => {
    if (point !== null) {
      const value = point[line];
      before = isNumber(value) ? uprightOf(scale, frame, value) : null;
    }
    return before;
  });
}

/** A line that goes from period to period in steps; equal neighbours share a stroke. */
function stepsOf(drawing: Drawing, span: Span, line: readonly (number | null)[]): string {
  let made = '';
  let now: number | null = null;
  line.forEach((height, at) => {
    if (height === now) return;
    const start = edgeOf(drawing, span.first + at);
    if (now !== null) made += `H${start}`;
    if (height !== null) made += now === null ? `M${start} ${height}` : `V${height}`;
    now = height;
  });
  return now === null ? made : `${made}H${edgeOf(drawing, span.end)}`;
}

/** What chance usually explains, period by period where limits move. */
function bandOf(
  drawing: Drawing,
  span: Span,
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
): string {
  let made = '';
  for (let first = 0; first < lower.length;) {
    let next = first + 1;
    while (next < lower.length && lower[next] === lower[first] && upper[next] === upper[first])
      next += 1;
    const [low, high] = [lower[first], upper[first]];
    const start = edgeOf(drawing, span.first + first);
    if (isNumber(low) && isNumber(high))
      made += `M${start} ${high}H${edgeOf(drawing, span.first + next)}V${low}H${start}z`;
    first = next;
  }
  return made;
}

/** Broken where a period has no point. */
function dataOf({ frame, scale, slots }: Drawing, span: Span): string {
  let made = '';
  let isPenDown = false;
  for (let at = span.first; at < span.end; at += 1) {
    const point = slots[at]?.point ?? null;
    if (point !== null)
      made += `${isPenDown ? 'L' : 'M'}${acrossOf(frame, slots.length, at)} ${uprightOf(scale, frame, point.value)}`;
    isPenDown = point !== null;
  }
  return made;
}

/** Points on the line are on neither side, and those put aside do not count: docs/methods/charts.md, 3.1. */
function runOf({ frame, slots }: Drawing, span: Span, part: FollowUpPart): string {
  if (!part.has_long_run || part.longest_from == null || part.longest < 2) return '';
  const useful = slots.flatMap(({ from, point }, at) =>
    at >= span.first &&
    at < span.end &&
    point !== null &&
    point.set_aside === '' &&
    point.value !== point.centre &&
    from >= (part.longest_from ?? '')
      ? [at]
      : [],
  );
  const [first, last] = [useful[0], useful[part.longest - 1]];
  if (first === undefined || last === undefined) return '';
  const across = (at: number) => acrossOf(frame, slots.length, at);
  return `M${across(first)} ${place(frame.bottom - 10)}v8H${across(last)}v-8`;
}
