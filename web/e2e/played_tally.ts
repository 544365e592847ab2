// SPDX-License-Identifier: EUPL-1.2
// web/e2e/played_tally.ts
//
// The server of a figure that a team counts, as its stories need it: it adds each id once, refuses what it is told to, and loses
// its reply or its network when a story says so.

import type { Page } from '@playwright/test';
import { exampleView } from '../respond/tally/example_view.ts';
import type { Entry, TallyView } from '../respond/tally/view.ts';
import type { Reply } from './played_guichet.ts';

export const token = '7f3k9m2p5r8t1v4x6z0bcdfghj';
export const home = `/c/${token}`;

export class PlayedTally {
  view: TallyView;
  isOffline = false;
  losesNextReply = false;
  isLinkValid = true;
  /** By the day of an entry: what is said of it. */
  readonly problems = new Map<string, string>();
  /** Each time something came in, as it came. */
  readonly posted: Entry[][] = [];
  /** What was added, by its id. */
  readonly added = new Map<string, Entry>();
  readonly headers: Record<string, string>[] = [];

  constructor(change: Partial<TallyView> = {}) {
    this.view = exampleView(change);
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

  /** Without the ids, which nobody knows before. */
  figures(): Omit<Entry, 'id'>[] {
    return [...this.added.values()].map(({ counted_on, numerator, base }) => ({
      ...{ counted_on, numerator, base },
    }));
  }

  reply(_path: string, body: string): Promise<Reply> {
    if (!this.isLinkValid)
      return Promise.resolve({ status: 404, json: { code: 'tally.link_not_valid', fields: [] } });
    if (body === '') return Promise.resolve(data(this.view));
    const { entries } = JSON.parse(body) as { entries: Entry[] };
    this.posted.push(entries);
    const [taken, refused]: [string[], { id: string; problem: string }[]] = [[], []];
    for (const entry of entries) {
      const problem = this.problems.get(entry.counted_on);
      if (problem !== undefined && !this.added.has(entry.id))
        refused.push({ id: entry.id, problem });
      else {
        this.added.set(entry.id, entry);
        taken.push(entry.id);
      }
    }
    if (this.losesNextReply) {
      this.losesNextReply = false;
      return Promise.resolve('lost');
    }
    return Promise.resolve(data({ taken, refused }));
  }
}

function data(content: unknown): Reply {
  return { status: 200, json: { data: content, abilities: [] } };
}
