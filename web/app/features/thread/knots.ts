// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/knots.ts
//
// From the thread as the server gives it to knots on a line: a strip gathers neighbours of one kind,
// the whole line keeps each.

import { type ObjectKind, objectPath } from '#app/object_paths.ts';
import type { Knot, KnotKind } from '#ui';
import { type Day, findWord, plainDay, shortDay, t } from '#words';
import type { Thread, ThreadKnot, ThreadToCome } from './use_thread.ts';

const drawn: Record<ObjectKind, KnotKind> = {
  programme: 'gate',
  space: 'space',
  contribution: 'quote',
  situation: 'quote',
  idea: 'quote',
  proposal: 'proposal',
  local_rule: 'rule',
  experiment: 'experiment',
  conclusion: 'chart',
  sheet: 'sheet',
  axis: 'sheet',
  gate: 'gate',
  campaign: 'chart',
  adoption: 'elsewhere',
};

export function kindOfKnot(kind: ObjectKind): KnotKind {
  return drawn[kind];
}

export function kindWord(kind: ObjectKind, count = 1): string {
  return t('thread.kind', { kind, count });
}

/** « 12 mai · proposition · attendue » */
export function knotLabel(knot: ThreadKnot): string {
  const state = findWord(`thread.state.${knot.state}`);
  const word = state === null ? kindWord(knot.kind) : `${kindWord(knot.kind)}, ${state}`;
  return t('thread.label', { day: shortDay(knot.happened_on), what: word });
}

export function toComeText(coming: ThreadToCome, today: Day): string {
  const awaited = coming.on < today;
  const values = { day: plainDay(coming.on) };
  return (
    findWord(`thread.to_come.${coming.kind}${awaited ? '_since' : ''}`, values) ??
    t(awaited ? 'thread.to_come.other_since' : 'thread.to_come.other', values)
  );
}

/** The strip under a title. */
export function stripKnots(thread: Thread, today: Day): Knot[] {
  const groups: ThreadKnot[][] = [];
  for (const knot of thread.knots) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last && first && first.kind === knot.kind && first.relation === knot.relation)
      last.push(knot);
    else groups.push([knot]);
  }
  const happened = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        id: `${first.kind}:${first.object_id}`,
        kind: kindOfKnot(first.kind),
        label: kindWord(first.kind, group.length),
        href: objectPath(first.kind, first.object_id),
        isHere: first.relation === 'itself',
      },
    ];
  });
  // Three means that end the same day are one knot here; the whole line keeps each.
  const said = new Set<string>();
  const coming = thread.to_come
    .filter((item) => {
      const text = toComeText(item, today);
      if (said.has(text)) return false;
      said.add(text);
      return true;
    })
    .map((item) => ({
      id: `${item.kind}:${item.object_id}`,
      kind: kindOfKnot(item.object_kind),
      label: toComeText(item, today),
      isToCome: true,
    }));
  return [...happened, ...coming];
}
