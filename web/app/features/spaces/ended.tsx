// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/ended.tsx
//
// What came out of a discussion, the same for every college: ideas in three columns, with what became of each; the
// minutes, first and corrected; the situations; what was destroyed and what remains; the day of return.

import { Notice, Section, StateMark, Tag, TextLink } from '#ui';
import { plainDay, quoted, t } from '#words';
import { MinutesVersions } from './minutes_form.tsx';
import { SituationText } from './situation_text.tsx';
import { sorts } from './states.ts';
import type { Idea, Space, SpaceView } from './use_spaces.ts';

export function Ended({ view }: { view: SpaceView }) {
  return (
    <>
      <WhatRemains space={view.space} />
      <Section title={t('spaces.ended.ideas')}>
        {view.ideas.length === 0 && <p className="soft">{t('spaces.ended.no_ideas')}</p>}
        <div className="three">
          {sorts.map((sort) => (
            <Column
              key={sort}
              view={view}
              title={t(`spaces.sort.${sort}`)}
              ideas={view.ideas.filter((each) => each.sort === sort)}
            />
          ))}
        </div>
        <Column
          view={view}
          title={t('spaces.sort.none')}
          ideas={view.ideas.filter((each) => each.sort == null)}
        />
      </Section>
      {view.minutes.length > 0 && (
        <Section title={t('spaces.minutes.title')}>
          <MinutesVersions versions={view.minutes} />
        </Section>
      )}
      {view.situations.length > 0 && (
        <Section title={t('spaces.situation.title')}>
          {view.situations.map((each) => (
            <SituationText key={each.id} situation={each} />
          ))}
        </Section>
      )}
    </>
  );
}

function Column({
  view,
  title,
  ideas,
}: {
  view: SpaceView;
  title: string;
  ideas: readonly Idea[];
}) {
  if (ideas.length === 0) return null;
  return (
    <section className="stack column">
      <h3>{title}</h3>
      <ul className="stack">
        {ideas.map((idea) => (
          <li key={idea.id} className="idea stack">
            <p className="voice">{quoted(idea.words)}</p>
            {idea.first_words && (
              <details>
                <summary className="small">{t('spaces.ended.first_words')}</summary>
                <p className="soft small">{quoted(idea.first_words)}</p>
              </details>
            )}
            {idea.lived && <Tag kind={idea.lived === 'shared' ? 'shared' : 'differently'} />}
            <Became view={view} idea={idea} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Became({ view, idea }: { view: SpaceView; idea: Idea }) {
  const proposal = view.proposals.find((each) => each.id === idea.proposal_id);
  if (proposal)
    return (
      <TextLink href={`/ecouter/propositions/${proposal.id}`}>
        {t(`proposals.state_word.${proposal.state}`)}
        <span className="hide"> {t('common.about', { title: idea.words })}</span>
      </TextLink>
    );
  if (idea.set_aside_reason) return <p className="soft small">{idea.set_aside_reason}</p>;
  return <StateMark state="to_come">{t('spaces.ended.no_follow_up')}</StateMark>;
}

export function WhatRemains({ space }: { space: Space }) {
  return (
    <Notice>
      <p>
        {space.destroyed_on
          ? t('spaces.ended.destroyed', { day: plainDay(space.destroyed_on) })
          : t('spaces.ended.will_be_destroyed', { day: plainDay(space.destroy_on) })}{' '}
        {t('spaces.ended.remains')}
      </p>
      {space.remainder_destroyed && <p>{t('spaces.ended.remainder')}</p>}
      <p>
        {space.returned_on
          ? t('spaces.ended.returned', { day: plainDay(space.returned_on) })
          : space.return_on && t('spaces.ended.return_on', { day: plainDay(space.return_on) })}
      </p>
      {space.return_words && <p className="voice">{quoted(space.return_words)}</p>}
    </Notice>
  );
}
