// SPDX-License-Identifier: EUPL-1.2
// web/respond/tally/strokes.tsx
//
// The strokes one would draw on paper, four upright and a fifth across; beside the number, which says it for everybody.

/** @jsxImportSource preact */

/** More fills no line of a phone, and nobody reads them any more. */
const strokes_max = 25;

const [stroke_px, gap_px, height_px] = [6, 10, 24];
const group_px = 4 * stroke_px + gap_px;

export function Strokes({ count }: { count: number }) {
  if (count === 0 || count > strokes_max) return null;
  const groups = Math.ceil(count / 5);
  const lines = Array.from({ length: count }, (_, at) => {
    const left = Math.floor(at / 5) * group_px;
    if (at % 5 === 4) return `M${left - 1} ${height_px - 5}L${left + 4 * stroke_px - 3} 5`;
    return `M${left + (at % 5) * stroke_px + 2} 2v${height_px - 4}`;
  });
  return (
    <svg
      class="strokes"
      width={groups * group_px}
      height={height_px}
      viewBox={`-2 0 ${groups * group_px} ${height_px}`}
      aria-hidden="true"
    >
      <path d={lines.join('')} />
    </svg>
  );
}
