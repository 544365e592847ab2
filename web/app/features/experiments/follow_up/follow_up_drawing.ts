// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_drawing.ts
//
// A carte de suivi laid out, wide or narrow: the frame as large as its words leave it, then every word at its place. A phone has a
// drawing of its own, not a shrunken one.

import { type Day, shortDay, t } from '#words';
import {
  type Dot,
  type Frame,
  type Geometry,
  geometryOf,
  type PartDrawn,
  scaleOf,
  slotOfDay,
  slotsOf,
  ticksOf,
} from './follow_up_geometry.ts';
import {
  cutTo,
  everyOf,
  linesOf,
  rowCountOf,
  rowsOf,
  widthOf,
  withinOf,
} from './follow_up_labels.ts';
import { about, type Measure, measureOfPoints, tickText } from './follow_up_numbers.ts';
import { changeWords, periodText } from './follow_up_words.ts';
import type { FollowUp, Indicator, IndicatorView, JournalMark } from './types.ts';

export const shapes = ['wide', 'narrow'] as const;
type Shape = (typeof shapes)[number];

/** Words at a place. */
export interface Label {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

interface ChangeDrawn {
  x: number;
  /** Where its upright begins. */
  y: number;
  lines: Label[];
}

export interface MarkDrawn {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Where its dotted line ends, at the point; nothing: there is none. */
  point_y: number | null;
}

export interface Drawing extends Geometry {
  shape: Shape;
  dot_radius: number;
  tick_labels: Label[];
  day_labels: Label[];
  centre_labels: Label[];
  changes: ChangeDrawn[];
  /** The words of some change did not fit. */
  areChangesCut: boolean;
  marks: MarkDrawn[];
}

interface Measures {
  width: number;
  /** The least on each side. */
  left: number;
  right: number;
  plot_height: number;
  dot_radius: number;
}

const measures: Record<Shape, Measures> = {
  wide: { width: 860, left: 40, right: 18, plot_height: 236, dot_radius: 4 },
  narrow: { width: 330, left: 24, right: 6, plot_height: 196, dot_radius: 3.2 },
};
export const text_size = 14;
export const mark_size = 12;
const line_height = 17;
const mark_height = 18;

export interface Drawable {
  view: IndicatorView;
  events: readonly JournalMark[];
}

export function drawingOf({ view, events }: Drawable, shape: Shape): Drawing {
  const { indicator, follow_up } = view;
  const { width, plot_height, dot_radius } = measures[shape];
  const measure = measureOfPoints(indicator, follow_up.points);
  const scale = scaleOf(follow_up);
  const tick_texts = ticksOf(scale).map((value) => tickText(value, scale.step, measure));
  const room = roomOf(follow_up, measure, tick_texts, shape);
  const changes = changesOf(view, room, shape);
  const slots = slotsOf(follow_up, indicator.rhythm);
  const top = changes.height === 0 ? 18 : changes.height + 24;
  const bottom = top + plot_height;
  const flat: Frame = { ...room, width, height: 0, top, bottom };
  const groups = groupsOf(events, slots, indicator, flat);
  const rows = rowsOf(groups, 3);
  const lane = rowCountOf(rows) * (mark_height + 4);
  const frame = { ...flat, height: bottom + lane + 28 };
  const geometry = geometryOf(follow_up, indicator.rhythm, frame);
  return {
    ...geometry,
    shape,
    dot_radius: Math.max(1.5, Math.min(dot_radius, 0.4 * geometry.slot_width)),
    tick_labels: geometry.ticks.map(({ y }, at) => ({
      text: tick_texts[at] ?? '',
      x: frame.left - 7,
      y: y + 5,
      anchor: 'end',
    })),
    day_labels: dayLabelsOf(geometry, indicator, bottom + lane + 21),
    centre_labels: centreLabelsOf(geometry, measure, shape),
    changes: changes.drawn,
    areChangesCut: changes.areCut,
    marks: rows.map(({ thing, row }) => ({
      text: thing.text,
      x: (thing.left + thing.right) / 2,
      y: bottom + 5 + mark_height / 2 + row * (mark_height + 4),
      width: thing.right - thing.left,
      point_y: geometry.dots.find(({ point }) => point.from === thing.from)?.y ?? null,
    })),
  };
}

/** Across: what the words at the left and at the right of the plot leave. */
function roomOf(
  { parts }: FollowUp,
  measure: Measure,
  tick_texts: readonly string[],
  shape: Shape,
): { left: number; right: number } {
  const { width, left, right } = measures[shape];
  const widest = Math.max(0, ...tick_texts.map((text) => widthOf(text, text_size)));
  const centre = parts.at(-1)?.centre;
  const beside =
    shape === 'wide' && centre != null
      ? widthOf(t('follow_up.plot.about', { value: about(centre, measure) }), text_size, true) + 14
      : 0;
  return {
    left: Math.max(left, Math.ceil(widest + 9)),
    right: width - Math.max(right, Math.ceil(beside)),
  };
}

interface ChangesPlaced {
  drawn: ChangeDrawn[];
  height: number;
  areCut: boolean;
}

/** Above the plot, each with its date and the beginning of its words: the rows that none covers. */
function changesOf(
  { follow_up, indicator }: IndicatorView,
  room: { left: number; right: number },
  shape: Shape,
): ChangesPlaced {
  const slots = slotsOf(follow_up, indicator.rhythm);
  const isAlone = follow_up.parts.length === 2;
  let before = 0;
  const wanted = follow_up.parts.slice(1).map((part, at) => {
    const first = slots.findIndex((slot) => slot.part === at + 1);
    const x = room.left + (first * (room.right - room.left)) / Math.max(1, slots.length);
    const from = before;
    before = x;
    const words = { day: shortDay(part.on), words: changeWords(part) };
    return shape === 'wide' ? besideOf(x, from, words) : aboveOf(x, words, isAlone);
  });
  const rows = rowsOf(wanted, 12);
  const lines_most = Math.max(0, ...wanted.map(({ lines }) => lines.length));
  const row_height = lines_most * line_height + 4;
  return {
    height: rowCountOf(rows) * row_height,
    areCut: wanted.some(({ isCut }) => isCut),
    drawn: rows.map(({ thing, row }) => {
      const first = row * row_height + 13;
      return {
        x: thing.x,
        y: shape === 'wide' ? first - 11 : first + (thing.lines.length - 1) * line_height + 5,
        lines: thing.lines.map((text, at) => ({
          text,
          x: thing.text_x,
          y: first + at * line_height,
          anchor: thing.anchor,
        })),
      };
    }),
  };
}

interface WantedChange {
  x: number;
  lines: string[];
  /** Some of the words are missing. */
  isCut: boolean;
  text_x: number;
  anchor: Label['anchor'];
  left: number;
  right: number;
}

interface ChangeWords {
  day: string;
  words: string;
}

/** Wide: on one line at the right of its upright; at its left, from the one before, where there is more room. */
function besideOf(x: number, before: number, words: ChangeWords): WantedChange {
  const whole = t('follow_up.plot.change', words);
  const [at_left, at_right] = [x - before - 16, measures.wide.width - x - 10];
  const isRight = widthOf(whole, text_size, true) <= at_right || at_right >= at_left;
  const text = cutTo(whole, isRight ? at_right : at_left, text_size, true);
  const width = widthOf(text, text_size, true);
  return {
    x,
    lines: [text],
    isCut: text !== whole,
    text_x: isRight ? x + 8 : x - 8,
    anchor: isRight ? 'start' : 'end',
    left: isRight ? x : x - 8 - width,
    right: isRight ? x + 8 + width : x,
  };
}

/** Narrow: over its upright; its words with it when it is alone, and room for three lines. */
function aboveOf(x: number, words: ChangeWords, isAlone: boolean): WantedChange {
  const { width } = measures.narrow;
  const whole = t('follow_up.plot.change', words);
  const fits = widthOf(whole, text_size, true) <= width - 8;
  const lines = !isAlone
    ? [words.day]
    : fits
      ? [whole]
      : linesOf(whole, 0.75 * width, text_size, 3, true);
  const widest = Math.max(...lines.map((line) => widthOf(line, text_size, true)));
  const middle = withinOf(x, widest, { left: 2, right: width - 2 });
  return {
    x,
    lines,
    isCut: lines.join(' ') !== whole,
    text_x: middle,
    anchor: 'middle',
    left: middle - widest / 2,
    right: middle + widest / 2,
  };
}

/** The entries of the journal that fall in one period, as one mark. */
interface MarkGroup {
  text: string;
  from: Day;
  left: number;
  right: number;
}

function groupsOf(
  events: readonly JournalMark[],
  slots: Geometry['slots'],
  { rhythm }: Indicator,
  frame: Frame,
): MarkGroup[] {
  const by_slot = new Map<number, number[]>();
  for (const { number, on } of events) {
    const at = slotOfDay(slots, rhythm, on);
    if (at !== null) by_slot.set(at, [...(by_slot.get(at) ?? []), number]);
  }
  const slot_width = (frame.right - frame.left) / Math.max(1, slots.length);
  return [...by_slot]
    .sort(([one], [other]) => one - other)
    .map(([at, numbers]) => {
      const text = numbersText(numbers);
      const width = Math.max(mark_height, widthOf(text, mark_size, true) + 10);
      const x = frame.left + (at + 0.5) * slot_width;
      const middle = withinOf(x, width, { left: 0, right: frame.width });
      return {
        text,
        from: slots[at]?.from ?? '',
        left: middle - width / 2,
        right: middle + width / 2,
      };
    });
}

/** « 1 », « 1, 3 », « 1–4 » */
function numbersText(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const isWhole = sorted.length > 2 && last - first === sorted.length - 1;
  return isWhole ? `${first}–${last}` : sorted.join(', ');
}

function dayLabelsOf(
  { slots, slot_width, frame }: Geometry,
  { rhythm }: Indicator,
  y: number,
): Label[] {
  const textsOf = (every: number) =>
    slots.flatMap(({ from }, at) =>
      at % every === 0 ? [{ at, text: periodText(rhythm, from) }] : [],
    );
  const widestOf = (every: number) =>
    Math.max(0, ...textsOf(every).map(({ text }) => widthOf(text, text_size)));
  let free_from = 0;
  return textsOf(everyOf(slots.length, slot_width, widestOf)).flatMap(({ at, text }): Label[] => {
    const width = widthOf(text, text_size);
    const x = withinOf(frame.left + (at + 0.5) * slot_width, width, {
      left: 0,
      right: frame.width,
    });
    if (x - width / 2 < free_from) return [];
    free_from = x + width / 2 + 4;
    return [{ text, x, y, anchor: 'middle' }];
  });
}

/** Of the last part beside its line where there is room; of the others over their band, where few points are. */
function centreLabelsOf(geometry: Geometry, measure: Measure, shape: Shape): Label[] {
  const { parts } = geometry;
  return parts.flatMap((drawn, at): Label[] => {
    const { centre } = drawn.part;
    if (centre == null || drawn.centre_y === null) return [];
    const value = about(centre, measure);
    const whole = t('follow_up.plot.about', { value });
    if (at === parts.length - 1 && shape === 'wide')
      return [{ text: whole, x: drawn.right + 8, y: drawn.centre_y + 5, anchor: 'start' }];
    const text = [whole, value].find(
      (each) => widthOf(each, text_size, true) + 10 <= drawn.right - drawn.left,
    );
    if (text === undefined) return [];
    const place = freePlace(geometry, drawn, text);
    return place === null ? [] : [place];
  });
}

/** The first place over the band, under it or along the line that nothing of the data covers; where there is none, the sentence says it. */
function freePlace({ dots, frame }: Geometry, drawn: PartDrawn, text: string): Label | null {
  const { upper_y, lower_y, centre_y, left, right } = drawn;
  const width = widthOf(text, text_size, true);
  const line = alongOf(dots);
  const isFree = (x: number, y: number) => {
    const covers = (at: { x: number; y: number }) =>
      at.x > x - width - 5 && at.x < x + 5 && at.y > y - 17 && at.y < y + 6;
    return y < frame.bottom - 4 && y > frame.top - 12 && !line.some(covers);
  };
  const middle = centre_y ?? frame.top;
  for (const y of [(upper_y ?? middle) - 6, (lower_y ?? middle) + 17, middle - 6, middle + 17])
    for (let x = right - 5; x >= left + width + 5; x -= 8)
      if (isFree(x, y)) return { text, x, y, anchor: 'end' };
  return null;
}

const parts_of_a_stroke = 6;

/** The points, and some of the way from each to the next. */
function alongOf(dots: readonly Dot[]): { x: number; y: number }[] {
  return dots.flatMap(({ x, y }, at) => {
    const next = dots[at + 1] ?? { x, y };
    return Array.from({ length: parts_of_a_stroke }, (_, step) => ({
      x: x + ((next.x - x) * step) / parts_of_a_stroke,
      y: y + ((next.y - y) * step) / parts_of_a_stroke,
    }));
  });
}
