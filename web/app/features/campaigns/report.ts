// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/report.ts
//
// The attackers' report as figures, each with a name: { by_tree: { recovered: 0 } } is by_tree_recovered, 0.

export interface Figure {
  key: string;
  value: number;
}

export function figuresOf(report: Readonly<Record<string, unknown>>, before = ''): Figure[] {
  return Object.entries(report).flatMap(([name, value]) => {
    const key = `${before}${name}`;
    if (typeof value === 'number') return [{ key, value }];
    if (typeof value === 'boolean') return [{ key, value: value ? 1 : 0 }];
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return figuresOf(value as Record<string, unknown>, `${key}_`);
    return [];
  });
}
