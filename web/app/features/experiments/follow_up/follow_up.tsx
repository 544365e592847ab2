// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/follow_up/follow_up.tsx
//
// The carte de suivi of an indicator: a sentence, what it stands on, the picture, its signs, every figure, and how the limits were
// worked out.

import { number, t } from '#words';
import './follow_up.css';
import { FollowUpChart } from './follow_up_chart.tsx';
import { drawingOf, shapes } from './follow_up_drawing.ts';
import { FollowUpByHowMuch } from './follow_up_interrupted.tsx';
import { FollowUpLegend, FollowUpLimits } from './follow_up_limits.tsx';
import { measureOfPoints } from './follow_up_numbers.ts';
import { toldOf } from './follow_up_sentence.ts';
import { FollowUpTable } from './follow_up_table.tsx';
import { capitalised } from './follow_up_words.ts';
import type { IndicatorView, JournalMark } from './types.ts';

interface FollowUpFigureProps {
  item: IndicatorView;
  /** The journal beside it, as it is numbered there. */
  events: readonly JournalMark[];
}

export function FollowUpFigure({ item, events }: FollowUpFigureProps) {
  const { says, stands, notes } = toldOf(item);
  const drawable = { view: item, events };
  const drawings = shapes.map((shape) => drawingOf(drawable, shape));
  return (
    <figure className="follow-up">
      <figcaption>
        <p className="follow-up-says">{says}</p>
        <p className="small soft">{stands}</p>
      </figcaption>
      {item.follow_up.points.length > 0 && (
        <>
          <p className="follow-up-axis">{axisText(item)}</p>
          <FollowUpChart {...drawable} drawings={drawings} says={says} />
          <FollowUpLegend view={item} drawings={drawings} />
        </>
      )}
      {notes.length > 0 && <p className="small soft read">{notes.join(' ')}</p>}
      <div className="follow-up-more">
        <FollowUpTable view={item} />
        <FollowUpByHowMuch view={item} />
        <FollowUpLimits view={item} />
      </div>
    </figure>
  );
}

/** What the numbers at the left are numbers of. */
export function axisText({ indicator, follow_up }: IndicatorView): string {
  const { times } = measureOfPoints(indicator, follow_up.points);
  const { unit, base_unit, rhythm, counting } = indicator;
  return capitalised(
    t(`follow_up.plot.axis.${counting}`, { unit, base_unit, rhythm, times: number(times) }),
  );
}
