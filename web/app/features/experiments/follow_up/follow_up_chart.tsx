// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up_chart.tsx
//
// The carte de suivi as a picture, drawn twice: wide, and for a phone; one of them is shown. What is more than chance has another
// shape, never another colour alone; what was put aside is hollow and dashed.

import { useId } from 'react';
import { t } from '#words';
import {
  type Drawable,
  type Drawing,
  type Label,
  type MarkDrawn,
  mark_size,
} from './follow_up_drawing.ts';
import type { Dot } from './follow_up_geometry.ts';
import { about, measureOfPoints, rangeText } from './follow_up_numbers.ts';
import { capitalised, partText } from './follow_up_words.ts';

interface ChartProps extends Drawable {
  /** Wide and narrow. */
  drawings: readonly Drawing[];
  /** The sentence above the chart, for who does not see it. */
  says: string;
}

export function FollowUpChart({ drawings, ...props }: ChartProps) {
  return drawings.map((drawing) => <Plot key={drawing.shape} {...props} drawing={drawing} />);
}

interface PlotProps extends Drawable {
  drawing: Drawing;
  says: string;
}

function Plot({ drawing, says, ...drawable }: PlotProps) {
  const id = useId();
  const { frame, shape } = drawing;
  return (
    <svg
      className={`follow-up-plot is-${shape}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>
        {t('follow_up.plot.title', { title: drawable.view.indicator.title })}
      </title>
      <desc id={`${id}-d`}>{[says, ...descriptionOf(drawable, drawing)].join(' ')}</desc>
      <Ground drawing={drawing} />
      <Parts drawing={drawing} />
      <Changes drawing={drawing} />
      <Marks drawing={drawing} />
      {drawing.dots.map((dot) => (
        <Point key={dot.point.from} dot={dot} radius={drawing.dot_radius} />
      ))}
      <Labels labels={drawing.centre_labels} className="plot-strong" />
    </svg>
  );
}

function Ground({ drawing }: { drawing: Drawing }) {
  const { frame } = drawing;
  return (
    <>
      {drawing.parts.map(({ part, band }) => (
        <path key={part.from} className="plot-band" d={band} />
      ))}
      <path
        className="plot-grid"
        d={drawing.ticks.map(({ y }) => `M${frame.left} ${y}H${frame.right}`).join('')}
      />
      <path className="plot-axis" d={`M${frame.left} ${frame.bottom}H${frame.right}`} />
      <Labels labels={drawing.tick_labels} />
      <Labels labels={drawing.day_labels} />
    </>
  );
}

function Parts({ drawing }: { drawing: Drawing }) {
  return drawing.parts.map((drawn) => (
    <g key={drawn.part.from}>
      <path className="plot-limit" d={drawn.limits} />
      <path className="plot-centre" d={drawn.centre} />
      <path className="plot-data" d={drawn.data} />
      {drawn.run !== '' && <path className="plot-run" d={drawn.run} />}
    </g>
  ));
}

function Changes({ drawing }: { drawing: Drawing }) {
  return drawing.changes.map(({ x, y, lines }) => (
    <g key={x}>
      <path className="plot-change" d={`M${x} ${y}V${drawing.frame.bottom}`} />
      <Labels labels={lines} className="plot-strong" />
    </g>
  ));
}

/** Their dotted lines first: none crosses a number. */
function Marks({ drawing }: { drawing: Drawing }) {
  return (
    <>
      {drawing.marks.map(({ text, x, y, point_y }) => (
        <path
          key={text}
          className="plot-leader"
          d={`M${x} ${y}V${(point_y ?? drawing.frame.bottom - 8) + 8}`}
        />
      ))}
      {drawing.marks.map((mark) => (
        <Mark key={mark.text} {...mark} />
      ))}
    </>
  );
}

const mark_height = 18;

function Mark({ text, x, y, width }: MarkDrawn) {
  return (
    <>
      <rect
        className="plot-mark"
        x={x - width / 2}
        y={y - mark_height / 2}
        width={width}
        height={mark_height}
        rx={mark_height / 2}
      />
      <text className="plot-mark-number" x={x} y={y + mark_size / 3} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

/** A ring; a diamond outside the band; a dashed ring when put aside. */
export function Point({
  dot: { x, y, shape },
  radius,
}: {
  dot: Pick<Dot, 'x' | 'y' | 'shape'>;
  radius: number;
}) {
  const half = radius + 2.5;
  if (shape === 'outside')
    return (
      <path
        className="plot-outside"
        d={`M${x} ${y - half}l${half} ${half}-${half} ${half}-${half}-${half}z`}
      />
    );
  if (shape === 'set_aside')
    return <circle className="plot-aside" cx={x} cy={y} r={radius + 1.5} />;
  return <circle className="plot-dot" cx={x} cy={y} r={radius} />;
}

function Labels({ labels, className }: { labels: readonly Label[]; className?: string }) {
  return labels.map(({ text, x, y, anchor }) => (
    <text key={`${x} ${y}`} className={className} x={x} y={y} textAnchor={anchor}>
      {text}
    </text>
  ));
}

/** Everything the picture says, a sentence each. */
function descriptionOf({ view }: Drawable, drawing: Drawing): string[] {
  const { indicator, follow_up } = view;
  const measure = measureOfPoints(indicator, follow_up.points);
  const parts = drawing.parts.map(({ part }, at) => {
    const last = follow_up.points.filter((point) => point.part === at).at(-1);
    const name = capitalised(partText(part));
    const words = part.words && t('follow_up.plot.change', { day: name, words: part.words });
    const told = { part: words || name, count: part.points };
    if (part.centre == null) return t('follow_up.plot.part', told);
    const around = { ...told, centre: about(part.centre, measure) };
    if (last?.lower == null || last.upper == null) return t('follow_up.plot.part_around', around);
    return t('follow_up.plot.part_limits', {
      ...around,
      range: rangeText(last.lower, last.upper, measure),
    });
  });
  const marks = drawing.marks.length;
  return marks === 0 ? parts : [...parts, t('follow_up.plot.marks', { count: marks })];
}
