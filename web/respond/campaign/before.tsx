// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/before.tsx
//
// Before anything is asked: who asks, how long, what becomes of the answers, and in plain sentences what remains
// possible all the same.

/** @jsxImportSource preact */

import type { ComponentChildren } from 'preact';
import { Icon, plainDay } from '../pieces.tsx';
import type { Campaign } from './deposit.ts';
import { Step } from './pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { listed, said } from './words.ts';

interface BeforeProps {
  here: CampaignHere;
  campaign: Campaign;
  onCheck: () => void;
}

const remains = {
  sealed: [
    'answering.before.remains.network',
    'answering.before.remains.words',
    'answering.before.remains.operator',
  ],
  light: [
    'answering.before.remains.network',
    'answering.before.remains.words',
    'answering.before.remains.light',
  ],
} as const;

export function Before({ here, campaign, onCheck }: BeforeProps) {
  const { manifest, form, hash } = campaign;
  const { mode, k, establishment, urn } = manifest;
  const days = { day: plainDay(manifest.closes_on), destroy: plainDay(manifest.destroy_by) };
  return (
    <Step title={said('answering.before.title')}>
      {campaign.manifest.purpose !== '' && <p>{campaign.manifest.purpose}</p>}
      <dl class="charter">
        <Fact icon="person" name={said('answering.before.who')}>
          {said(`answering.before.who.${mode}`, {
            establishment,
            colleges: listed(manifest.colleges.map(({ name }) => inSentence(name))),
          })}
        </Fact>
        <Fact icon="clock" name={said('answering.before.time')}>
          {said(here.isShared ? 'answering.before.time.once' : 'answering.before.time.said', {
            ...days,
            minutes: form.instrument.minutes,
          })}
        </Fact>
        <Fact icon="eye" name={said('answering.before.becomes')}>
          {said(`answering.before.becomes.${mode}`, { ...days, k })}
        </Fact>
        <Fact icon="quote" name={said('answering.before.remains')}>
          <ul class="remains">
            {remains[mode].map((key) => (
              <li key={key}>
                {urn !== undefined && key === remains.sealed[2]
                  ? said('answering.before.remains.elsewhere', { urn })
                  : said(key)}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <p class="small soft">
        <Icon name="check" />{' '}
        {here.kept.hash32 === undefined
          ? said('answering.before.compare', { hash: inFours(hash.slice(0, 32)) })
          : said('answering.before.matches')}
      </p>
      <p>
        <button type="button" class="btn main wide" onClick={() => here.keep({ hasRead: true })}>
          {said('answering.continue')}
        </button>
      </p>
      <p>
        <button type="button" class="as-link" onClick={onCheck}>
          {said('answering.before.check')}
        </button>
      </p>
    </Step>
  );
}

interface FactProps {
  icon: Parameters<typeof Icon>[0]['name'];
  name: string;
  children: ComponentChildren;
}

function Fact({ icon, name, children }: FactProps) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** « La direction » becomes « la direction »; a name in capitals stays. */
function inSentence(name: string): string {
  return name.replace(/^(La|Le|Les|L’|The)(?= |\p{L})/u, (article) => article.toLowerCase());
}

export function inFours(text: string): string {
  return text.replace(/.{4}(?=.)/g, (four) => `${four} `);
}
