// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/pending_screen.tsx
//
// While the code of a screen is being fetched.

import { Loading } from '#ui';

export function PendingScreen() {
  return <Loading />;
}
