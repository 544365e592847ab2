// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/receipt_step.tsx
//
// The receipt, what it proves and what it does not; looking for it in the whole list; and taking everything away.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { inFours } from './before.tsx';
import { type Campaign, codeOf, fetchReceipts } from './deposit.ts';
import { EraseButton } from './erase.tsx';
import { ProblemBox, Step } from './pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { said } from './words.ts';

const receipt_length = 64;

interface ReceiptProps {
  here: CampaignHere;
  campaign: Campaign;
  receipt: string;
}

export function ReceiptStep({ here, campaign, receipt }: ReceiptProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const { mode } = campaign.manifest;
  const copy = () =>
    navigator.clipboard.writeText(receipt).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Step title={said('answering.receipt.title')}>
      <p>
        {said(mode === 'light' ? 'answering.receipt.thanks.light' : 'answering.receipt.thanks')}
      </p>
      <div class="keep">
        <h3>{said('answering.receipt.number')}</h3>
        <p class="receipt">{inFours(receipt)}</p>
        {/* A copy would be there for the next person. */}
        {!here.isShared && (
          <p>
            <button type="button" class="as-link" onClick={() => void copy()}>
              {said('answering.receipt.copy')}
            </button>{' '}
            <span role="status">
              {copied !== null &&
                said(copied ? 'answering.receipt.copied' : 'answering.receipt.not_copied')}
            </span>
          </p>
        )}
        <p class="small soft">{said('answering.receipt.what')}</p>
      </div>
      <h3 class="apart">{said('answering.check.title')}</h3>
      <LookInList campaign={campaign} receipt={receipt} />
      <EraseButton here={here} />
    </Step>
  );
}

/** For whoever comes back with a receipt and nothing else. */
export function CheckReceipt({ campaign, onBack }: { campaign: Campaign; onBack: () => void }) {
  const [typed, setTyped] = useState('');
  const receipt = typed.toLowerCase().replace(/[\s\u00a0]/g, '');
  return (
    <Step title={said('answering.check.title')}>
      <div>
        <label for="receipt">{said('answering.check.label')}</label>
        <span class="hint" id="receipt-hint">
          {said('answering.check.hint')}
        </span>
        <textarea
          id="receipt"
          class="input short receipt"
          rows={4}
          aria-describedby="receipt-hint"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <LookInList campaign={campaign} receipt={receipt} />
      <p>
        <button type="button" class="as-link" onClick={onBack}>
          {said('answering.back')}
        </button>
      </p>
    </Step>
  );
}

type Looking =
  | { state: 'not_yet' | 'looking' }
  | { state: 'wrong' }
  | { state: 'looked'; isThere: boolean; count: number }
  | { state: 'failed'; code: string };

function LookInList({ campaign, receipt }: { campaign: Campaign; receipt: string }) {
  const [looking, setLooking] = useState<Looking>({ state: 'not_yet' });
  const { k } = campaign.manifest;
  const look = async () => {
    if (receipt.length !== receipt_length) return setLooking({ state: 'wrong' });
    setLooking({ state: 'looking' });
    try {
      const all = await fetchReceipts(campaign);
      setLooking({ state: 'looked', isThere: all.includes(receipt), count: all.length });
    } catch (thrown) {
      setLooking({ state: 'failed', code: codeOf(thrown) });
    }
  };
  return (
    <section>
      <p class="small soft">{said('answering.check.how')}</p>
      {looking.state === 'failed' && <ProblemBox code={looking.code} />}
      <p>
        <button type="button" class="btn wide" onClick={() => void look()}>
          {said('answering.check.look')}
        </button>
      </p>
      <p role="status" class="found">
        {found(looking, receipt.length, k)}
      </p>
    </section>
  );
}

function found(looking: Looking, length: number, k: number): string {
  switch (looking.state) {
    case 'wrong':
      return said('answering.check.wrong', { count: length });
    case 'looking':
      return said('answering.check.looking');
    case 'looked': {
      const { count, isThere } = looking;
      return said(isThere ? 'answering.check.found' : 'answering.check.not_found', { count, k });
    }
    default:
      return '';
  }
}
