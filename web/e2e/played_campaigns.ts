// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_campaigns.ts
//
// The API of campaigns as played for their stories: one campaign that keeps what it is told, and a second college that answers at
// once, with a half of its own. What the browser signs and opens is really checked.

import type { Page, Route } from '@playwright/test';
import { b64, sha256Hex } from '../ballots/bytes.ts';
import type { CampaignView, Holder } from '../app/features/campaigns/types.ts';
import { draft, forecastOf, house, id, instrument_title } from './campaign_example.ts';
import { itemResults, maskOf, placeResults, results } from './results_example.ts';
import type { PlayedKeys } from './played_keys.ts';
import { playApi } from './played_api.ts';

export interface PlayedGuichet {
  view: CampaignView;
  abilities: string[];
  /** What was posted, by the last part of its path. */
  told: Record<string, unknown>;
  keys?: PlayedKeys;
  /** The list holds nothing. */
  isEmpty?: boolean;
  /** Answers this to the campaign itself. */
  problem?: { status: number; code: string };
}

export function played(part: Partial<CampaignView>, abilities: string[]): PlayedGuichet {
  return { view: { ...draft, troubles: [], ...part }, abilities, told: {} };
}

const account = {
  id: '01hclaire00000000000000000',
  name: 'Claire Vasseur',
  locale: 'fr',
  mandates: [
    { id: '01hmandate', college: 'direction', place_id: house.id, place_name: house.name },
  ],
};

const instrument = {
  id: draft.instrument_id,
  shipped: false,
  establishment_id: house.id,
  establishment_name: house.name,
  title: instrument_title,
  items: 25,
  minutes: 5,
  validation: 'not_validated',
  licence: 'CC0-1.0',
  holds_together: true,
  fixed: 2,
};

export async function playCampaigns(page: Page, campaign: PlayedGuichet): Promise<void> {
  await playApi(page);
  const reply = (route: Route, data: unknown, abilities: readonly string[] = []) =>
    route.fulfill({ json: { data, abilities } });
  const shown = (route: Route) => reply(route, campaign.view, campaign.abilities);
  const at = (path: string, answer: (route: Route) => Promise<unknown>) =>
    page.route((url) => url.pathname === path, answer);
  const one = `/api/campaigns/${id}`;

  await at('/api/session', (route) =>
    reply(route, { account, demo_people: [], today: '2026-11-22', place_name: house.name }),
  );
  await at('/api/instruments', (route) => reply(route, { items: [instrument] }));
  await at(`/api/instruments/${instrument.id}`, (route) =>
    reply(route, {
      line: instrument,
      versions: [
        { number: 1, fixed_on: '2026-10-02' },
        { number: 2, fixed_on: '2026-11-10' },
      ],
    }),
  );
  await at('/api/campaigns', (route) => {
    if (route.request().method() === 'POST') {
      Object.assign(campaign.view, route.request().postDataJSON());
      return shown(route);
    }
    return reply(route, { items: campaign.isEmpty ? [] : [campaign.view] }, ['compose']);
  });
  await at(one, (route) => {
    if (campaign.problem)
      return route.fulfill({
        status: campaign.problem.status,
        json: { code: campaign.problem.code },
      });
    if (route.request().method() === 'PUT') {
      const written = route.request().postDataJSON();
      const troubles = written.cut.places
        .filter((place: { parent: string | null }) => place.parent !== null)
        .some((place: { headcount: number }) => place.headcount < written.k)
        ? draft.troubles
        : [];
      Object.assign(campaign.view, written, { troubles, version: campaign.view.version + 1 });
    }
    return shown(route);
  });
  await at(`${one}/forecast`, (route) => {
    const share = Number(new URL(route.request().url()).searchParams.get('share'));
    return reply(route, forecastOf(campaign.view.cut, campaign.view.k, share));
  });
  await playSteps(page, campaign, shown, reply);
  await playResults(page, reply);
}

