// SPDX-License-Identifier: EUPL-1.2
// web/respond/follow/follow_page.tsx
//
// What became of it, for whoever kept the link: each idea, its dated answer with its reason, what is still awaited
// and since when. No place and nobody is named.

/** @jsxImportSource preact */

import { useEffect, useState } from 'preact/hooks';
import { ask, type FollowView, Refusal } from '../api.ts';
import { Page } from '../page.tsx';
import { Icon, OtherLanguage, plainDay, refusalText } from '../pieces.tsx';
import { type Language, quoted, type RespondKey, t } from '../words.ts';

type FollowedIdea = FollowView['ideas'][number];

interface FollowPageProps {
  token: string;
  onLanguage: (language: Language) => void;
}

export function FollowPage({ token, onLanguage }: FollowPageProps) {
  const [view, setView] = useState<FollowView | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    ask<FollowView>('GET', `/api/suivi/${encodeURIComponent(token)}`)
      .then(setView)
      .catch((thrown: unknown) => setRefusal(thrown instanceof Refusal ? thrown.code : 'unknown'));
  }, [token]);

  if (view === null)
    return (
      <Page title={t('respond.follow.title')}>
        <p class="voice" role="status">
          {refusal === null
            ? t('respond.loading')
            : refusal === 'not_found'
              ? t('respond.follow.gone')
              : refusalText(refusal)}
        </p>
        <OtherLanguage onLanguage={onLanguage} />
      </Page>
    );

  return (
    <Page title={view.title} under={t('respond.follow.of', { day: plainDay(view.held_on) })}>
      <h2>{t('respond.follow.title')}</h2>
      <p>{whenBack(view)}</p>
      {view.return_words && <p class="voice">{quoted(view.return_words)}</p>}
      {view.ideas.length > 0 && (
        <ul class="plain">
          {view.ideas.map((idea, index) => (
            <li key={index} class="own">
              <Followed idea={idea} />
            </li>
          ))}
        </ul>
      )}
      <p class="note small">
        {view.destroyed_on
          ? t('respond.follow.destroyed', { day: plainDay(view.destroyed_on) })
          : t('respond.follow.will_be_destroyed', { day: plainDay(view.destroy_on) })}
        {view.remainder_destroyed && ` ${t('respond.follow.remainder')}`}
      </p>
      <OtherLanguage onLanguage={onLanguage} />
    </Page>
  );
}

function whenBack(view: FollowView): string {
  if (view.state === 'open' || view.state === 'prepared') return t('respond.follow.under_way');
  if (view.returned_on) return t('respond.follow.returned', { day: plainDay(view.returned_on) });
  if (view.return_on) return t('respond.follow.return_on', { day: plainDay(view.return_on) });
  return t('respond.follow.no_day');
}

function Followed({ idea }: { idea: FollowedIdea }) {
  return (
    <>
      <p class="voice">{quoted(idea.words)}</p>
      <p>
        <b>{stateOf(idea)}</b>
      </p>
      {idea.answers.map((answer, index) => (
        <div key={index} class="answer">
          <p class="small soft">
            <Icon name="quote" />
            {t('respond.follow.answered', {
              day: plainDay(answer.on),
              what: t(`respond.entry.${answer.kind}` as RespondKey),
            })}
            {answer.by_college && ` · ${t(`respond.college.${answer.by_college}` as RespondKey)}`}
          </p>
          {answer.words && <p>{answer.words}</p>}
        </div>
      ))}
      {idea.set_aside_reason && <p>{idea.set_aside_reason}</p>}
    </>
  );
}

function stateOf(idea: FollowedIdea): string {
  if (idea.set_aside_reason) return t('respond.state.set_aside');
  if (!idea.state)
    return t(
      idea.sort === 'to_understand' ? 'respond.state.to_understand' : 'respond.state.no_follow_up',
    );
  const isOwed = idea.due_on != null && ['awaited', 'passed_on', 'accepted'].includes(idea.state);
  const state = t(`respond.state.${idea.state}` as RespondKey);
  return isOwed && idea.due_on
    ? t('respond.state.by', { state, day: plainDay(idea.due_on) })
    : state;
}
