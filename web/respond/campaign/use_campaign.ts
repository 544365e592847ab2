// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/use_campaign.ts
//
// Where a person is in a campaign: what was served and checked, what this device keeps, and the ways on. Whatever is
// drawn or sealed is kept before it is sent.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answers } from '../../form/index.ts';
import { Refusal } from '../api.ts';
import {
  type Campaign,
  codeOf,
  drawRequest,
  fetchToken,
  handIn,
  isFinal,
  loadCampaign,
  NotTheCampaign,
  sealOnce,
} from './deposit.ts';
import type { Keeping, Kept, KeptHere } from './kept.ts';
import { type Link, markOf, takeLink } from './link.ts';
import { forgetOffline, keepForOffline } from './offline.ts';

export type Loading =
  | { state: 'loading' }
  | { state: 'unsafe' }
  | { state: 'refused'; refused: NotTheCampaign }
  | { state: 'failed'; code: string }
  | { state: 'there'; campaign: Campaign };

export type CampaignHere = ReturnType<typeof useCampaign>;

export function useCampaign(id: string, keeping: Keeping) {
  const [link, setLink] = useState(takeLink);
  const [here, setHere] = useState(() => begun(keeping.read(id), link));
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isErased, setIsErased] = useState(false);
  // What a promise finds when it is kept, however often the page was drawn meanwhile.
  const latest = useRef(here);
  const isBusy = useRef(false);

  const keep = useCallback(
    (change: Partial<Kept>, where = latest.current.where) => {
      const kept = { ...latest.current.kept, ...change };
      latest.current = { kept, where: keeping.write(id, { kept, where }) };
      setHere(latest.current);
    },
    [id, keeping],
  );
  const { hash32 } = here.kept;
  const load = useCallback(async () => {
    if (globalThis.crypto?.subtle === undefined) return setLoading({ state: 'unsafe' });
    try {
      setLoading({ state: 'there', campaign: await loadCampaign(id, hash32) });
    } catch (thrown) {
      if (thrown instanceof NotTheCampaign) setLoading({ state: 'refused', refused: thrown });
      else setLoading({ state: 'failed', code: codeOf(thrown) });
    }
  }, [id, hash32]);
  useEffect(() => {
    // What came with the link survives a reload from here on.
    if (latest.current.kept.code !== undefined) keep({});
    void load();
  }, [load, keep]);

  const campaign = loading.state === 'there' ? loading.campaign : null;
  const offline = keeping.isShared ? 'nothing' : offlineOf(here.kept, campaign);
  useEffect(() => {
    if (offline === 'keep') void keepForOffline(id, campaign?.served);
    if (offline === 'forget') void forgetOffline(id);
  }, [id, offline, campaign]);

  const isRefused =
    campaign !== null && here.kept.sealed !== undefined && isFinal(campaign, problem);
  useEffect(
    () => keeping.sees?.(id, { isAwaited: busy, isRefused }),
    [id, keeping, busy, isRefused],
  );

  /** One thing at a time; what went wrong is told, and nothing is lost. */
  const doing = async (work: () => Promise<void>, how: 'aloud' | 'quietly' = 'aloud') => {
    if (isBusy.current) return;
    isBusy.current = true;
    if (how === 'aloud') {
      setBusy(true);
      setProblem(null);
    }
    try {
      await work();
      setProblem(null);
    } catch (thrown) {
      setProblem(codeOf(thrown));
    } finally {
      isBusy.current = false;
      setBusy(false);
    }
  };
  const handInKept = async (campaign: Campaign) => {
    const receipt = await handIn(campaign, latest.current.kept);
    keep(onlyReceipt(latest.current.kept, receipt));
  };

  return {
    ...{ id, loading, problem, busy, isRefused, isErased, keep, load, isShared: keeping.isShared },
    ...here,
    /** Somebody else's answer is kept here, and this link brought another code. */
    isOthers: link.code !== undefined && isOfAnother(here.kept, link.code),
    goOnWithKept: () => setLink({}),
    startAfresh: () => {
      keeping.erase(id);
      latest.current = { kept: fromLink(link), where: 'tab' };
      keep({});
    },
    takeToken: (campaign: Campaign, code: string, isTyped: boolean) =>
      doing(async () => {
        const before = latest.current.kept;
        const isSame = code === before.code;
        if (!isSame || before.request === undefined)
          keep({ code, isTyped, mark: markOf(code), ...(await drawRequest(campaign)) });
        try {
          const token = await fetchToken(campaign, latest.current.kept);
          keep({ token, code: undefined, request: latest.current.kept.request });
        } catch (thrown) {
          // Mistyped: what was drawn was never signed. What another code sent before may have been.
          if (thrown instanceof Refusal && thrown.code === 'code.unknown')
            keep(
              before.request && !isSame
                ? before
                : { mark: undefined, request: undefined, seed: undefined },
            );
          throw thrown;
        }
      }),
    seal: (campaign: Campaign, answers: Answers) =>
      doing(async () => {
        const { kept } = latest.current;
        if (kept.sealed === undefined)
          keep({ ...sealOnce(campaign, kept, answers), ...withoutContents });
        await handInKept(campaign);
      }),
    handIn: (campaign: Campaign, how: 'aloud' | 'quietly') =>
      doing(() => handInKept(campaign), how),
    erase: () => {
      keeping.erase(id);
      void forgetOffline(id);
      latest.current = { kept: {}, where: 'tab' };
      setHere(latest.current);
      setLink({});
      setProblem(null);
      setIsErased(true);
    },
    nextPerson: () => setIsErased(false),
  };
}

/** From the token to the receipt; nothing once nobody can answer any more. */
function offlineOf({ token, sealed, receipt }: Kept, campaign: Campaign | null) {
  if (campaign === null) return 'nothing';
  const isOver = campaign.stage !== 'pickup' && campaign.stage !== 'open';
  if (isOver || receipt !== undefined) return 'forget';
  return token === undefined && sealed === undefined ? 'nothing' : 'keep';
}

const withoutContents: Partial<Kept> = {
  seed: undefined,
  request: undefined,
  token: undefined,
  profile: undefined,
  given: undefined,
};

function onlyReceipt(kept: Kept, receipt: string): Partial<Kept> {
  const gone = Object.fromEntries(Object.keys(kept).map((name) => [name, undefined]));
  const { mark, isTyped, language, hash32 } = kept;
  return { ...gone, mark, isTyped, language, hash32, receipt };
}

function fromLink({ code, hash32 }: Link): Kept {
  return code === undefined ? {} : { code, hash32, mark: markOf(code) };
}

/** What is kept here goes before the link: it may be the only copy. */
function begun({ kept, where }: KeptHere, link: Link): KeptHere {
  if (kept.mark === undefined) return { kept: { ...kept, ...fromLink(link) }, where };
  const isOwn = link.code !== undefined && !isOfAnother(kept, link.code);
  return { kept: isOwn ? { ...kept, hash32: link.hash32 } : kept, where };
}

function isOfAnother({ mark }: Kept, code: string): boolean {
  return mark !== undefined && mark !== markOf(code);
}
