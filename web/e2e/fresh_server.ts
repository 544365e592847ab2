// SPDX-License-Identifier: EUPL-1.2
// web/e2e/fresh_server.ts
//
// The real program on an empty folder of its own, for stories that begin at the very beginning. Needs
// ETABLI_BINARY; a story without it is skipped.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FreshServer {
  address: string;
  /** The one-time link printed at first start. */
  first_link: string;
  stop: () => void;
}

const start_ms_max = 60_000;

export async function freshServer(binary: string): Promise<FreshServer> {
  const folder = mkdtempSync(join(tmpdir(), 'etabli-e2e-'));
  const server = spawn(binary, ['serve', '--data', folder, '--listen', '127.0.0.1:0']);
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the server said only: ${text}`));
    }, start_ms_max);
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!/\/lien#\S{43}/.test(text)) return;
      clearTimeout(timer);
      resolve(text);
    });
  });
  const first_link = /http:\S+\/lien#\S{43}/.exec(printed)?.[0] ?? '';
  return { address: new URL(first_link).origin, first_link, stop };
}
