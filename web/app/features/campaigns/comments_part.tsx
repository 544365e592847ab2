// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/comments_part.tsx
//
// What people wrote, read by both colleges before anybody else: one comment at a time, words hidden with a touch, and each college's
// word on what is shown of it. Once both said the same of all, it is released to everybody at once.

import { useState } from 'react';
import type { Can } from '#app/api/loaded.tsx';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Button, ProblemNote, Section, Sheet, StateMark } from '#ui';
import { fullDay, number, t } from '#words';
import { CommentText } from './comment_text.tsx';
import { type CampaignView, type Holder, holders } from './types.ts';
import {
  type CommentToRead,
  type CommentsToRead,
  useComments,
  useReleaseComments,
  useSettleComment,
} from './use_comments.ts';

export function CommentsPart({ view, can }: { view: CampaignView; can: Can }) {
  const held = holders.filter((college) => can(`hold:${college}`));
  const comments = useComments(view.id, held.length > 0);
  const college = held[0];
  if (college === undefined) return null;
  return (
    <Loaded from={comments}>
      {(shown) =>
        shown.comments.length === 0 ? null : (
          <Section title={t('campaigns.comments.title')}>
            <p className="read">{t('campaigns.comments.lead')}</p>
            <p className="read">{t('campaigns.comments.rule')}</p>
            {view.destroy_by && (
              <p className="read">
                {t('campaigns.comments.until', { day: fullDay(view.destroy_by) })}
              </p>
            )}
            <Reading view={view} college={college} shown={shown} />
            <Release view={view} college={college} shown={shown} />
          </Section>
        )
      }
    </Loaded>
  );
}

interface PartProps {
  view: CampaignView;
  college: Holder;
  shown: CommentsToRead;
}

const isSettled = (comment: CommentToRead) => comment.direction && comment.staff_representatives;

function Reading({ view, college, shown }: PartProps) {
  const { comments } = shown;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      comments.findIndex((comment) => !comment[college]),
    ),
  );
  const comment = comments[Math.min(at, comments.length - 1)];
  if (comment === undefined) return null;
  const goOn = () => {
    const after = comments.findIndex((each, index) => index > at && !each[college]);
    const any = comments.findIndex((each, index) => index !== at && !each[college]);
    setAt(after >= 0 ? after : any >= 0 ? any : at);
  };
  const question = shown.questions.find(({ item }) => item === comment.item);
  return (
    <Sheet
      title={t('campaigns.comments.one', {
        shown: number(at + 1),
        all: number(comments.length),
      })}
    >
      <p className="small soft">{question && inLanguage(question.text)}</p>
      <OneComment
        key={`${comment.number} ${comment.shown}`}
        view={view}
        college={college}
        comment={comment}
        onDone={goOn}
      />
      <p className="row">
        <Button kind="quiet" isDisabled={at === 0} onPress={() => setAt(at - 1)}>
          {t('campaigns.comments.previous')}
        </Button>
        <Button kind="quiet" isDisabled={at >= comments.length - 1} onPress={() => setAt(at + 1)}>
          {t('campaigns.comments.next')}
        </Button>
      </p>
    </Sheet>
  );
}

interface OneProps {
  view: CampaignView;
  college: Holder;
  comment: CommentToRead;
  onDone: () => void;
}

function OneComment({ view, college, comment, onDone }: OneProps) {
  const [shown, setShown] = useState(comment.shown);
  const settle = useSettleComment(view.id, comment.number);
  const say = (words: string) =>
    settle.mutate({ college, before: comment.shown, shown: words }, { onSuccess: onDone });
  const names = [
    ...view.cut.places.map(({ name }) => name),
    ...view.cut.categories.map(({ name }) => inLanguage(name)),
  ];
  const isNew = shown !== comment.shown;
  return (
    <div className="stack">
      <CommentText
        written={comment.written}
        shown={shown === '' ? comment.written : shown}
        isLeftOut={shown === ''}
        names={names}
        onChange={setShown}
      />
      <Said view={view} comment={comment} />
      <ProblemNote problem={settle.error} />
      <p className="row">
        <Button
          kind="main"
          isBusy={settle.isPending}
          isDisabled={!isNew && comment[college]}
          onPress={() => say(shown)}
        >
          {t(shown === '' ? 'campaigns.comments.leave_out' : 'campaigns.comments.show')}
        </Button>
        <Button onPress={() => setShown(shown === '' ? comment.written : '')}>
          {t(shown === '' ? 'campaigns.comments.take_back' : 'campaigns.comments.not_this_one')}
        </Button>
      </p>
    </div>
  );
}

function Said({ view, comment }: { view: CampaignView; comment: CommentToRead }) {
  const what = comment.shown === '' ? 'out' : 'shown';
  return (
    <ul className="row small">
      {view.halves.map((half) => {
        const hasSaid = half.college !== 'server' && comment[half.college];
        return (
          <li key={half.college}>
            <StateMark state={hasSaid ? 'done' : 'awaited'}>
              {t(hasSaid ? `campaigns.comments.said.${what}` : 'campaigns.comments.said.nothing', {
                college: half.college_name,
              })}
            </StateMark>
          </li>
        );
      })}
    </ul>
  );
}

function Release({ view, college, shown }: PartProps) {
  const release = useReleaseComments(view.id);
  const settled = shown.comments.filter(isSettled);
  const left = shown.comments.length - settled.length;
  return (
    <Sheet title={t('campaigns.comments.release_title')}>
      <p className="read">
        {t('campaigns.comments.settled', {
          count: settled.length,
          shown: number(settled.length),
          all: number(shown.comments.length),
        })}
      </p>
      <p className="read">{t('campaigns.comments.release_lead')}</p>
      <ProblemNote problem={release.error} />
      <p>
        <Button
          kind="main"
          isBusy={release.isPending}
          isDisabled={left > 0}
          onPress={() => release.mutate({ college })}
        >
          {t('campaigns.comments.release')}
        </Button>
      </p>
    </Sheet>
  );
}
