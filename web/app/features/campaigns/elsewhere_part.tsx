// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/elsewhere_part.tsx
//
// When another body holds the urn: where answers go, the manifest it needs, and that it is awaited. How many answered is not known
// here until it is handed over, and nothing here pretends to know.

import { Notice, Sheet } from '#ui';
import { fullDay, t } from '#words';
import type { CampaignView } from './types.ts';

export function Elsewhere({ view }: { view: CampaignView }) {
  if (!view.urn || !view.opens_on) return null;
  return (
    <Sheet title={t('campaigns.elsewhere.title')}>
      <p className="read">
        {t('campaigns.elsewhere.lead', { urn: view.urn, day: fullDay(view.opens_on) })}
      </p>
      <p className="digest">{view.manifest_sha256}</p>
      <p>
        <a href={`/api/guichet/${view.id}`} download={`manifest-${view.id}.json`}>
          {t('campaigns.elsewhere.manifest')}
        </a>
      </p>
    </Sheet>
  );
}

interface AwaitedProps {
  view: CampaignView;
  since: string;
}

export function ElsewhereAwaited({ view, since }: AwaitedProps) {
  return (
    <Notice>
      <p className="read">
        {t('campaigns.elsewhere.awaited', { urn: view.urn ?? '', day: fullDay(since) })}
      </p>
      {view.destroy_by && (
        <p className="read">{t('campaigns.elsewhere.until', { day: fullDay(view.destroy_by) })}</p>
      )}
    </Notice>
  );
}
