// SPDX-License-Identifier: EUPL-1.2
// web/e2e/fresh_server.ts
//
// The real program on a folder of its own: empty, for stories that begin at the very beginning, or with the
// demonstration, for stories whose deeds nobody else must meet. Needs ETABLI_BINARY; a story without it is skipped.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';

interface OwnServer {
  address: string;
  stop: () => void;
}
export interface FreshServer extends OwnServer {
  /** The one-time link printed at first start. */
  first_link: string;
}

const start_ms_max = 60_000;

export async function freshServer(binary: string): Promise<FreshServer> {
  const { said, stop } = await start(binary, [], /http:\S+\/lien#\S{43}/);
  return { address: new URL(said).origin, first_link: said, stop };
}

/**
 * Each story of the file gets a demonstration of its own: its people are there, and nothing was done in it since it was
 * loaded. The address is known once a story has begun.
 */
export function ownDemonstration(): { readonly address: string } {
  const binary = process.env.ETABLI_BINARY;
  test.skip(binary === undefined, 'ETABLI_BINARY names no program');
  test.setTimeout(180_000);
  let server: OwnServer | undefined;
  test.beforeEach(async () => {
    const listening = /http:\/\/127\.0\.0\.1:\d+(?=\s)/;
    const { said, stop } = await start(binary ?? '', ['--demo'], listening);
    server = { address: said, stop };
  });
  test.afterEach(() => server?.stop());
  return {
    get address() {
      if (server === undefined) throw new Error('no story has begun');
      return server.address;
    },
  };
}

/** Until the program has printed what is waited for. */
async function start(binary: string, options: readonly string[], awaited: RegExp) {
  const folder = mkdtempSync(join(tmpdir(), 'etabli-e2e-'));
  const wanted = ['serve', '--data', folder, '--listen', '127.0.0.1:0', ...options];
  const server = spawn(binary, wanted);
  const stop = () => {
    server.kill();
    // It may still write while it stops.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the server said only: ${text}`));
    }, start_ms_max);
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = awaited.exec(text)?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  return { said, stop };
}
