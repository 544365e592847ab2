// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/bars.tsx
//
// Diverging bars, drawn twice: wide, the words beside the bars; narrow, above them. The picture carries a sentence and a table
// says every number, so nothing is told by colour alone.

import { useId } from 'react';
import { t } from '#words';
import { type Reach, reachOf, type Segment, type Tone, segmentsOf } from './diverging.ts';
import { fill_class, Hatching } from './legend.tsx';
import type { ResultItem, Shown } from './types.ts';

export interface Bar {
  id: string;
  label: string;
  /** Nothing: withheld. */
  shown?: Shown | null | undefined;
}

interface BarsProps {
  title: string;
  item: Pick<ResultItem, 'options' | 'first_favourable'>;
  bars: readonly Bar[];
  /** That of the other questions on the page: one axis for all. */
  reach?: Reach | undefined;
}

interface Measures {
  width: number;
  /** Where the bars begin. */
  left: number;
  line: number;
  height: number;
  /** The words stand above the bar. */
  isAbove: boolean;
  name: 'wide' | 'narrow';
}

const wide: Measures = {
  width: 760,
  left: 290,
  line: 40,
  height: 22,
  isAbove: false,
  name: 'wide',
};
const narrow: Measures = {
  width: 320,
  left: 0,
  line: 62,
  height: 22,
  isAbove: true,
  name: 'narrow',
};
const top = 6;
/** Under this, a number does not fit in its part; the table has it. */
const told_min = 22;

export function Bars(props: BarsProps) {
  return (
    <>
      <Plot {...props} measures={wide} />
      <Plot {...props} measures={narrow} />
    </>
  );
}

function Plot({ title, item, bars, reach, measures }: BarsProps & { measures: Measures }) {
  const id = useId();
  const drawn = bars.map((bar) => (bar.shown == null ? [] : segmentsOf(item, bar.shown)));
  const { left: reachLeft, right: reachRight } = reach ?? reachOf(drawn);
  const room = measures.width - measures.left;
  const scale = room / Math.max(1, reachLeft + reachRight);
  const axis = measures.left + reachLeft * scale;
  const height = top + bars.length * measures.line;
  return (
    <svg
      className={`plot is-${measures.name}`}
      viewBox={`0 0 ${measures.width} ${height}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      <Hatching id={`${id}-hatch`} />
      {bars.map((bar, at) => {
        const y = top + at * measures.line;
        const barY = y + (measures.isAbove ? 26 : (measures.line - measures.height) / 2);
        return (
          <g key={bar.id}>
            <Words text={bar.label} y={y} barY={barY} measures={measures} />
            {bar.shown == null ? (
              <text x={measures.left} y={barY + 16} className="plot-withheld">
                {t('common.withheld.cell')}
              </text>
            ) : (
              (drawn[at] ?? []).map((segment) => (
                <Part
                  key={segment.option}
                  segment={segment}
                  x={axis + segment.from * scale}
                  width={(segment.to - segment.from) * scale}
                  y={barY}
                  height={measures.height}
                  hatch={`url(#${id}-hatch)`}
                />
              ))
            )}
            <line
              className="plot-axis"
              x1={axis}
              x2={axis}
              y1={barY - 4}
              y2={barY + measures.height + 4}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface WordsProps {
  text: string;
  y: number;
  barY: number;
  measures: Measures;
}

/** About how many signs fit on a line of the words. */
const signs_wide = 38;
const signs_narrow = 44;

function Words({ text, y, barY, measures }: WordsProps) {
  const signs = measures.isAbove ? signs_narrow : signs_wide;
  const lines = wrapped(text, signs).slice(0, measures.isAbove ? 1 : 2);
  const first = measures.isAbove ? y + 18 : barY + (lines.length > 1 ? 8 : 16);
  return (
    <text className="plot-words" x={0} y={first}>
      {lines.map((line, at) => (
        <tspan key={line} x={0} dy={at === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

export function wrapped(text: string, signs: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= signs)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface PartProps {
  segment: Segment;
  x: number;
  width: number;
  y: number;
  height: number;
  hatch: string;
}

/** Numbers on a strong ground are written in the colour of the sheet. */
const on_strong: readonly Tone[] = ['left-strong', 'right-strong'];

function Part({ segment, x, width, y, height, hatch }: PartProps) {
  if (width <= 0) return null;
  const { tone, percent } = segment;
  const middle = x + width / 2;
  return (
    <>
      <rect
        className={fill_class[tone]}
        {...(tone === 'left-soft' && { fill: hatch })}
        x={x}
        y={y}
        width={Math.max(0, width - 1)}
        height={height}
      />
      {width >= told_min && (
        <>
          {tone === 'left-soft' && (
            <rect className="fill-sheet" x={middle - 10} y={y + 3} width={20} height={height - 6} />
          )}
          <text
            className={on_strong.includes(tone) ? 'plot-number on-strong' : 'plot-number'}
            x={middle}
            y={y + height / 2 + 4.5}
            textAnchor="middle"
          >
            {percent}
          </text>
        </>
      )}
    </>
  );
}
