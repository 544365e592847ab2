// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/under_way_part.tsx
//
// While people fetch their envelope and answer: how many answers were released, by steps, and why not one by one; how long is left.

import { useSession } from '#app/session.ts';
import { Facts, Sheet } from '#ui';
import { fullDay, number, parisDay, t } from '#words';
import { daysBetween } from './stages.ts';
import type { CampaignView } from './types.ts';

export function UnderWayPart({ view }: { view: CampaignView }) {
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  const next = view.stage === 'pickup' ? view.opens_on : view.closes_on;
  const left = next == null ? null : daysBetween(today, next);
  const released = view.released ?? 0;
  return (
    <Sheet title={t(view.stage === 'pickup' ? 'campaigns.way.pickup' : 'campaigns.way.open')}>
      <p className="read">
        {t(view.stage === 'pickup' ? 'campaigns.way.pickup_lead' : 'campaigns.way.open_lead')}
      </p>
      <Facts
        columns={2}
        items={[
          {
            label: t('campaigns.way.released'),
            value: view.urn
              ? t('campaigns.elsewhere.unknown')
              : released === 0
                ? t('campaigns.way.none_yet', { k: view.k })
                : t('campaigns.way.at_least', {
                    shown: number(released),
                    eligible: number(view.eligible),
                  }),
          },
          {
            label: t(
              view.stage === 'pickup' ? 'campaigns.day.opens_on' : 'campaigns.day.closes_on',
            ),
            value:
              next == null || left === null
                ? ''
                : t('campaigns.way.left', { day: fullDay(next), count: Math.max(0, left) }),
          },
        ]}
      />
      <p className="small soft read">{t('campaigns.way.by_steps', { k: view.k })}</p>
      <p className="small soft read">{t('campaigns.way.too_few', { k: view.k })}</p>
    </Sheet>
  );
}
