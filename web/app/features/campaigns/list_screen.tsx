// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/list_screen.tsx
//
// The campaigns of one's houses, in the order the server gives them, each with where it stands.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { EmptyState, LinkButton, PageHead, Section, StateMark, TextLink } from '#ui';
import { fullDay, t } from '#words';
import './campaigns.css';
import { markOf } from './stages.ts';
import type { CampaignLine } from './types.ts';
import { useCampaigns } from './use_campaigns.ts';

export function ListScreen() {
  const campaigns = useCampaigns();
  return (
    <>
      <PageHead
        room="listen"
        title={t('campaigns.title')}
        lead={t('campaigns.lead')}
        facts={
          <>
            <TextLink href="/ecouter/questionnaires">{t('campaigns.to_instruments')}</TextLink>
            <TextLink href="/comprendre/resultats">{t('campaigns.to_results')}</TextLink>
          </>
        }
      />
      <Loaded from={campaigns}>
        {({ items }, can) => {
          const begin = can('compose') && (
            <LinkButton href="/ecouter/campagnes/nouvelle" kind="main" icon="plus">
              {t('campaigns.begin')}
            </LinkButton>
          );
          if (items.length === 0)
            return (
              <EmptyState icon="questionnaire" title={t('campaigns.empty.title')} action={begin}>
                <p>{t('campaigns.empty.lead')}</p>
              </EmptyState>
            );
          return (
            <Section title={t('campaigns.all')} isTitleHidden>
              {begin && <p className="row">{begin}</p>}
              <ul className="lines read-wide">
                {items.map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
            </Section>
          );
        }}
      </Loaded>
    </>
  );
}

function Line({ line }: { line: CampaignLine }) {
  return (
    <li className="stack">
      <p className="small soft">{line.establishment_name}</p>
      <p className="line-title">
        <TextLink href={`/ecouter/campagnes/${line.id}`}>
          {line.title || t('campaigns.untitled')}
        </TextLink>
      </p>
      <p className="row small soft">
        <StateMark state={markOf(line.stage)}>{t(`campaigns.stage.${line.stage}`)}</StateMark>
        <span>{t(`campaigns.mode.${line.mode}`)}</span>
        {line.instrument_title && <span>{inLanguage(line.instrument_title)}</span>}
        {line.opens_on && line.closes_on && (
          <span>
            {t('campaigns.from_to', {
              from: fullDay(line.opens_on),
              to: fullDay(line.closes_on),
            })}
          </span>
        )}
        {line.stage === 'published' && (
          <TextLink href={`/comprendre/resultats/${line.id}`}>
            {t('campaigns.see_results')}
          </TextLink>
        )}
      </p>
    </li>
  );
}
