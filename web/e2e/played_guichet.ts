// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_guichet.ts
//
// A guichet and an urn as the story of answering needs them: blind signatures are really made, ballots really checked and
// opened. What a network does (a lost reply, none at all) is switched on by the story.

import type { Page } from '@playwright/test';
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
  /** Until it is told otherwise: a browser may ask again by itself where a connection was cut. */
  losesReplies = false;
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

  /** As before anybody came. */
  forget(): void {
    this.issued.clear();
    this.inUrn.clear();
  }

  get link(): string {
    return `/q/${this.example.manifest.campaign}#${code}.${this.example.hash.slice(0, 32)}`;
  }

  async play(page: Page): Promise<void> {
    await page.route('**/api/**', async (route) => {
      this.headers.push(await route.request().allHeaders());
      if (this.isOffline) return route.abort('internetdisconnected');
      const reply = await this.reply(route.request().url(), route.request().postData() ?? '');
      if (reply === 'lost') return route.abort('connectionreset');
      return route.fulfill(reply);
    });
  }

  /** Whoever carries it: a story's own route, or a server (page_server.ts). */
  async reply(url: string, body: string): Promise<Reply> {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    if (pathname.endsWith('/tokens')) return this.answerToken(body);
    if (pathname.endsWith('/ballots')) return this.answerBallot(body);
    if (pathname.endsWith('/receipts'))
      return data({ receipts: [...this.inUrn.keys(), ...others].sort() });
    return data(this.served());
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

  private answerToken(body: string): Reply {
    const request = JSON.parse(body) as { code: string; blinded: string };
    this.asked.push(request);
    if (request.code !== code && request.code !== other_code) return refusal(404, 'code.unknown');
    const before = this.issued.get(request.code);
    if (before !== undefined && before !== request.blinded) return refusal(409, 'code.used');
    this.issued.set(request.code, request.blinded);
    if (this.takesLoss()) return 'lost';
    return data({ blind_signature: this.example.signBlindly(request.blinded) });
  }

  private async answerBallot(text: string): Promise<Reply> {
    this.posted.push(text);
    const { enough, ...ballot } = JSON.parse(text) as Ballot & { enough: string };
    if (!this.hasEnough) return refusal(409, 'campaign.too_few');
    if (enough !== this.example.enough) return refusal(422, 'ballot.refused');
    const { text: manifest, signatures } = this.example;
    const { campaign } = this.example.manifest;
    this.checked ??= await checkManifest(manifest, signatures, { campaign });
    try {
      await checkOutside(this.checked, outsideOfPosted(this.checked, ballot));
    } catch {
      return refusal(422, 'ballot.refused');
    }
    const receipt = receiptOfBallot(ballot);
    const before = this.inUrn.get(receipt);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(ballot))
      return refusal(409, 'ballot.other');
    this.inUrn.set(receipt, ballot);
    if (this.takesLoss()) return 'lost';
    return data({ receipt });
  }

  private takesLoss(): boolean {
    const loses = this.losesNextReply || this.losesReplies;
    this.losesNextReply = false;
    return loses;
  }
}

const others = Array.from({ length: 22 }, (_, at) => `${at}`.padStart(2, '0').repeat(32));

/** Of a network: an answer, or nothing although it arrived. */
export type Reply = { status: number; json: unknown } | 'lost';

function data(content: unknown): Reply {
  return { status: 200, json: { data: content, abilities: [] } };
}

function refusal(status: number, problem: string): Reply {
  return { status, json: { code: problem, fields: [] } };
}
