// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/campaign_read.tsx
//
// What is proposed, to be read before it is agreed on: questions, days, threshold, who could be told apart, and what it will show.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Facts, Section, Select, TextLink } from '#ui';
import { duration, fullDay, number, t } from '#words';
import { ForecastTable } from './forecast_part.tsx';
import type { CampaignView } from './types.ts';
import { useForecast } from './use_campaigns.ts';

const shares = [30, 40, 50, 60, 70, 80, 90, 100];
const share_first = 60;

export function CampaignRead({ view }: { view: CampaignView }) {
  const day = (value: string | null | undefined) =>
    value == null ? t('campaigns.not_said') : fullDay(value);
  const version = `/ecouter/questionnaires/${view.instrument_id}/versions/${view.instrument_number}`;
  return (
    <>
      <Section title={t('campaigns.read.title')}>
        <Facts
          columns={2}
          items={[
            {
              label: t('campaigns.field.instrument'),
              value: view.instrument_title ? (
                <TextLink href={version}>{inLanguage(view.instrument_title)}</TextLink>
              ) : (
                t('campaigns.not_said')
              ),
            },
            {
              label: t('campaigns.read.asked'),
              value: `${t('campaigns.items', { count: view.items })}, ${t('campaigns.minutes_each', { duration: duration(view.minutes) })}`,
            },
            { label: t('campaigns.day.pickup_on'), value: day(view.pickup_on) },
            { label: t('campaigns.day.opens_on'), value: day(view.opens_on) },
            { label: t('campaigns.day.closes_on'), value: day(view.closes_on) },
            { label: t('campaigns.day.destroy_by'), value: day(view.destroy_by) },
            { label: t('campaigns.field.k'), value: number(view.k) },
            { label: t('campaigns.sign.eligible'), value: number(view.eligible) },
            {
              label: t('campaigns.cut.categories'),
              value:
                view.cut.categories.map(({ name }) => inLanguage(name)).join(', ') ||
                t('campaigns.cut.no_category'),
            },
          ]}
        />
      </Section>
      {view.mode === 'sealed' && <ForecastRead view={view} />}
    </>
  );
}

function ForecastRead({ view }: { view: CampaignView }) {
  const [share, setShare] = useState(share_first);
  const forecast = useForecast(view.id, share, true);
  return (
    <Section title={t('campaigns.forecast.title')}>
      <Select
        label={t('campaigns.forecast.if')}
        options={shares.map((each) => ({
          value: String(each),
          label: t('campaigns.forecast.percent', { share: number(each) }),
        }))}
        value={String(share)}
        onChange={(value) => setShare(Number(value) || share_first)}
      />
      <Loaded from={forecast}>
        {(shown) => <ForecastTable forecast={shown} cut={view.cut} />}
      </Loaded>
    </Section>
  );
}
