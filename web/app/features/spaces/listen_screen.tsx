// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/listen_screen.tsx
//
// The room where one listens: discussions by their day, what is going on first; the way to the answers owed.

import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, LinkButton, PageHead, StateMark, TextLink } from '#ui';
import { plainDay, shortDay, t } from '#words';
import './spaces.css';
import { groups, standing } from './states.ts';
import { type SpaceLine, useFollowUps, useSpaces } from './use_spaces.ts';

export function ListenScreen() {
  const spaces = useSpaces();
  return (
    <>
      <PageHead
        room="listen"
        title={t('spaces.title')}
        lead={t('spaces.lead')}
        actions={
          <>
            <LinkButton href="/ecouter/nouvelle" kind="main" icon="plus">
              {t('spaces.prepare')}
            </LinkButton>
            <TextLink href="/ecouter/questionnaires">{t('instruments.title')}</TextLink>
            <TextLink href="/ecouter/campagnes">{t('campaigns.title')}</TextLink>
            <TextLink href="/ecouter/reponses">{t('spaces.to_desk')}</TextLink>
            <TextLink href="/ecouter/regles">{t('spaces.to_rules')}</TextLink>
          </>
        }
      />
      <FollowUpsNote />
      <Loaded from={spaces}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="listen" title={t('spaces.empty.title')}>
              {t('spaces.empty.lead')}
            </EmptyState>
          ) : (
            <div className="stack-xl">
              {groups(items).map(({ name, lines }) => (
                <section key={name} className="stack">
                  <h2>{t(`spaces.group.${name}`)}</h2>
                  <ul className="space-list">
                    {lines.map((line) => (
                      <SpaceRow key={line.id} line={line} />
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

function SpaceRow({ line }: { line: SpaceLine }) {
  const { state, words } = standing(line);
  return (
    <li className="space-row">
      <time dateTime={line.held_on}>{shortDay(line.held_on)}</time>
      <div>
        <h3>
          <TextLink href={`/ecouter/discussions/${line.id}`}>{line.title}</TextLink>
        </h3>
        <p className="soft small">
          {[line.place_name, t(`spaces.occasion.${line.occasion}`), line.facilitated_by]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="row">
          <StateMark state={state}>{words}</StateMark>
          {line.open_until && line.state === 'open' && (
            <span className="small soft">
              {t('spaces.open_until', { day: plainDay(line.open_until) })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

/** What was said and nothing became of yet, in the discussions one facilitates. */
function FollowUpsNote() {
  const waiting = useFollowUps();
  if (!waiting.data || waiting.data.data.items.length === 0) return null;
  return (
    <p className="note follow-ups-note">
      {t('spaces.follow_ups.note')}{' '}
      <TextLink href="/ecouter/suites">{t('spaces.follow_ups.see')}</TextLink>
    </p>
  );
}
