// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/take_token.tsx
//
// The code becomes a token, before the questionnaire opens or on the day. A reply that was lost is asked for again with
// the same blinded message.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { plainDay } from '../pieces.tsx';
import { CodeField } from './code_field.tsx';
import type { Campaign } from './deposit.ts';
import { EraseLink } from './erase.tsx';
import { code_length, codeMeant, readLink } from './link.ts';
import { KeepChoice, ProblemBox, Step, WhereKept } from './pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { said } from './words.ts';

interface TokenProps {
  here: CampaignHere;
  campaign: Campaign;
  onErase: () => void;
}

export function TakeToken({ here, campaign, onErase }: TokenProps) {
  const { kept, busy, problem } = here;
  const { pickup_on, opens_on } = campaign.manifest;
  const [typed, setTyped] = useState<string | null>(kept.code === undefined ? '' : null);
  const [wrong, setWrong] = useState(false);
  const code = typed === null ? (kept.code ?? '') : codeMeant(typed);
  const isAhead = campaign.stage === 'pickup';

  // On a shared screen a token taken ahead would be lost.
  if (campaign.stage === 'ready' || (isAhead && here.isShared))
    return (
      <Step title={said('answering.token.title')}>
        <p>
          {said('answering.token.not_yet', { day: plainDay(here.isShared ? opens_on : pickup_on) })}
        </p>
        <p>
          <button type="button" class="btn" onClick={() => void here.load()}>
            {said('answering.wait.again')}
          </button>
        </p>
      </Step>
    );
  return (
    <Step title={said('answering.token.title')}>
      <p>{said('answering.token.what')}</p>
      {isAhead && <p class="note">{said('answering.token.ahead', { day: plainDay(opens_on) })}</p>}
      <ProblemBox code={problem} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const { hash32 } = readLink(typed?.slice(typed.indexOf('#')) ?? '');
          if (hash32 !== undefined && !campaign.hash.startsWith(hash32)) {
            // A whole link was scanned or pasted, of another manifest: it is checked, and refused.
            here.keep({ hash32 });
          } else if (code.length !== code_length) {
            setWrong(true);
            document.getElementById('code')?.focus();
          } else {
            setWrong(false);
            void here.takeToken(campaign, code, typed !== null);
          }
        }}
      >
        {typed === null ? (
          <p>
            {said('answering.token.from_link')}{' '}
            <button type="button" class="as-link" onClick={() => setTyped('')}>
              {said('answering.token.other_code')}
            </button>
          </p>
        ) : (
          <div>
            <CodeField
              label={said('answering.token.code')}
              hint={said('answering.token.code_hint')}
              typed={typed}
              count={wrong ? code.length : null}
              onType={setTyped}
            />
          </div>
        )}
        <KeepChoice here={here} />
        <button type="submit" class="btn main wide" aria-disabled={busy || undefined}>
          {said(busy ? 'answering.token.taking' : 'answering.token.take')}
        </button>
      </form>
      {here.where === 'nowhere' && <WhereKept here={here} />}
      {kept.code !== undefined && <EraseLink onErase={onErase} />}
    </Step>
  );
}

/** The token is there, the questionnaire is not open. */
export function WaitForOpening({ here, campaign, onErase }: TokenProps) {
  const { opens_on, closes_on } = campaign.manifest;
  const days = { opens: plainDay(opens_on), closes: plainDay(closes_on) };
  return (
    <Step title={said('answering.wait.title')}>
      <p>{said('answering.wait.said', days)}</p>
      <WhereKept here={here} />
      <KeepChoice here={here} />
      <ProblemBox code={here.problem} />
      <p>
        <button type="button" class="btn" onClick={() => void here.load()}>
          {said('answering.wait.again')}
        </button>
      </p>
      <EraseLink onErase={onErase} />
    </Step>
  );
}
