// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/thread_screen.tsx
//
// The whole thread around one object: each knot a day, a word for what it is, its own words, and the way to it.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { type ObjectKind, objectPath, threadPath } from '#app/object_paths.ts';
import { useSession } from '#app/session.ts';
import { type LineKnot, Notice, PageHead, Quote, Sheet, TextLink, ThreadLine } from '#ui';
import { parisDay, t } from '#words';
import { kindOfKnot, kindWord, knotLabel, toComeText } from './knots.ts';
import { type Thread, type ThreadKnot, useThread } from './use_thread.ts';

export function ThreadScreen() {
  const { kind, id } = useParams({ from: '/fil/$kind/$id' });
  const session = useSession();
  // A kind that does not exist is answered by the server, as an id that does not.
  const thread = useThread(kind as ObjectKind, id);
  const today = session.data?.data.today ?? parisDay(new Date());
  return (
    <>
      <PageHead title={t('thread.title')} lead={t('thread.lead')} />
      <Loaded from={thread}>
        {(content) => (
          <div className="stack-xl read">
            <Sheet title={headline(content)}>
              <ThreadLine knots={lineKnots(content, today)} />
            </Sheet>
            {content.goes_further && <Notice>{t('thread.goes_further')}</Notice>}
          </div>
        )}
      </Loaded>
    </>
  );
}

function headline({ knots }: Thread): string {
  const here = knots.find((knot) => knot.relation === 'itself');
  if (here === undefined) return t('thread.title');
  return here.title === '' ? kindWord(here.kind) : here.title;
}

function lineKnots(thread: Thread, today: string): LineKnot[] {
  const places = new Set(thread.knots.map((knot) => knot.place_name));
  return [
    ...thread.knots.map((knot) => ({
      id: `${knot.kind}:${knot.object_id}`,
      kind: kindOfKnot(knot.kind),
      label: knotLabel(knot),
      isHere: knot.relation === 'itself',
      children: <KnotWords knot={knot} showsPlace={places.size > 1} />,
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

function KnotWords({ knot, showsPlace }: { knot: ThreadKnot; showsPlace: boolean }) {
  const path = objectPath(knot.kind, knot.object_id);
  const around = threadPath(knot.kind, knot.object_id);
  return (
    <div className="stack">
      {knot.destroyed ? (
        <p className="soft">{t('thread.destroyed')}</p>
      ) : said.includes(knot.kind) ? (
        <Quote text={knot.title} />
      ) : (
        <p>
          {knot.relation === 'itself' ? knot.title : <TextLink href={path}>{knot.title}</TextLink>}
        </p>
      )}
      {showsPlace && <p className="label">{knot.place_name}</p>}
      {knot.relation === 'itself'
        ? path !== around && <TextLink href={path}>{t('thread.open')}</TextLink>
        : (knot.destroyed || said.includes(knot.kind)) && (
            <TextLink href={around} className="small">
              {t('thread.from_here')}
            </TextLink>
          )}
    </div>
  );
}
