// SPDX-License-Identifier: EUPL-1.2
// web/app/shell/broken_screen.tsx
//
// A screen threw, or its code could not be fetched. The shell stays; drafts are kept.

import { Button, PageHead } from '#ui';
import { t } from '#words';

export function BrokenScreen({ reset }: { reset: () => void }) {
  return (
    <>
      <PageHead title={t('nav.broken.title')} lead={t('nav.broken.lead')} />
      <div className="row">
        <Button kind="main" onPress={reset}>
          {t('nav.broken.retry')}
        </Button>
      </div>
    </>
  );
}
