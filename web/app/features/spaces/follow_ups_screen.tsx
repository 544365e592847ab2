// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/follow_ups_screen.tsx
//
// What was said in the discussions one facilitates and nothing became of yet: decide it, ask for it, or set it
// aside with a reason. A contribution is first kept as an idea; its words go on the charter's day.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, EmptyState, PageHead, ProblemNote, Select, TextArea, TextLink } from '#ui';
import { plainDay, quoted, t } from '#words';
import './spaces.css';
import {
  type SpaceChoices,
  type Unfollowed,
  useBoard,
  useChoices,
  useFollowUp,
  useFollowUps,
  useSentences,
} from './use_spaces.ts';

export function FollowUpsScreen() {
  const waiting = useFollowUps();
  const choices = useChoices().data?.data.items ?? [];
  return (
    <>
      <PageHead
        room="listen"
        title={t('spaces.follow_ups.title')}
        lead={t('spaces.follow_ups.lead')}
      />
      <Loaded from={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="listen" title={t('spaces.follow_ups.empty_title')}>
              {t('spaces.follow_ups.empty')}
            </EmptyState>
          ) : (
            <div className="stack-xl read">
              {bySpace(items).map(([first, ...others]) => (
                <section key={first.space_id} className="stack">
                  <h2>
                    <TextLink href={`/ecouter/discussions/${first.space_id}`}>
                      {first.space_title}
                    </TextLink>
                  </h2>
                  <ul className="lines">
                    {[first, ...others].map((item) => (
                      <li key={item.id} className="stack">
                        <p className="voice">{quoted(item.words)}</p>
                        {item.destroy_on && (
                          <p className="soft small">
                            {t('spaces.follow_ups.until', { day: plainDay(item.destroy_on) })}
                          </p>
                        )}
                        <Choices item={item} choices={choices} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

/** Neighbours of one discussion together, in the order they came. */
function bySpace(items: readonly Unfollowed[]): [Unfollowed, ...Unfollowed[]][] {
  const found = new Map<string, [Unfollowed, ...Unfollowed[]]>();
  for (const item of items) {
    const there = found.get(item.space_id);
    if (there) there.push(item);
    else found.set(item.space_id, [item]);
  }
  return [...found.values()];
}

interface ChoicesProps {
  item: Unfollowed;
  choices: readonly SpaceChoices[];
}

function Choices({ item, choices }: ChoicesProps) {
  const [isAside, setIsAside] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [college, setCollege] = useState('');
  const board = useBoard(item.space_id).data?.data;
  const follow = useFollowUp();
  const sentences = useSentences(item.space_id);
  const error = follow.error ?? sentences.take.error ?? sentences.show.error;
  const isBusy = follow.isPending || sentences.take.isPending || sentences.show.isPending;
  const colleges =
    choices.find((each) => each.establishment_id === board?.space.establishment_id)?.colleges ?? [];

  /** A contribution becomes an idea first; then what is to be done with it. */
  async function act(follow_up: 'decide' | 'ask' | 'set_aside') {
    if (item.kind === 'contribution' && follow_up === 'set_aside') {
      await sentences.show.mutateAsync({ id: item.id, state: 'set_aside', reason });
      follow.reset();
      return;
    }
    const idea =
      item.kind === 'contribution'
        ? (await sentences.take.mutateAsync({ id: item.id, sort: null })).data
        : board?.ideas.find((each) => each.id === item.id);
    if (idea === undefined) return;
    follow.mutate({
      id: idea.id,
      follow_up,
      words: null,
      answer_college_id: follow_up === 'ask' && college !== '' ? college : null,
      reason: follow_up === 'set_aside' ? reason : null,
      version: idea.version,
    });
  }

  return (
    <div className="stack">
      <div className="row choices">
        <Button isBusy={isBusy} onPress={() => void act('decide').catch(() => {})}>
          {t('spaces.sort.we_decide')}
        </Button>
        <Button isPressed={isAsked} onPress={() => setIsAsked(!isAsked)}>
          {t('spaces.sort.we_ask')}
        </Button>
        <Button isPressed={isAside} onPress={() => setIsAside(!isAside)}>
          {t('spaces.follow_ups.set_aside')}
        </Button>
      </div>
      {isAsked && (
        <>
          <Select
            label={t('spaces.follow_ups.college')}
            value={college}
            options={colleges.map((each) => ({ value: each.id, label: each.name }))}
            onChange={setCollege}
          />
          <Button
            isBusy={isBusy}
            isDisabled={college === ''}
            onPress={() => void act('ask').catch(() => {})}
          >
            {t('spaces.follow_ups.ask')}
          </Button>
        </>
      )}
      {isAside && (
        <>
          <TextArea
            label={t('spaces.follow_ups.reason')}
            value={reason}
            onChange={setReason}
            length_max={400}
          />
          <Button
            isBusy={isBusy}
            isDisabled={reason.trim() === ''}
            onPress={() => void act('set_aside').catch(() => {})}
          >
            {t('spaces.follow_ups.set_aside')}
          </Button>
        </>
      )}
      <ProblemNote problem={error} />
    </div>
  );
}
