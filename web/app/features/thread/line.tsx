// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/line.tsx
//
// The whole line of a thread, knot by knot; ObjectThreadLine is the one that stands beside an object.

import { type ObjectKind, objectPath, threadPath } from '#app/object_paths.ts';
import { useSession } from '#app/session.ts';
import { type LineKnot, Quote, TextLink, ThreadLine } from '#ui';
import { parisDay, t } from '#words';
import { kindOfKnot, knotLabel, toComeText } from './knots.ts';
import { type Thread, type ThreadKnot, useThread } from './use_thread.ts';

/** Says nothing while it loads and nothing when there is no thread. */
export function ObjectThreadLine({ kind, id }: { kind: ObjectKind; id: string }) {
  const thread = useThread(kind, id);
  const session = useSession();
  const content = thread.data?.data;
  if (content === undefined) return null;
  return (
    <ThreadLine
      knots={lineKnots(content, session.data?.data.today ?? parisDay(new Date()), {
        isBesideObject: true,
      })}
    />
  );
}

export function lineKnots(
  thread: Thread,
  today: string,
  { isBesideObject = false } = {},
): LineKnot[] {
  const isElsewhere = new Set(thread.knots.map((knot) => knot.place_name)).size > 1;
  return [
    ...thread.knots.map((knot, index) => ({
      id: `${knot.kind}:${knot.object_id}`,
      kind: kindOfKnot(knot.kind),
      label: knotLabel(knot),
      isHere: knot.relation === 'itself',
      children: (
        <KnotWords
          knot={knot}
          showsPlace={isElsewhere && knot.place_name !== thread.knots[index - 1]?.place_name}
          isBesideObject={isBesideObject}
        />
      ),
    })),
    ...thread.to_come.map((coming) => ({
      id: `${coming.kind}:${coming.object_id}`,
      kind: kindOfKnot(coming.object_kind),
      label: t('common.state.to_come'),
      isToCome: true,
      children: (
        <TextLink href={objectPath(coming.object_kind, coming.object_id)}>
          {toComeText(coming, today)}
        </TextLink>
      ),
    })),
  ];
}

const said: readonly ObjectKind[] = ['contribution', 'idea'];

interface KnotWordsProps {
  knot: ThreadKnot;
  showsPlace: boolean;
  isBesideObject: boolean;
}

function KnotWords({ knot, showsPlace, isBesideObject }: KnotWordsProps) {
  const path = objectPath(knot.kind, knot.object_id);
  const around = threadPath(knot.kind, knot.object_id);
  return (
    <div className="stack">
      {knot.destroyed ? (
        <p className="soft">{t('thread.destroyed')}</p>
      ) : knot.title === '' ? (
        // What was written is read by those who were there: the thread has its day, not its words.
        <p className="soft">{t('thread.among_those_there')}</p>
      ) : said.includes(knot.kind) ? (
        <Quote text={knot.title} />
      ) : (
        <p>
          {knot.relation === 'itself' ? knot.title : <TextLink href={path}>{knot.title}</TextLink>}
        </p>
      )}
      {showsPlace && <p className="label">{knot.place_name}</p>}
      {knot.relation === 'itself'
        ? path !== around && !isBesideObject && <TextLink href={path}>{t('thread.open')}</TextLink>
        : (knot.destroyed || said.includes(knot.kind)) && (
            <TextLink href={around} className="small">
              {t('thread.from_here')}
            </TextLink>
          )}
    </div>
  );
}
