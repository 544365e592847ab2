// SPDX-License-Identifier: EUPL-1.2
// web/app/api/client.ts
//
// The one place that speaks HTTP. The session is a SameSite cookie and the server checks Origin, so
// nothing is added to a request. Whatever goes wrong is thrown as a Problem.

import { Problem } from './problem.ts';

/** What every GET answers; `abilities` are all a page knows of rights. */
export interface Reply<Data> {
  data: Data;
  abilities: readonly string[];
}

export interface List<Item> {
  items: readonly Item[];
}

export type Search = Record<string, string | number | boolean | undefined>;

/** A hospital's network at night is slow, not endless. */
const wait_ms_max = 30_000;

export function pathWith(path: string, search?: Search): string {
  const pairs = Object.entries(search ?? {}).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

export function read<Data>(path: string, search?: Search): Promise<Reply<Data>> {
  return send('GET', pathWith(path, search)) as Promise<Reply<Data>>;
}

export type WriteMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export function write<Data>(
  method: WriteMethod,
  path: string,
  body?: unknown,
): Promise<Reply<Data>> {
  return send(method, path, body) as Promise<Reply<Data>>;
}

async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetchOrProblem(path, {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(wait_ms_max),
  });
  const content = await readJson(response);
  if (!response.ok) throw toProblem(response.status, content);
  return content ?? { data: null, abilities: [] };
}

async function fetchOrProblem(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, options);
  } catch (thrown) {
    const isTimeout = thrown instanceof DOMException && thrown.name === 'TimeoutError';
    throw new Problem({ code: isTimeout ? 'network.timeout' : 'network.offline', status: 0 });
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return null;
  return response.json().catch(() => null);
}

const codeOfStatus: Record<number, string> = {
  401: 'session.required',
  403: 'right.missing',
  404: 'not_found',
  413: 'request.too_large',
  429: 'limit.reached',
  503: 'server.busy',
};

function toProblem(status: number, content: unknown): Problem {
  const said = (content ?? {}) as Partial<Pick<Problem, 'code' | 'errors' | 'current'>>;
  const code = said.code ?? codeOfStatus[status] ?? (status >= 500 ? 'server.other' : 'unknown');
  return new Problem({ code, status, errors: said.errors, current: said.current });
}
