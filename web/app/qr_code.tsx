// SPDX-License-Identifier: EUPL-1.2
// web/app/qr_code.tsx
//
// <QrCode text={link} label={…} />: dark squares on white, as one path, sharp at any size on paper.

import { qrOf } from './qr.ts';

/** Light modules around it, without which a camera does not find it. */
const margin = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrOf(text);
  if (rows === null) return null;
  const size = rows.length + 2 * margin;
  const path = rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? `M${x + margin} ${y + margin}h1v1h-1z` : [])),
    )
    .join('');
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
