// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/projector/wall.tsx
//
// Sentences on the wall, in no order and without a name; and the three columns into which the group sorts them,
// with the mouse, with Tab, or with the keys 1, 2 and 3.

import { useEffect, useRef } from 'react';
import { Button, Icon, Tag } from '#ui';
import { quoted, t } from '#words';
import { type Sentence, sorts, toSort } from '../states.ts';
import type { Board, Idea } from '../use_spaces.ts';
import type { Projector } from './use_projector.ts';

export function LivedTag({ lived }: { lived: Idea['lived'] }) {
  return lived ? <Tag kind={lived === 'shared' ? 'shared' : 'differently'} /> : null;
}

/** Everything that can be read now: what was written and shown, what the scribe typed. */
export function Wall({ board, projector }: { board: Board; projector?: Projector }) {
  const taken = new Set(board.ideas.map((idea) => idea.taken_from));
  const held = board.contributions.filter((each) => each.state === 'held');
  const sentences: Sentence[] = [
    ...toSort(board),
    ...board.ideas
      .filter((idea) => idea.sort != null)
      .map((idea) => ({
        kind: 'idea' as const,
        id: idea.id,
        words: idea.words,
        lived: idea.lived,
        idea,
      })),
  ];
  return (
    <>
      {projector && held.length > 0 && (
        <section className="stack">
          <h2>{t('spaces.projector.held')}</h2>
          <ul className="wall">
            {held.map((each) => (
              <li key={each.id} className="card">
                <p className="voice">{quoted(each.words)}</p>
                <Button onPress={() => projector.show(each.id)}>
                  {t('spaces.projector.show_letter')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="wall">
        {sentences.map((each) => (
          <li key={each.id} className="card">
            <p className="voice">{quoted(each.words)}</p>
            <LivedTag lived={each.lived} />
            {projector && each.kind === 'contribution' && !taken.has(each.id) && (
              <Button
                kind="quiet"
                onPress={() => projector.setAside(each, t('spaces.projector.taken_off_reason'))}
              >
                {t('spaces.projector.take_off')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Sorting({ board, projector }: { board: Board; projector: Projector }) {
  const pile = toSort(board);
  const now = pile[0];
  const act = useRef<(index: number) => void>(() => {});
  act.current = (index) => {
    const sort = sorts[index];
    if (now && sort) projector.sort(now, sort);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).closest('input, textarea, select');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const index = ['1', '2', '3'].indexOf(event.key);
      if (index >= 0) act.current(index);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <section className="stack" aria-labelledby="to-sort">
        <h2 id="to-sort">{t('spaces.projector.to_sort')}</h2>
        {now ? (
          <div className="card now" aria-live="polite">
            <div>
              <p className="voice">{quoted(now.words)}</p>
              <LivedTag lived={now.lived} />
            </div>
            <div className="row">
              {sorts.map((sort) => (
                <Button key={sort} onPress={() => projector.sort(now, sort)}>
                  {t(`spaces.sort.${sort}`)}
                </Button>
              ))}
            </div>
          </div>
        ) : (
          <p className="soft" role="status">
            {t('spaces.projector.all_sorted')}
          </p>
        )}
      </section>
      <div className="three">
        {sorts.map((sort, index) => (
          <section key={sort} className="column">
            <h2>{t(`spaces.sort.${sort}`)}</h2>
            <p className="soft">{t(`spaces.sort_hint.${sort}`)}</p>
            <ul>
              {board.ideas
                .filter((idea) => idea.sort === sort)
                .map((idea) => (
                  <li key={idea.id} className="card">
                    <p className="voice">{quoted(idea.words)}</p>
                    <LivedTag lived={idea.lived} />
                    <MoveButton idea={idea} index={index} projector={projector} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

/** To the next column, and from the last back to the first: one key is enough. */
function MoveButton({
  idea,
  index,
  projector,
}: {
  idea: Idea;
  index: number;
  projector: Projector;
}) {
  const next = sorts[(index + 1) % sorts.length];
  if (next === undefined) return null;
  return (
    <button type="button" className="move" onClick={() => projector.change(idea, { sort: next })}>
      <Icon name="arrow" />
      <span>{t('spaces.projector.move_to', { column: t(`spaces.sort.${next}`) })}</span>
      <span className="hide"> {t('common.about', { title: idea.words })}</span>
    </button>
  );
}
