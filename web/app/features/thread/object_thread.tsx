// SPDX-License-Identifier: EUPL-1.2
// web/app/features/thread/object_thread.tsx
//
// The strip of one object, for the head of its page: <PageHead … thread={<ObjectThread kind="proposal" id={id} />} />.
// It says nothing while it loads and nothing when there is no thread: the page does not wait for it.

import { type ObjectKind, threadPath } from '#app/object_paths.ts';
import { useSession } from '#app/session.ts';
import { TextLink, ThreadStrip } from '#ui';
import { parisDay, t } from '#words';
import { stripKnots } from './knots.ts';
import './thread.css';
import { useThread } from './use_thread.ts';

export function ObjectThread({ kind, id }: { kind: ObjectKind; id: string }) {
  const thread = useThread(kind, id);
  const session = useSession();
  const content = thread.data?.data;
  if (content === undefined) return null;
  const today = session.data?.data.today ?? parisDay(new Date());
  return (
    <div className="object-thread">
      <ThreadStrip knots={stripKnots(content, today)} />
      <TextLink href={threadPath(kind, id)} className="small">
        {t('thread.whole')}
      </TextLink>
    </div>
  );
}
