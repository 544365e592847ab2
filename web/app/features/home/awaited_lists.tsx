// SPDX-License-Identifier: EUPL-1.2
// web/app/features/home/awaited_lists.tsx
//
// The three lists of the home page. Only the oldest thing owed has the main button.

import type { Can } from '#app/api/loaded.tsx';
import { objectPath } from '#app/object_paths.ts';
import { type Due, DueList, type Room } from '#ui';
import { type Day, duration, findWord, plainDay, t } from '#words';
import type { DueItem, Home } from './use_home.ts';

interface AwaitedListsProps {
  owed: Home['owed'];
  today: Day;
  can: Can;
}

export function AwaitedLists({ owed, today, can }: AwaitedListsProps) {
  const shown = (['awaited', 'this_week', 'later'] as const).filter(
    (name) => owed[name].length > 0,
  );
  return shown.map((name, index) => (
    <DueList
      key={name}
      title={t(`home.group.${name}`)}
      aside={name === 'awaited' ? t('home.group.aside', { count: owed.awaited.length }) : undefined}
      items={owed[name].map((item) => toDue(item, today, can))}
      hasMain={index === 0}
    />
  ));
}

const rooms: Record<DueItem['kind'], Room> = {
  proposal_answer: 'listen',
  gate_answer: 'frame',
  space_to_prepare: 'listen',
  space_open: 'listen',
  space_return: 'listen',
  contributions_destroyed: 'listen',
  local_rule_review: 'listen',
  experiment_conclusion: 'try',
  indicator_expiry: 'try',
  home_task: 'frame',
  programme_session: 'frame',
  sheet_to_write: 'share',
  campaign_half: 'listen',
  campaign_closes: 'listen',
  campaign_opening: 'listen',
  campaign_comments: 'listen',
  means_end: 'frame',
};

function toDue(item: DueItem, today: Day, can: Can): Due {
  const isMine = can(`act:${item.object_id}`);
  return {
    id: `${item.kind}:${item.object_id}:${item.on}`,
    day: item.on,
    isToday: item.on === today,
    title: item.title,
    href: objectPath(item.object_kind, item.object_id),
    awaited: item.on < today ? awaitedText(item) : undefined,
    room: rooms[item.kind],
    from: fromText(item),
    takes: item.minutes ? duration(item.minutes) : undefined,
    action: (isMine && findWord(`home.action.${item.kind}`)) || t('home.action.see'),
  };
}

/** « Réponse à une proposition : direction » */
function fromText(item: DueItem): string {
  const what = findWord(`home.what.${item.kind}`) ?? t('home.what.other');
  if (item.awaited_of.length === 0) return what;
  const who = item.awaited_of.map((college) => t(`people.college.${college}`)).join(', ');
  return t('home.what_of', { what, who });
}

function awaitedText(item: DueItem): string {
  const day = plainDay(item.on);
  return findWord(`home.awaited.${item.kind}`, { day }) ?? t('home.awaited.other', { day });
}
