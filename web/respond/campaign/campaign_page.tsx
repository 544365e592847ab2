// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/campaign_page.tsx
//
// Answering a questionnaire, from the link to the receipt. One step at a time; which one follows from what this device
// keeps and from the day, so that a reload comes back to the same place.

/** @jsxImportSource preact */

import { useEffect, useState } from 'preact/hooks';
import { offeredPlaces } from '../../ballots/answering.ts';
import { Page } from '../page.tsx';
import { plainDay } from '../pieces.tsx';
import { currentLanguage, type Language } from '../words.ts';
import { AnswerStep } from './answer_step.tsx';
import { Before } from './before.tsx';
import { type Campaign, onlyProfile } from './deposit.ts';
import { DepositStep } from './deposit_step.tsx';
import { Erased, EraseAll, Others } from './erase.tsx';
import { type Keeping, type Kept, onOwnDevice } from './kept.ts';
import { Closed, NotHere } from './not_here.tsx';
import { ProfileStep } from './profile_step.tsx';
import { CheckReceipt, ReceiptStep } from './receipt_step.tsx';
import { TakeToken, WaitForOpening } from './take_token.tsx';
import { type CampaignHere, useCampaign } from './use_campaign.ts';
import { said } from './words.ts';
import './campaign.css';

interface CampaignPageProps {
  campaign: string;
  keeping?: Keeping;
  onLanguage: (language: Language) => void;
}

export function CampaignPage({ campaign, keeping = onOwnDevice, onLanguage }: CampaignPageProps) {
  const here = useCampaign(campaign, keeping);
  const { kept, keep } = here;
  const wanted = kept.language ?? currentLanguage();
  useEffect(() => {
    if (wanted !== currentLanguage()) onLanguage(wanted);
  }, [onLanguage, wanted]);

  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  const otherLanguage = (
    <p>
      <button type="button" class="as-link" lang={other} onClick={() => keep({ language: other })}>
        {said('answering.other_language')}
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
type Aside = 'check' | 'profile' | 'erase' | null;

function Steps({ here, campaign }: { here: CampaignHere; campaign: Campaign }) {
  const [aside, setAside] = useState<Aside>(null);
  const props = { here, campaign };
  const onCheck = () => setAside('check');
  const onErase = () => setAside('erase');
  if (here.isErased) return <Erased here={here} />;
  if (here.isOthers) return <Others here={here} />;
  if (aside === 'erase')
    return <EraseAll here={here} onDone={() => setAside(null)} onBack={() => setAside(null)} />;
  if (aside === 'check') return <CheckReceipt campaign={campaign} onBack={() => setAside(null)} />;
  switch (stepOf(here.kept, campaign)) {
    case 'receipt':
      return <ReceiptStep {...props} receipt={here.kept.receipt ?? ''} />;
    case 'deposit':
      return <DepositStep {...props} onErase={onErase} />;
    case 'closed':
      return <Closed {...props} onCheck={onCheck} />;
    case 'before':
      return <Before {...props} onCheck={onCheck} />;
    case 'token':
      return <TakeToken {...props} onErase={onErase} />;
    case 'wait':
      return <WaitForOpening {...props} onErase={onErase} />;
    case 'profile':
      return <ProfileStep {...props} onChosen={() => setAside(null)} />;
    case 'answer':
      return aside === 'profile' ? (
        <ProfileStep {...props} onChosen={() => setAside(null)} />
      ) : (
        <AnswerStep {...props} onChangeProfile={() => setAside('profile')} onErase={onErase} />
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
