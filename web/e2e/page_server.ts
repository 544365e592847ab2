// SPDX-License-Identifier: EUPL-1.2
// web/e2e/page_server.ts
//
// The built pages and a played server behind one real address, for stories in which a service worker, and not the page, asks
// the network. Its figures are also what web/tools/first_question.mjs measures.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Reply } from './played_guichet.ts';

const dist = new URL('../dist/', import.meta.url).pathname;
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Played {
  /** Whatever was asked; the body is empty where nothing is sent. */
  reply: (path: string, body: string) => Promise<Reply>;
}

export interface PageServer {
  address: string;
  /** Each request that came in: method and path. */
  asked: readonly string[];
  /** Connections are taken and never answered. */
  isSilent: boolean;
  stop: () => Promise<void>;
}

export async function pageServer(played: Played): Promise<PageServer> {
  const asked: string[] = [];
  const here = { isSilent: false };
  const server = createServer((request, response) => {
    void (async () => {
      if (here.isSilent) return;
      const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
      asked.push(`${request.method ?? ''} ${path}`);
      if (path.startsWith('/api/')) {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        const reply = await played.reply(path, body);
        if (reply === 'lost') {
          // It begins and breaks off: a browser would send again by itself what was not answered at all.
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 99 });
          response.write('{');
          return setTimeout(() => response.destroy(), 50);
        }
        response.writeHead(reply.status, { 'Content-Type': 'application/json' });
        return response.end(JSON.stringify(reply.json));
      }
      const isPage = /^\/[cq]\//.test(path) && extname(path) === '';
      const file = dist + (isPage ? 'respond.html' : path.slice(1));
      const bytes = await readFile(file).catch(() => null);
      if (bytes === null) {
        response.writeHead(404);
        return response.end();
      }
      const gzip = await readFile(`${file}.gz`).catch(() => null);
      response.writeHead(200, {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; object-src 'none'",
        'Cache-Control': path.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
        ...(gzip && { 'Content-Encoding': 'gzip' }),
      });
      return response.end(gzip ?? bytes);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(here, {
    address: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
