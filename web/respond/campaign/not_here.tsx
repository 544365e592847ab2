// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/not_here.tsx
//
// Where nobody answers: a manifest that is not what it must be, a page that cannot seal, a network that is away, a
// questionnaire that is closed.

/** @jsxImportSource preact */

import { Page } from '../page.tsx';
import { plainDay } from '../pieces.tsx';
import { inFours } from './before.tsx';
import type { Campaign } from './deposit.ts';
import { EraseButton } from './erase.tsx';
import { problemText, Step } from './pieces.tsx';
import type { CampaignHere, Loading } from './use_campaign.ts';
import { type AnsweringKey, said } from './words.ts';

const refusals: readonly string[] = ['hash', 'signature', 'token_key', 'joint_key', 'instrument'];

interface NotHereProps {
  here: CampaignHere;
  loading: Exclude<Loading, { state: 'there' }>;
  children: preact.ComponentChildren;
}

export function NotHere({ here, loading, children }: NotHereProps) {
  const { kept, load } = here;
  if (loading.state === 'refused') {
    const { code, hash } = loading.refused;
    const why = refusals.includes(code) ? code : 'shape';
    return (
      <Page title={said('answering.refused.title')}>
        <p class="voice">{said(`answering.refused.${why}` as AnsweringKey)}</p>
        <p>{said('answering.refused.lead')}</p>
        <p>{said('answering.refused.tell')}</p>
        <div class="small soft">
          {kept.hash16 !== undefined && (
            <p>{said('answering.refused.link', { hash: inFours(kept.hash16) })}</p>
          )}
          <p>{said('answering.refused.served', { hash: inFours(hash.slice(0, 16)) })}</p>
        </div>
        {children}
      </Page>
    );
  }
  if (loading.state === 'unsafe')
    return (
      <Page title={said('answering.unsafe.title')}>
        <p class="voice">{said('answering.unsafe.said')}</p>
        {children}
      </Page>
    );
  return (
    <Page title={said('answering.title')}>
      <p class="voice" role="status">
        {loading.state === 'failed' ? problemText(loading.code) : said('answering.loading')}
      </p>
      {loading.state === 'failed' && (
        <p>
          <button type="button" class="btn" onClick={() => void load()}>
            {said('answering.retry')}
          </button>
        </p>
      )}
      {children}
    </Page>
  );
}

interface ClosedProps {
  here: CampaignHere;
  campaign: Campaign;
  onCheck: () => void;
}

export function Closed({ here, campaign, onCheck }: ClosedProps) {
  const { stage, manifest } = campaign;
  const hasSomething = here.kept.seed !== undefined || here.kept.given !== undefined;
  const words =
    stage === 'ended'
      ? 'ended'
      : stage === 'published'
        ? ('published' as const)
        : ('said' as const);
  return (
    <Step title={said('answering.closed.title')}>
      <p>{said(`answering.closed.${words}`, { day: plainDay(manifest.closes_on) })}</p>
      {hasSomething && (
        <>
          <p>{said('answering.closed.not_sent')}</p>
          <EraseButton here={here} />
        </>
      )}
      <p>
        <button type="button" class="as-link" onClick={onCheck}>
          {said('answering.before.check')}
        </button>
      </p>
    </Step>
  );
}
