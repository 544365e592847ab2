// SPDX-License-Identifier: EUPL-1.2
// web/e2e/fresh_server.ts
//
// The real program on a folder of its own: empty, for stories that begin at the very beginning, or with the
// demonstration, for stories whose deeds nobody else must meet. Needs ETABLI_BINARY; a story without it is skipped.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Its people are there, and nothing was done in it since it was loaded. */
export async function demonstrationServer(binary: string): Promise<OwnServer> {
  const { said, stop } = await start(binary, ['--demo'], /http:\/\/127\.0\.0\.1:\d+(?=\s)/);
  return { address: said, stop };
}

/** Until the program has printed what is waited for. */
async function start(binary: string, options: readonly string[], awaited: RegExp) {
  const folder = mkdtempSync(join(tmpdir(), 'etabli-e2e-'));
  const wanted = ['serve', '--data', folder, '--listen', '127.0.0.1:0', ...options];
  const server = spawn(binary, wanted);
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
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
