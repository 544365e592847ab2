// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/group_by_date.ts
//
// Cuts what is owed in three: awaited since, this week (until Sunday), later. By date alone.

import type { Day } from '#words';

export interface DateGroups<Item> {
  awaited: Item[];
  this_week: Item[];
  later: Item[];
}

export function groupByDate<Item extends { day: Day }>(
  items: readonly Item[],
  today: Day,
): DateGroups<Item> {
  const sunday = sundayOf(today);
  return {
    awaited: items.filter((item) => item.day < today),
    this_week: items.filter((item) => item.day >= today && item.day <= sunday),
    later: items.filter((item) => item.day > sunday),
  };
}

function sundayOf(day: Day): Day {
  const date = new Date(`${day}T12:00:00Z`);
  const days_left = (7 - date.getUTCDay()) % 7;
  date.setUTCDate(date.getUTCDate() + days_left);
  return date.toISOString().slice(0, 10);
}
