// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/small_chart.tsx
//
// One small carte de suivi on the time of the page, wide and for a phone; and the months above and below the wide ones. Signs are
// those of the large one.

import { useId } from 'react';
import { t } from '#words';
import '../follow_up/follow_up.css';
import { Point } from '../follow_up/follow_up_chart.tsx';
import type { Geometry } from '../follow_up/follow_up_geometry.ts';
import {
  type Change,
  type ChangeAt,
  changesAt,
  frameOf,
  type MonthAt,
  monthsAt,
  type SmallDrawing,
  smallDrawingOf,
  type SmallShape,
} from './small_drawing.ts';
import type { Span } from './time_axis.ts';
import type { IndicatorView } from './types.ts';

const both = ['wide', 'narrow'] as const;

interface SmallChartProps {
  item: IndicatorView;
  axis: Span;
  changes: readonly Change[];
  /** The letter of its own experiment; the others' changes are lighter. */
  own: string;
  /** What it lets one say, for who does not see it. */
  says: string;
  /** For a page that somebody in a hurry reads. */
  isLow?: boolean;
}

export function SmallChart({ isLow = false, ...props }: SmallChartProps) {
  const shapes = isLow ? (['low'] as const) : both;
  return (
    <div className="follow-up small-plot">
      {shapes.map((shape) => (
        <SmallPlot key={shape} {...props} shape={shape} />
      ))}
    </div>
  );
}

interface SmallPlotProps extends Omit<SmallChartProps, 'isLow'> {
  shape: SmallShape;
}

function SmallPlot({ item, axis, changes, own, says, shape }: SmallPlotProps) {
  const id = useId();
  const drawing = smallDrawingOf(item, axis, shape);
  const { frame, plot } = drawing;
  const isOwn = ({ letter }: Change) => letter === own;
  // On a phone the others' lines, without room for their letters, would only be noise.
  const at = changesAt(axis, shape, shape === 'wide' ? changes : changes.filter(isOwn));
  if (plot === null) return null;
  return (
    <svg
      className={`follow-up-plot is-${shape}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>{t('follow_up.plot.title', { title: item.indicator.title })}</title>
      <desc id={`${id}-d`}>{says}</desc>
      <Scale drawing={drawing} />
      <Uprights changes={at} own={own} top={Math.max(0, frame.top - 8)} bottom={frame.bottom} />
      <Curve plot={plot} radius={drawing.dot_radius} />
      <Months months={drawing.months} y={frame.bottom + 15} tick={frame.bottom} />
      {shape !== 'low' && (
        <Chips changes={at.filter((change) => isOwn(change) && change.kind === 'start')} />
      )}
    </svg>
  );
}

function Scale({ drawing: { frame, ticks } }: { drawing: SmallDrawing }) {
  return (
    <>
      <path
        className="plot-grid"
        d={ticks.map(({ y }) => `M${frame.left} ${y}H${frame.right}`).join('')}
      />
      <path className="plot-axis" d={`M${frame.left} ${frame.bottom}H${frame.right}`} />
      {ticks.map(({ text, y }) => (
        <text key={y} x={frame.left - 7} y={y + 5} textAnchor="end">
          {text}
        </text>
      ))}
    </>
  );
}

function Curve({ plot, radius }: { plot: Geometry; radius: number }) {
  return (
    <>
      {plot.parts.map(({ part, band, limits, centre, data, run }) => (
        <g key={part.from}>
          <path className="plot-band" d={band} />
          <path className="plot-limit" d={limits} />
          <path className="plot-centre" d={centre} />
          <path className="plot-data" d={data} />
          {run !== '' && <path className="plot-run" d={run} />}
        </g>
      ))}
      {plot.dots.map((dot) => (
        <Point key={dot.point.from} dot={dot} radius={radius} />
      ))}
    </>
  );
}

interface UprightsProps {
  changes: readonly ChangeAt[];
  own?: string;
  top: number;
  bottom: number;
}

/** Where an experiment begins, dashed; where it was adjusted, dotted. */
export function Uprights({ changes, own, top, bottom }: UprightsProps) {
  return changes.map(({ x, on, letter, kind }) => (
    <path
      key={`${letter} ${kind} ${on}`}
      className={['plot-upright', `is-${kind}`, own !== undefined && letter !== own && 'is-other']
        .filter(Boolean)
        .join(' ')}
      d={`M${x} ${top}V${bottom}`}
    />
  ));
}

const chip_radius = 9;

export function Chips({ changes }: { changes: readonly ChangeAt[] }) {
  return changes.map(({ x, letter, on }) => (
    <g key={`${letter} ${on}`}>
      <circle className="plot-mark" cx={x} cy={chip_radius} r={chip_radius} />
      <text className="plot-mark-number" x={x} y={chip_radius + 4} textAnchor="middle">
        {letter}
      </text>
    </g>
  ));
}

function Months({ months, y, tick }: { months: readonly MonthAt[]; y: number; tick: number }) {
  return months.map(({ from, x, month, year }) => (
    <g key={from}>
      <path className="plot-axis" d={`M${x} ${tick}v5`} />
      <text x={x} y={y + 3}>
        {month}
      </text>
      {year !== '' && (
        <text className="plot-strong" x={x} y={y + 19}>
          {year}
        </text>
      )}
    </g>
  ));
}

/** The months of the page, once for all wide charts between two of these. */
export function MonthsRow({ axis }: { axis: Span }) {
  return (
    <div className="follow-up small-plot" aria-hidden="true">
      {both.map((shape) => {
        const { width, left, right } = frameOf(shape);
        return (
          <svg key={shape} className={`follow-up-plot is-${shape}`} viewBox={`0 0 ${width} 40`}>
            <path className="plot-axis" d={`M${left} 1H${right}`} />
            <Months months={monthsAt(axis, shape)} y={16} tick={1} />
          </svg>
        );
      })}
    </div>
  );
}
