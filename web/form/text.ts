// SPDX-License-Identifier: EUPL-1.2
// web/form/text.ts
//
// Text that people wrote, cut and counted as the program does (base/text.cpp): JavaScript's own trim takes more
// signs away, and its length counts an emoji twice.

/** Without the spaces, tabs and line ends around it; no other blank. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** Code points, or nothing when one of them is a control character, or half a sign. */
export function plainTextLength(text: string): number | undefined {
  const points = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  return points.some(isRefused) ? undefined : points.length;
}

function isRefused(point: number): boolean {
  const isControl = point < 0x20 && point !== 0x0a && point !== 0x09 && point !== 0x0d;
  const isLateControl = point >= 0x7f && point < 0xa0;
  // They turn the direction of what follows, on somebody else's page.
  const turns = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  const isHalf = point >= 0xd800 && point <= 0xdfff;
  return isControl || isLateControl || turns || isHalf;
}
