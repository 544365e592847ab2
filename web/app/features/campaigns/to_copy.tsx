// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/to_copy.tsx
//
// A text to take elsewhere: a message, an address.

import { useState } from 'react';
import { Button } from '#ui';
import { t } from '#words';

export function ToCopy({ name, hint, text }: { name: string; hint?: string; text: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard?.writeText(text).then(() => setIsCopied(true));
  };
  return (
    <div className="stack">
      <h3>{name}</h3>
      {hint && <p className="small soft">{hint}</p>}
      <p className="to-copy">{text}</p>
      <p className="row">
        <Button aria-label={t('campaigns.reach.copy_of', { name })} onPress={copy}>
          {t('campaigns.reach.copy')}
        </Button>
        <span className="small soft" role="status">
          {isCopied && t('campaigns.reach.copied')}
        </span>
      </p>
    </div>
  );
}
