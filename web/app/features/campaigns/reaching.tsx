// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/reaching.tsx
//
// Reaching everybody: the poster, the shared device, what to say, a text for everybody and a reminder that goes to everybody. Who
// has answered is known to nobody, so nobody is reminded alone.

import { useState } from 'react';
import { Button, Section } from '#ui';
import { duration, fullDay, t } from '#words';
import { Poster } from './codes_paper.tsx';
import { kioskOf } from './links.ts';
import { Printed } from './printed.tsx';
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
        {view.manifest_sha256 && (
          <ToCopy
            name={t('campaigns.reach.kiosk')}
            hint={t('campaigns.reach.kiosk_hint')}
            text={kioskOf(location.origin, view.id)}
          />
        )}
      </div>
      {isPrinting && (
        <Printed onDone={() => setIsPrinting(false)}>
          <Poster view={view} />
        </Printed>
      )}
    </Section>
  );
}

export function ToCopy({ name, hint, text }: { name: string; hint?: string; text: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard?.writeText(text).then(() => setIsCopied(true));
  };
  return (
    <div className="stack">
      <h3>{name}</h3>
      {hint && <p className="small soft">{hint}</p>}
      <p className="to-copy">{text}</p>
      <p className="row">
        <Button aria-label={t('campaigns.reach.copy_of', { name })} onPress={copy}>
          {t('campaigns.reach.copy')}
        </Button>
        <span className="small soft" role="status">
          {isCopied && t('campaigns.reach.copied')}
        </span>
      </p>
    </div>
  );
}
