// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/campaign_page.tsx
//
// Answering a questionnaire, from the link to the receipt. One step at a time; which one follows from what this device
// keeps and from the day, so that a reload comes back to the same place.

/** @jsxImportSource preact */

import { useCallback, useEffect, useState } from 'preact/hooks';
import { offeredPlaces } from '../../ballots/index.ts';
import { Page } from '../page.tsx';
import { plainDay } from '../pieces.tsx';
import { currentLanguage, type Language, t } from '../words.ts';
import { AnswerStep } from './answer_step.tsx';
import { Before } from './before.tsx';
import { type Campaign, onlyProfile } from './deposit.ts';
import { DepositStep } from './deposit_step.tsx';
import { Erased, Others } from './erase.tsx';
import type { Kept } from './kept.ts';
import { Closed, NotHere } from './not_here.tsx';
import { ProfileStep } from './profile_step.tsx';
import { CheckReceipt, ReceiptStep } from './receipt_step.tsx';
import { TakeToken, WaitForOpening } from './take_token.tsx';
import { type CampaignHere, useCampaign } from './use_campaign.ts';
import { loadAnsweringWords, said } from './words.ts';
import './campaign.css';

interface CampaignPageProps {
  campaign: string;
  onLanguage: (language: Language) => void;
}

export function CampaignPage({ campaign, onLanguage }: CampaignPageProps) {
  const here = useCampaign(campaign);
  const [hasWords, setHasWords] = useState(false);
  const { kept, keep } = here;
  const wanted = kept.language ?? currentLanguage();
  const speak = useCallback(
    (language: Language) =>
      loadAnsweringWords(language).then(() => {
        if (language !== currentLanguage()) onLanguage(language);
        setHasWords(true);
      }),
    [onLanguage],
  );
  useEffect(() => void speak(wanted), [speak, wanted]);

  if (!hasWords) return <Page title={t('respond.loading')}>{null}</Page>;
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  const otherLanguage = (
    <p>
      <button type="button" class="as-link" lang={other} onClick={() => keep({ language: other })}>
        {t('respond.other_language')}
      </button>
    </p>
  );
  if (here.loading.state !== 'there')
    return (
      <NotHere here={here} loading={here.loading}>
        {otherLanguage}
      </NotHere>
    );
  const { manifest } = here.loading.campaign;
  const under = { establishment: manifest.establishment, day: plainDay(manifest.closes_on) };
  return (
    <Page title={manifest.title} under={said('answering.until', under)}>
      <Steps here={here} campaign={here.loading.campaign} />
      {otherLanguage}
    </Page>
  );
}

/** Only those who look for it, or who go back to it, come here otherwise than by what is kept. */
type Aside = 'check' | 'profile' | null;

function Steps({ here, campaign }: { here: CampaignHere; campaign: Campaign }) {
  const [aside, setAside] = useState<Aside>(null);
  const props = { here, campaign };
  const onCheck = () => setAside('check');
  if (here.isErased) return <Erased here={here} />;
  if (here.isOthers) return <Others here={here} />;
  if (aside === 'check') return <CheckReceipt campaign={campaign} onBack={() => setAside(null)} />;
  switch (stepOf(here.kept, campaign)) {
    case 'receipt':
      return <ReceiptStep {...props} receipt={here.kept.receipt ?? ''} />;
    case 'deposit':
      return <DepositStep {...props} />;
    case 'closed':
      return <Closed {...props} onCheck={onCheck} />;
    case 'before':
      return <Before {...props} onCheck={onCheck} />;
    case 'token':
      return <TakeToken {...props} />;
    case 'wait':
      return <WaitForOpening {...props} />;
    case 'profile':
      return <ProfileStep {...props} onChosen={() => setAside(null)} />;
    case 'answer':
      return aside === 'profile' ? (
        <ProfileStep {...props} onChosen={() => setAside(null)} />
      ) : (
        <AnswerStep {...props} onChangeProfile={() => setAside('profile')} />
      );
  }
}

function stepOf(kept: Kept, { stage, manifest }: Campaign) {
  if (kept.receipt !== undefined) return 'receipt';
  if (kept.sealed !== undefined) return 'deposit';
  if (stage !== 'ready' && stage !== 'pickup' && stage !== 'open') return 'closed';
  if (kept.hasRead !== true) return 'before';
  if (kept.token === undefined) return 'token';
  if (stage !== 'open') return 'wait';
  const isPlaced = kept.profile !== undefined || onlyProfile(offeredPlaces(manifest));
  return isPlaced ? 'answer' : 'profile';
}
