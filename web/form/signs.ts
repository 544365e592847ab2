// SPDX-License-Identifier: EUPL-1.2
// web/form/signs.ts
//
// What is printed beside each box of a sheet, and typed for it: its rank from 1, or its label where labels are numbers, so that
// « 7 out of 10 » is typed 7.

export function signsOf(labels: readonly string[]): readonly string[] {
  const areNumbers = labels.length > 0 && labels.every((label) => /^\d{1,2}$/.test(label));
  return areNumbers ? labels : labels.map((_, at) => `${at + 1}`);
}
