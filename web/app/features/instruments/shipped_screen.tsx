// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/shipped_screen.tsx
//
// A questionnaire that ships: read, tried on a phone, begun from.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { LinkButton, PageHead } from '#ui';
import { t } from '#words';
import './instruments.css';
import { LineFacts, titleOf } from './list_screen.tsx';
import { TriedOnAPhone } from './preview.tsx';
import { InstrumentRead } from './read.tsx';
import { useShipped } from './use_instruments.ts';

export function ShippedScreen() {
  const { pack } = useParams({ from: '/ecouter/questionnaires/livres/$pack' });
  const shipped = useShipped(pack);
  return (
    <Loaded from={shipped}>
      {(view) => (
        <>
          <PageHead
            room="listen"
            where={t('instruments.shipped')}
            title={titleOf(view.line)}
            facts={<LineFacts line={view.line} />}
            actions={
              <LinkButton
                href={`/ecouter/questionnaires/nouveau?from=${pack}`}
                kind="main"
                icon="plus"
              >
                {t('instruments.begin_from')}
              </LinkButton>
            }
          />
          <TriedOnAPhone instrument={view.content} />
          <InstrumentRead instrument={view.content} />
        </>
      )}
    </Loaded>
  );
}
