// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/reaching.tsx
//
// Reaching everybody: the poster, what to say, other ways than one’s own phone, a text for everybody and a reminder that goes to everybody. Who
// has answered is known to nobody, so nobody is reminded alone.

import { useState } from 'react';
import { Button, Section } from '#ui';
import { duration, fullDay, t } from '#words';
import { Poster } from './codes_paper.tsx';
import { Printed } from './printed.tsx';
import { SharedWays } from './shared_ways.tsx';
import { ToCopy } from './to_copy.tsx';
import type { CampaignView } from './types.ts';

export function Reaching({ view }: { view: CampaignView }) {
  const [isPrinting, setIsPrinting] = useState(false);
  const facts = {
    title: view.title,
    duration: duration(view.minutes),
    from: view.opens_on ? fullDay(view.opens_on) : '',
    to: view.closes_on ? fullDay(view.closes_on) : '',
    k: view.k,
    days: view.destroy_by ? fullDay(view.destroy_by) : '',
  };
  return (
    <>
      <Section title={t('campaigns.reach.title')}>
        <div className="stack-l read">
          <div className="stack">
            <h3>{t('campaigns.reach.say')}</h3>
            <ul className="bullets">
              <li>{t('campaigns.reach.say_why')}</li>
              <li>{t('campaigns.reach.say_who')}</li>
              <li>{t('campaigns.reach.say_free')}</li>
              <li>{t('campaigns.reach.say_not')}</li>
            </ul>
          </div>
          <ToCopy
            name={t('campaigns.reach.mail')}
            text={t(
              view.mode === 'light' ? 'campaigns.reach.mail_light' : 'campaigns.reach.mail_text',
              facts,
            )}
          />
          <ToCopy
            name={t('campaigns.reach.reminder')}
            hint={t('campaigns.reach.reminder_hint')}
            text={t('campaigns.reach.reminder_text', facts)}
          />
          <div className="stack">
            <h3>{t('campaigns.reach.poster')}</h3>
            <p className="small soft">{t('campaigns.reach.poster_hint')}</p>
            <Button icon="print" onPress={() => setIsPrinting(true)}>
              {t('campaigns.reach.print_poster')}
            </Button>
          </div>
        </div>
        {isPrinting && (
          <Printed onDone={() => setIsPrinting(false)}>
            <Poster view={view} />
          </Printed>
        )}
      </Section>
      {view.manifest_sha256 && <SharedWays view={view} />}
    </>
  );
}
