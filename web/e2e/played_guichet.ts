// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_guichet.ts
//
// A guichet and an urn as the story of answering needs them: blind signatures are really made, ballots really checked and
// opened. What a network does (a lost reply, none at all) is switched on by the story.

import type { Page, Route } from '@playwright/test';
import { type Ballot, boundOf, nonceOf } from '../ballots/ballot.ts';
import { deviceRandom, unb64 } from '../ballots/bytes.ts';
import { type ExampleCampaign, exampleCampaign } from '../ballots/example_campaign.ts';
import { drawScalar } from '../ballots/group.ts';
import { openingContext, secretOf } from '../ballots/halves.ts';
import { checkManifest, type CheckedManifest } from '../ballots/manifest.ts';
import type { Manifest } from '../ballots/manifest_shape.ts';
import { checkOutside, outsideOfPosted, receiptOfBallot } from '../ballots/opening.ts';
import { opened, opening, unpadded } from '../ballots/sealing.ts';
import { instrument } from './form_instrument.ts';

export const code = '0123456789abcdefghjkmnpqrs';
export const other_code = 'zyxwvtsrqpnmkjhgfedcba9876';

interface Played {
  mode?: Manifest['mode'];
  change?: (manifest: Manifest) => Manifest;
  rsa?: { bits: number; exponent: number };
}

export class PlayedGuichet {
  readonly example: ExampleCampaign;
  stage = 'open';
  hasEnough = true;
  isOffline = false;
  losesNextReply = false;
  /** What came in, to the byte. */
  readonly asked: { code: string; blinded: string }[] = [];
  readonly posted: string[] = [];
  readonly inUrn = new Map<string, Ballot>();
  readonly headers: Record<string, string>[] = [];
  signatures: ExampleCampaign['signatures'];
  private readonly issued = new Map<string, string>();
  private checked: CheckedManifest | undefined;

  constructor(played: Played = {}) {
    this.example = exampleCampaign({ ...played, instrument: JSON.stringify(instrument) });
    this.signatures = this.example.signatures;
  }

  get link(): string {
    return `/q/${this.example.manifest.campaign}#${code}.${this.example.hash.slice(0, 32)}`;
  }

  async play(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      this.headers.push(await route.request().allHeaders());
      if (this.isOffline) return route.abort('internetdisconnected');
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith('/tokens')) return this.answerToken(route);
      if (pathname.endsWith('/ballots')) return this.answerBallot(route);
      if (pathname.endsWith('/receipts'))
        return data(route, { receipts: [...this.inUrn.keys(), ...others].sort() });
      return data(route, this.served());
    });
  }

  /** What both colleges would read of the only ballot in the urn. */
  read(): { profile: unknown; answers: unknown } {
    const [ballot] = this.inUrn.values();
    if (ballot === undefined) throw new Error('the urn is empty');
    const { campaign } = this.example.manifest;
    const text = (envelope: 'profile' | 'answers') => {
      const [point, box] = [unb64(ballot[envelope].point), unb64(ballot[envelope].box)];
      const openings = this.example.halves.map(({ half, college }) =>
        opening(
          secretOf(half),
          point,
          openingContext(campaign, college, envelope),
          drawScalar(deviceRandom),
        ),
      );
      const bound = boundOf(campaign, nonceOf(unb64(ballot.key)), envelope);
      return JSON.parse(unpadded(opened({ point, box }, openings, bound))) as unknown;
    };
    return { profile: text('profile'), answers: text('answers') };
  }

  private served() {
    return {
      manifest: this.example.text,
      signatures: this.signatures,
      instrument: JSON.stringify(instrument),
      stage: this.stage,
      enough: this.hasEnough ? this.example.enough : null,
    };
  }

  private async answerToken(route: Route): Promise<void> {
    const request = route.request().postDataJSON() as { code: string; blinded: string };
    this.asked.push(request);
    if (request.code !== code && request.code !== other_code)
      return refusal(route, 404, 'code.unknown');
    const before = this.issued.get(request.code);
    if (before !== undefined && before !== request.blinded) return refusal(route, 409, 'code.used');
    this.issued.set(request.code, request.blinded);
    if (this.takesLoss()) return route.abort('connectionreset');
    return data(route, { blind_signature: this.example.signBlindly(request.blinded) });
  }

  private async answerBallot(route: Route): Promise<void> {
    const text = route.request().postData() ?? '';
    this.posted.push(text);
    const { enough, ...ballot } = JSON.parse(text) as Ballot & { enough: string };
    if (!this.hasEnough) return refusal(route, 409, 'campaign.too_few');
    if (enough !== this.example.enough) return refusal(route, 422, 'ballot.refused');
    const { text: manifest, signatures } = this.example;
    const { campaign } = this.example.manifest;
    this.checked ??= await checkManifest(manifest, signatures, { campaign });
    try {
      await checkOutside(this.checked, outsideOfPosted(this.checked, ballot));
    } catch {
      return refusal(route, 422, 'ballot.refused');
    }
    const receipt = receiptOfBallot(ballot);
    const before = this.inUrn.get(receipt);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(ballot))
      return refusal(route, 409, 'ballot.other');
    this.inUrn.set(receipt, ballot);
    if (this.takesLoss()) return route.abort('connectionreset');
    return data(route, { receipt });
  }

  private takesLoss(): boolean {
    const loses = this.losesNextReply;
    this.losesNextReply = false;
    return loses;
  }
}

const others = Array.from({ length: 22 }, (_, at) => `${at}`.padStart(2, '0').repeat(32));

function data(route: Route, content: unknown): Promise<void> {
  return route.fulfill({ json: { data: content, abilities: [] } });
}

function refusal(route: Route, status: number, problem: string): Promise<void> {
  return route.fulfill({ status, json: { code: problem, fields: [] } });
}
