// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/decimal.ts
//
// A number as people write it: 18,5 or 18.5, thousands apart or not. Nothing for what is no number.

export function decimalOf(written: string): number | null {
  const text = written.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
