// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/thread_screen.tsx
//
// The whole thread around one object: each knot a day, a word for what it is, its own words, and the way to it.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import type { ObjectKind } from '#app/object_paths.ts';
import { useSession } from '#app/session.ts';
import { Notice, PageHead, Sheet, ThreadLine } from '#ui';
import { parisDay, t } from '#words';
import { kindWord } from './knots.ts';
import { lineKnots } from './line.tsx';
import { type Thread, useThread } from './use_thread.ts';

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
