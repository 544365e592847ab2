// SPDX-License-Identifier: EUPL-1.2
// web/respond/paper/paper_page.tsx
//
// Where sheets of paper are typed (/q/<campaign>/papier): twice, the second time blind, compared, sealed, handed in under the
// sheet's own code. Whoever types sees the answers, and the page says so.

/** @jsxImportSource preact */

import { useCallback, useEffect, useState } from 'preact/hooks';
import { inFours } from '../campaign/before.tsx';
import { CodeField } from '../campaign/code_field.tsx';
import { type Campaign, codeOf, loadCampaign, NotTheCampaign } from '../campaign/deposit.ts';
import { code_length, codeMeant } from '../campaign/link.ts';
import { problemText, ProblemBox, Step } from '../campaign/pieces.tsx';
import { said } from '../campaign/words.ts';
import { Page } from '../page.tsx';
import { plainDay } from '../pieces.tsx';
import { currentLanguage, type Language } from '../words.ts';
import { Compare } from './compare.tsx';
import { Entry, fieldWords } from './entry.tsx';
import { differences, type Typed } from './fields.ts';
import { type Outcome, type SheetsHere, useSheets } from './use_sheets.ts';
import { told } from './words.ts';
import '../campaign/campaign.css';
import './paper.css';

interface PaperPageProps {
  campaign: string;
  onLanguage: (language: Language) => void;
}

type Loading = Campaign | { failed: string } | null;

export function PaperPage({ campaign: id, onLanguage }: PaperPageProps) {
  const [loading, setLoading] = useState<Loading>(null);
  const load = useCallback(async () => {
    setLoading(null);
    try {
      setLoading(await loadCampaign(id, undefined));
    } catch (thrown) {
      setLoading({ failed: thrown instanceof NotTheCampaign ? 'refused' : codeOf(thrown) });
    }
  }, [id]);
  useEffect(() => void load(), [load]);
  const other = currentLanguage() === 'fr' ? 'en' : 'fr';
  const otherLanguage = (
    <p>
      <button type="button" class="as-link" lang={other} onClick={() => onLanguage(other)}>
        {said('answering.other_language')}
      </button>
    </p>
  );
  if (loading === null || 'failed' in loading)
    return (
      <Page title={told('paper.title')}>
        <p class="voice" role="status">
          {loading === null
            ? said('answering.loading')
            : loading.failed === 'refused'
              ? told('paper.refused')
              : problemText(loading.failed)}
        </p>
        {loading !== null && (
          <p>
            <button type="button" class="btn" onClick={() => void load()}>
              {said('answering.retry')}
            </button>
          </p>
        )}
        {otherLanguage}
      </Page>
    );
  const { manifest, stage } = loading;
  return (
    <div class="paper-desk">
      <Page
        title={told('paper.title')}
        under={`${manifest.title} · ${said('answering.until', {
          establishment: manifest.establishment,
          day: plainDay(manifest.closes_on),
        })}`}
      >
        {stage === 'open' ? (
          <Sheets campaign={loading} />
        ) : (
          <p>{told('paper.not_open', { from: plainDay(manifest.opens_on) })}</p>
        )}
        {otherLanguage}
      </Page>
    </div>
  );
}

function Sheets({ campaign }: { campaign: Campaign }) {
  const here = useSheets(campaign);
  return (
    <>
      <SheetStep here={here} />
      {here.sheet.step !== 'code' && here.sheet.step !== 'done' && (
        <p>
          <button type="button" class="as-link" onClick={() => here.go({ step: 'code' })}>
            {told(here.sheet.step === 'seal' ? 'paper.give_up_sheet' : 'paper.give_up')}
          </button>
        </p>
      )}
      <Waiting here={here} />
    </>
  );
}

function SheetStep({ here }: { here: SheetsHere }) {
  const { campaign, sheet, go } = here;
  const settle = (code: string, first: Typed, second: Typed) => {
    const found = differences(campaign, [first, second], fieldWords(campaign));
    if (found.length > 0) return go({ step: 'compare', code, first, second });
    go({ step: 'seal', code, settled: second });
  };
  switch (sheet.step) {
    case 'code':
      return <CodeStep here={here} />;
    case 'first':
      return (
        <Entry
          key="first"
          campaign={campaign}
          which="first"
          onDone={(first) => go({ step: 'second', code: sheet.code, first })}
        />
      );
    case 'second':
      return (
        <Entry
          key="second"
          campaign={campaign}
          which="second"
          onDone={(second) => settle(sheet.code, sheet.first, second)}
        />
      );
    case 'compare': {
      const entries = [sheet.first, sheet.second] as const;
      return (
        <Compare
          campaign={campaign}
          entries={entries}
          fields={differences(campaign, entries, fieldWords(campaign))}
          onSettled={(settled) => go({ step: 'seal', code: sheet.code, settled })}
        />
      );
    }
    case 'seal':
      return <SealStep here={here} sheet={sheet} />;
    case 'done':
      return <DoneStep here={here} outcome={sheet.outcome} />;
  }
}

