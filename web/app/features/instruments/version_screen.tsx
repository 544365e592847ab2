// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/version_screen.tsx
//
// A version that was fixed, as it stays.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { PageHead, TextLink } from '#ui';
import { t } from '#words';
import './instruments.css';
import { titleOf } from './list_screen.tsx';
import { TriedOnAPhone } from './preview.tsx';
import { InstrumentRead } from './read.tsx';
import { useVersion } from './use_instruments.ts';

export function VersionScreen() {
  const { id, number } = useParams({ from: '/ecouter/questionnaires/$id/versions/$number' });
  const version = useVersion(id, number);
  return (
    <Loaded from={version}>
      {(view) => (
        <>
          <PageHead
            room="listen"
            where={t('instruments.state.fixed', { number: Number(number) })}
            title={titleOf(view.line)}
            lead={t('instruments.version_lead')}
            facts={
              <TextLink href={`/ecouter/questionnaires/${id}`}>
                {t('instruments.to_current')}
              </TextLink>
            }
          />
          <TriedOnAPhone instrument={view.content} />
          <InstrumentRead instrument={view.content} />
        </>
      )}
    </Loaded>
  );
}
