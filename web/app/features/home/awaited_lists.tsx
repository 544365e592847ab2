// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/awaited_lists.tsx
//
// The three lists of the home page. Only the oldest thing owed has the main button.

import { type Due, DueList } from '#ui';
import { type Day, duration, findWord, plainDay, t } from '#words';
import { groupByDate } from './group_by_date.ts';
import type { HomeItem } from './use_home.ts';

export function AwaitedLists({ items, today }: { items: readonly HomeItem[]; today: Day }) {
  const groups = groupByDate(items, today);
  const shown = (['awaited', 'this_week', 'later'] as const).filter(
    (name) => groups[name].length > 0,
  );
  return shown.map((name, index) => (
    <DueList
      key={name}
      title={t(`home.group.${name}`)}
      aside={
        name === 'awaited' ? t('home.group.aside', { count: groups.awaited.length }) : undefined
      }
      items={groups[name].map((item) => toDue(item, today))}
      hasMain={index === 0}
    />
  ));
}

function toDue(item: HomeItem, today: Day): Due {
  return {
    id: item.id,
    day: item.day,
    time: item.time ?? undefined,
    isToday: item.day === today,
    title: item.title,
    href: item.path,
    awaited: item.day < today ? awaitedText(item) : undefined,
    room: item.room ?? undefined,
    from: item.origin ?? undefined,
    takes: item.minutes ? duration(item.minutes) : undefined,
    action: findWord(`home.action.${item.kind}`) ?? t('home.action.other'),
  };
}

/** A kind this page does not know is still awaited since a day. */
function awaitedText(item: HomeItem): string {
  const day = plainDay(item.day);
  const who = item.waiting_for;
  if (who)
    return (
      findWord(`home.awaited.${item.kind}_by`, { who, day }) ??
      t('home.awaited.other_by', { who, day })
    );
  return findWord(`home.awaited.${item.kind}`, { day }) ?? t('home.awaited.other', { day });
}
