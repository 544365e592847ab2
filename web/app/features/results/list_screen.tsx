// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/list_screen.tsx
//
// The campaigns whose results were published, in the order the server gives them.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { EmptyState, PageHead, Section, Tag, TextLink } from '#ui';
import { fullDay, t } from '#words';
import './results.css';
import { resultsPath, restitutionPath } from './paths.ts';
import { useCampaigns } from './use_results.ts';

export function ListScreen() {
  const campaigns = useCampaigns();
  return (
    <>
      <PageHead room="understand" title={t('results.title')} lead={t('results.lead')} />
      <Loaded from={campaigns}>
        {({ items }) => {
          const published = items.filter(({ stage }) => stage === 'published');
          if (published.length === 0)
            return (
              <EmptyState icon="understand" title={t('results.empty.title')}>
                <p>
                  {t('results.empty.lead')}{' '}
                  <TextLink href="/ecouter/campagnes">{t('results.to_campaigns')}</TextLink>
                </p>
              </EmptyState>
            );
          return (
            <Section title={t('results.title')} isTitleHidden>
              <ul className="lines read">
                {published.map((each) => (
                  <li key={each.id} className="stack">
                    <p className="small soft">{each.establishment_name}</p>
                    <p className="line-title">
                      <TextLink href={resultsPath(each.id)}>{each.title}</TextLink>
                    </p>
                    <p className="row small soft">
                      {each.closes_on && (
                        <span>{t('results.closed_on', { day: fullDay(each.closes_on) })}</span>
                      )}
                      {each.instrument_title && <span>{inLanguage(each.instrument_title)}</span>}
                      {each.mode === 'light' && <Tag>{t('campaigns.mode.light')}</Tag>}
                      <TextLink href={restitutionPath(each.id)}>
                        {t('results.restitution.link')}
                      </TextLink>
                    </p>
                  </li>
                ))}
              </ul>
            </Section>
          );
        }}
      </Loaded>
    </>
  );
}