/** The shredder is for what the urn acknowledged, and for nothing else. */
function DoneStep({ here, outcome }: { here: SheetsHere; outcome: Outcome }) {
  switch (outcome.is) {
    case 'acknowledged':
      return (
        <Step title={told('paper.done.title')}>
          <p>{told('paper.done.said')}</p>
          <p class="note">{told('paper.done.shred')}</p>
          <NextSheet here={here} />
        </Step>
      );
    case 'waits':
      return (
        <Step title={told('paper.done.waits')}>
          <p>{told('paper.done.waits_said')}</p>
          <p class="note">{told('paper.done.waits_keep')}</p>
          <NextSheet here={here} />
        </Step>
      );
    case 'refused':
      return (
        <Step title={told('paper.refused.title')}>
          <div class="problem" role="alert">
            <p>{told('paper.refused.keep')}</p>
          </div>
          <p>{problemText(outcome.problem)}</p>
          <NextSheet here={here} />
        </Step>
      );
  }
}

function NextSheet({ here }: { here: SheetsHere }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        here.go({ step: 'code' });
      }}
    >
      <FocusedButton label={told('paper.next')} />
    </form>
  );
}

/** Enter alone takes it: the hand does not leave the keys. */
function FocusedButton({ label, isBusy }: { label: string; isBusy?: boolean }) {
  return (
    <button
      type="submit"
      class="btn main wide"
      aria-disabled={isBusy || undefined}
      ref={(button) => button?.focus()}
    >
      {label}
    </button>
  );
}

function CodeStep({ here }: { here: SheetsHere }) {
  const [typed, setTyped] = useState('');
  const [count, setCount] = useState<number | null>(null);
  const { manifest, hash } = here.campaign;
  return (
    <Step title={told('paper.code.title', { number: here.done + 1 })}>
      <ul class="remains">
        <li>{told('paper.know.sees')}</li>
        <li>{told('paper.know.twice')}</li>
        <li>{told('paper.know.shred')}</li>
      </ul>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const code = codeMeant(typed);
          if (code.length === code_length) return here.go({ step: 'first', code });
          setCount(code.length);
          document.getElementById('code')?.focus();
        }}
      >
        <CodeField
          label={told('paper.code.label')}
          hint={told('paper.code.hint')}
          typed={typed}
          count={count}
          onType={setTyped}
          field={(input) => {
            if (here.done > 0 && typed === '') input?.focus();
          }}
        />
        <button type="submit" class="btn main wide">
          {told('paper.code.go')}
        </button>
      </form>
      <p class="small soft">
        {said('answering.before.compare', { hash: inFours(hash.slice(0, 32)) })}{' '}
        {manifest.mode === 'light' ? told('paper.know.light') : told('paper.know.sealed')}
      </p>
    </Step>
  );
}

function SealStep({
  here,
  sheet,
}: {
  here: SheetsHere;
  sheet: Extract<SheetsHere['sheet'], { step: 'seal' }>;
}) {
  const { problem, busy } = here;
  const [code, setCode] = useState(sheet.code);
  const isCodeWrong = problem === 'code.unknown' || problem === 'code.used';
  return (
    <Step title={told('paper.seal.title')}>
      <p>{told('paper.seal.said')}</p>
      <ProblemBox code={problem} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void here.seal(codeMeant(code), sheet.settled);
        }}
      >
        {isCodeWrong && (
          <>
            <label for="code">{told('paper.code.label')}</label>
            <input
              id="code"
              class="input typed-code"
              autocomplete="off"
              spellcheck={false}
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          </>
        )}
        {isCodeWrong ? (
          <button type="submit" class="btn main wide" aria-disabled={busy || undefined}>
            {told('paper.seal.go')}
          </button>
        ) : (
          <FocusedButton label={told(busy ? 'paper.seal.busy' : 'paper.seal.go')} isBusy={busy} />
        )}
      </form>
    </Step>
  );
}

function Waiting({ here }: { here: SheetsHere }) {
  const { waiting, whyWaiting, refused, done, busy } = here;
  if (waiting === 0 && refused === 0 && done === 0) return null;
  return (
    <section class="typed-waiting" aria-label={told('paper.waiting.name')}>
      <p role="status">
        {told(done === 1 ? 'paper.count_one' : 'paper.count', { count: done })}{' '}
        {waiting > 0 &&
          told(waiting === 1 ? 'paper.waiting_one' : 'paper.waiting', { count: waiting })}{' '}
        {waiting > 0 && whyWaiting !== null && problemText(whyWaiting)}
      </p>
      {refused > 0 && (
        <div class="problem" role="alert">
          <p>
            {told(refused === 1 ? 'paper.refused.count_one' : 'paper.refused.count', {
              count: refused,
            })}
          </p>
        </div>
      )}
      {waiting > 0 && (
        <p>
          <button
            type="button"
            class="btn"
            aria-disabled={busy || undefined}
            onClick={() => void here.sendWaiting()}
          >
            {told('paper.waiting.send')}
          </button>
        </p>
      )}
    </section>
  );
}
