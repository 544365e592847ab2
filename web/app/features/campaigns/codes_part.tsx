// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/codes_part.tsx
//
// Drawing codes: how many, then, once and never again, what to hand out. Which code goes to whom is kept nowhere: letters without a
// name, slips in a pile.

import { useEffect, useState } from 'react';
import { Button, Checkbox, Notice, ProblemNote, Section, Sheet } from '#ui';
import { fullDay, number, t } from '#words';
import { Letters, Slips } from './codes_paper.tsx';
import { csvOf, download, linkOf } from './links.ts';
import { NumberInput } from './number_input.tsx';
import { Printed } from './printed.tsx';
import { Reaching } from './reaching.tsx';
import { codesLeft } from './stages.ts';
import type { CampaignView, DrawnCodes } from './types.ts';
import { useDrawCodes } from './use_campaigns.ts';

export function CodesPart({ view, mayDraw }: { view: CampaignView; mayDraw: boolean }) {
  const [drawn, setDrawn] = useState<DrawnCodes | null>(null);
  return (
    <div className="stack-xl">
      {drawn !== null && <Drawn view={view} drawn={drawn} onDone={() => setDrawn(null)} />}
      {drawn === null && mayDraw && <Draw view={view} onDrawn={setDrawn} />}
      {drawn === null && !mayDraw && (
        <Notice>
          <p className="read">{t('campaigns.codes.not_yours')}</p>
        </Notice>
      )}
      <Reaching view={view} />
    </div>
  );
}

function Draw({ view, onDrawn }: { view: CampaignView; onDrawn: (drawn: DrawnCodes) => void }) {
  const left = codesLeft(view);
  const [count, setCount] = useState(view.codes_drawn === 0 ? left : Math.min(10, left));
  const draw = useDrawCodes(view.id);
  return (
    <Sheet title={t('campaigns.codes.title')}>
      <p className="read">{t('campaigns.codes.lead')}</p>
      <p className="read">
        {t('campaigns.codes.drawn', {
          count: view.codes_drawn,
          shown: number(view.codes_drawn),
          eligible: number(view.eligible),
        })}
      </p>
      {left === 0 ? (
        <p className="read">{t('campaigns.codes.none_left')}</p>
      ) : (
        <>
          <NumberInput
            label={t('campaigns.codes.count')}
            hint={t('campaigns.codes.count_hint', { left: number(left) })}
            value={count}
            min={1}
            max={left}
            onChange={setCount}
          />
          <Notice>
            <p className="read">{t('campaigns.codes.once')}</p>
          </Notice>
          <ProblemNote problem={draw.error} />
          <p>
            <Button
              kind="main"
              isBusy={draw.isPending}
              onPress={() => draw.mutate({ count }, { onSuccess: (reply) => onDrawn(reply.data) })}
            >
              {t('campaigns.codes.go', { count, shown: number(count) })}
            </Button>
          </p>
        </>
      )}
    </Sheet>
  );
}

interface DrawnProps {
  view: CampaignView;
  drawn: DrawnCodes;
  onDone: () => void;
}

function Drawn({ view, drawn, onDone }: DrawnProps) {
  const [printing, setPrinting] = useState<'letters' | 'slips' | null>(null);
  const [isSafe, setIsSafe] = useState(false);
  const { codes, manifest_sha256 } = drawn;
  const links = codes.map((code) => linkOf(location.origin, view.id, code, manifest_sha256));
  useLeavingAsks(!isSafe);
  return (
    <Sheet title={t('campaigns.codes.shown', { count: codes.length, shown: number(codes.length) })}>
      <p className="read">{t('campaigns.codes.shown_lead')}</p>
      <ul className="codes-ways">
        <li className="stack">
          <h3>{t('campaigns.codes.letters')}</h3>
          <p className="small soft">{t('campaigns.codes.letters_hint')}</p>
          <Button icon="print" onPress={() => setPrinting('letters')}>
            {t('campaigns.codes.print_letters')}
          </Button>
        </li>
        <li className="stack">
          <h3>{t('campaigns.codes.slips')}</h3>
          <p className="small soft">{t('campaigns.codes.slips_hint')}</p>
          <Button icon="print" onPress={() => setPrinting('slips')}>
            {t('campaigns.codes.print_slips')}
          </Button>
        </li>
        <li className="stack">
          <h3>{t('campaigns.codes.file')}</h3>
          <p className="small soft">{t('campaigns.codes.file_hint')}</p>
          <Button
            onPress={() =>
              download(t('campaigns.codes.file_name'), csvOf(t('campaigns.codes.file_head'), links))
            }
          >
            {t('campaigns.codes.download')}
          </Button>
        </li>
      </ul>
      <Checkbox
        label={t('campaigns.codes.safe')}
        hint={t('campaigns.codes.safe_hint')}
        isChecked={isSafe}
        onChange={setIsSafe}
      />
      <p>
        <Button kind="main" isDisabled={!isSafe} onPress={onDone}>
          {t('campaigns.codes.done')}
        </Button>
      </p>
      {printing !== null && (
        <Printed onDone={() => setPrinting(null)}>
          {printing === 'letters' ? (
            <Letters view={view} codes={codes} links={links} />
          ) : (
            <Slips view={view} codes={codes} links={links} />
          )}
        </Printed>
      )}
    </Sheet>
  );
}

function useLeavingAsks(isAsked: boolean): void {
  useEffect(() => {
    if (!isAsked) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAsked]);
}

/** For those who are handed one, and for whoever reads the page: until when a code is worth something. */
export function CodeDays({ view }: { view: CampaignView }) {
  if (!view.pickup_on || !view.opens_on || !view.closes_on) return null;
  return (
    <Section title={t('campaigns.codes.days')}>
      <ul className="bullets read">
        <li>{t('campaigns.codes.from', { day: fullDay(view.pickup_on) })}</li>
        <li>{t('campaigns.codes.answer_from', { day: fullDay(view.opens_on) })}</li>
        <li>{t('campaigns.codes.until', { day: fullDay(view.closes_on) })}</li>
      </ul>
    </Section>
  );
}
