// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/use_account.ts
//
// GET and PUT /api/account, its password, its sessions.

import { useRead, useWrite } from '#app/api/queries.ts';
import type { components } from '#app/api/schema.ts';

export type AccountView = components['schemas']['AccountView'];
type EditAccount = components['schemas']['EditAccount'];
type NewPassword = components['schemas']['NewPassword'];

const changes = ['/api/account', '/api/session'];

export function useAccount(isEnabled: boolean) {
  return useRead<AccountView>('/api/account', { isEnabled });
}

export function useEditAccount() {
  return useWrite<AccountView, EditAccount>('PUT', '/api/account', { changes });
}

export function useChoosePassword(onDone: () => void) {
  return useWrite<unknown, NewPassword>('PUT', '/api/session/password', { changes, onDone });
}

/** `id` empty: all the others. */
export function useEndSession(id: string) {
  return useWrite<AccountView, void>('DELETE', `/api/account/sessions${id && `/${id}`}`, {
    changes,
  });
}
