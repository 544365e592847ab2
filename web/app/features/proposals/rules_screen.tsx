// SPDX-License-Identifier: EUPL-1.2
// web/app/features/proposals/rules_screen.tsx
//
// What teams decided within their margin, and what they say of it three months later.

import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, PageHead, StateMark, TextLink } from '#ui';
import { plainDay, quoted, t } from '#words';
import './proposals.css';
import { type LocalRule, useLocalRules } from './use_proposals.ts';

export function RulesScreen() {
  const rules = useLocalRules();
  return (
    <>
      <PageHead room="listen" title={t('proposals.rules')} lead={t('proposals.rules_lead')} />
      <Loaded from={rules}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="rule" title={t('proposals.rules_empty.title')}>
              {t('proposals.rules_empty.lead')}
            </EmptyState>
          ) : (
            <ul className="lines read">
              {items.map(({ rule, place_name }) => (
                <li key={rule.id} className="stack">
                  <p className="voice">{quoted(rule.words)}</p>
                  <p className="soft small">
                    {place_name} · {t('proposals.rule.decided', { day: plainDay(rule.decided_on) })}
                  </p>
                  <p className="row">
                    <Standing rule={rule} />
                    <TextLink href={`/ecouter/propositions/${rule.proposal_id}`}>
                      {t('proposals.rule.open')}
                      <span className="hide"> {t('common.about', { title: rule.words })}</span>
                    </TextLink>
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Standing({ rule }: { rule: LocalRule }) {
  if (rule.review_on)
    return (
      <StateMark state="to_come">
        {t('proposals.rule.ask_on', { day: plainDay(rule.review_on) })}
      </StateMark>
    );
  if (!rule.holds || !rule.reviewed_on) return null;
  return (
    <StateMark state="done">
      {t('proposals.rule.held', {
        day: plainDay(rule.reviewed_on),
        holds: t(`proposals.holds.${rule.holds}`),
      })}
    </StateMark>
  );
}