type Reply = (route: Route, data: unknown) => Promise<void>;

async function playSteps(
  page: Page,
  campaign: PlayedGuichet,
  shown: (route: Route) => Promise<void>,
  reply: Reply,
): Promise<void> {
  const { keys, view, told } = campaign;
  /** The other college does the same, a moment later. */
  const both = (part: Partial<CampaignView['halves'][number]>) => {
    view.halves = view.halves.map((half) => ({ ...half, ...part }));
  };
  const mine = (college: Holder, part: Partial<CampaignView['halves'][number]>) => {
    view.halves = view.halves.map((half) =>
      half.college === college ? { ...half, ...part } : half,
    );
  };
  const steps: Record<string, (body: Record<string, string>) => void> = {
    gate: () => Object.assign(view, { stage: 'asked', gate_id: 'gate-1' }),
    commitments: (body) => {
      both({ committed: true });
      mine('direction', { commitment: body.commitment ?? null });
      if (keys) mine('staff_representatives', { commitment: keys.other(view.id).commitment });
    },
    reveals: (body) => {
      keys?.reveal(body.public_half ?? '', body.signing_key ?? '');
      both({ revealed: true });
      const { public_half = null, signing_key = null, proof = null } = body;
      mine('direction', { public_half, signing_key, proof });
      if (keys) mine('staff_representatives', keys.other(view.id));
      view.manifest_sha256 = keys?.hash() ?? null;
    },
    manifest_signatures: (body) => {
      keys?.sign(body.signature ?? '');
      both({ manifest_signed: true });
    },
    rehearsals: (body) => {
      keys?.openTrial(body.opening ?? '');
      const way = body.way === 'device' ? 'rehearsed_device' : 'rehearsed_sheets';
      both({ [way]: true });
      if (view.halves.every((half) => half.rehearsed_device && half.rehearsed_sheets))
        view.stage = 'ready';
    },
    openings: (body) => mine(body.college as Holder, { [`${body.envelope}_opened`]: true }),
    mask_signatures: (body) => mine(body.college as Holder, { mask_signed: true }),
    refusals: (body) =>
      mine(body.college as Holder, { refused_on: '2026-12-22', refusal: body.reason ?? '' }),
  };
  for (const [name, done] of Object.entries(steps))
    await page.route(`**/api/campaigns/*/${name}`, (route) => {
      const body = route.request().postDataJSON();
      told[name] = body;
      done(body);
      return shown(route);
    });
  await page.route('**/api/campaigns/*/codes', (route) => {
    const { count } = route.request().postDataJSON();
    view.codes_drawn += count;
    const codes = Array.from({ length: count }, (_, at) =>
      b64(Buffer.from(sha256Hex(`code ${at}`), 'hex'))
        .replace(/[^A-Z0-9]/gi, 'X')
        .toUpperCase()
        .slice(0, 26),
    );
    return reply(route, { codes, manifest_sha256: view.manifest_sha256 ?? '' });
  });
  await page.route('**/api/campaigns/*/trial', (route) => reply(route, keys?.trial()));
  await page.route('**/api/campaigns/*/ballots', (route) => reply(route, keys?.ballots()));
  await page.route('**/api/guichet/*', (route) => reply(route, keys?.counter(view.stage)));
  await page.route('**/api/campaigns/*/mask', (route) => reply(route, maskOf(sha256Hex)));
}

async function playResults(page: Page, reply: Reply): Promise<void> {
  await page.route('**/api/campaigns/*/results', (route) => reply(route, results));
  await page.route('**/api/campaigns/*/results/places/*', (route) => {
    const url = new URL(route.request().url());
    return reply(
      route,
      placeResults(url.pathname.split('/').at(-1) ?? '', url.searchParams.get('category')),
    );
  });
  await page.route('**/api/campaigns/*/results/items/*', (route) =>
    reply(route, itemResults(new URL(route.request().url()).pathname.split('/').at(-1) ?? '')),
  );
}
