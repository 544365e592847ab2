// SPDX-License-Identifier: EUPL-1.2
// web/respond/api.ts
//
// Speaks to the server without a cookie, whoever is signed in on this computer: a phone is known by the secret
// it was given for one discussion, kept in this tab alone.

import type { components } from '../app/api/schema.ts';

export type PhoneView = components['schemas']['PhoneView'];
export type FollowView = components['schemas']['FollowView'];
export type NewsView = components['schemas']['NewsPage'];

/** A hospital's network at night is slow, not endless. */
const wait_ms_max = 20_000;

export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    /** Of the first field that was wrong, where one was. */
    readonly field: string | null = null,
  ) {
    super(code);
  }
  /** The network or the server failed: worth sending again, the same words under the same key. */
  get isPassing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }
}

/** Asked for while the code that reads it is still on its way: on a slow network one wait less. */
const early = new Map<string, Promise<Response>>();

export function askEarly(path: string): void {
  const asked = send('GET', path, null, undefined);
  early.set(path, asked);
  // Told to whoever asks for it.
  asked.catch(() => {});
}

export async function ask<Data>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { secret, body, text }: { secret?: string | null; body?: unknown; text?: string } = {},
): Promise<Data> {
  // What is already written is sent to the byte.
  const written = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const asked = early.get(path);
  early.delete(path);
  const response = await (asked ?? send(method, path, secret, written));
  const content = await response.json().catch(() => null);
  if (!response.ok)
    throw new Refusal(
      content?.code ?? 'unknown',
      response.status,
      content?.errors?.[0]?.code ?? null,
    );
  // Broken off on its way.
  if (content === null) throw new Refusal('network.offline', 0);
  return content.data as Data;
}

async function send(
  method: string,
  path: string,
  secret: string | null | undefined,
  body: string | undefined,
) {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), wait_ms_max);
  try {
    return await fetch(path, {
      method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {
        Accept: 'application/json',
        ...(secret ? { 'X-Participant': secret } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body,
      signal: giveUp.signal,
    });
  } catch {
    throw new Refusal('network.offline', 0);
  } finally {
    clearTimeout(timer);
  }
}
