// SPDX-License-Identifier: EUPL-1.2
// web/e2e/form_server.ts
//
// Builds the page of form_fixture.html, or of another fixture, beside what is built for people, and serves it on a free port of this machine
// with the content policy of the real one: no program and no other server is needed.

import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

export interface FormServer {
  address: string;
  stop: () => Promise<void>;
}

export async function formServer(fixture = 'form_fixture'): Promise<FormServer> {
  const folder = mkdtempSync(join(tmpdir(), 'etabli-form-'));
  const root = new URL('..', import.meta.url).pathname;
  const common = { root, logLevel: 'warn' } as const;
  await build({
    ...common,
    build: { outDir: folder, rolldownOptions: { input: `${root}e2e/${fixture}.html` } },
  });
  const server = await preview({
    ...common,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/e2e/${fixture}.html`,
    stop: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
