// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/offline_note.tsx
//
// Says that the network is gone, and that nothing written is lost.

import { useSyncExternalStore } from 'react';
import { t } from '#words';

function listen(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

export function OfflineNote() {
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className={isOnline ? undefined : 'offline-note'}>
      {!isOnline && <p>{t('nav.offline')}</p>}
    </div>
  );
}
