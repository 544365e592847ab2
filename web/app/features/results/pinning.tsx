// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/pinning.tsx
//
// Results put beside a shared diagnosis, where each college writes how it reads them.

import { Loaded } from '#app/api/loaded.tsx';
import { useRead, useWrite } from '#app/api/queries.ts';
import { Button, ProblemNote, Section, StateMark, TextLink } from '#ui';
import { t } from '#words';
import { useDiagnoses } from '../diagnosis/use_diagnoses.ts';
import type { SheetView } from '../sheets/parts.ts';

interface PinningProps {
  id: string;
  establishment: string;
}

export function Pinning({ id, establishment }: PinningProps) {
  const diagnoses = useDiagnoses();
  return (
    <Section title={t('results.pin.title')}>
      <p>{t('results.pin.lead')}</p>
      <Loaded from={diagnoses}>
        {({ items }) => (
          <ul className="lines">
            {items
              .filter((item) => item.establishment_id === establishment)
              .map((item) => (
                <Diagnosis key={item.id} campaign={id} id={item.id} title={item.title} />
              ))}
          </ul>
        )}
      </Loaded>
      <p>
        <TextLink href="/comprendre/diagnostic">{t('results.restitution.diagnosis')}</TextLink>
      </p>
    </Section>
  );
}

function Diagnosis({ campaign, id, title }: { campaign: string; id: string; title: string }) {
  const path = `/api/sheets/${id}`;
  const sheet = useRead<SheetView>(path);
  const pin = useWrite<SheetView, { kind: 'campaign'; object_id: string }>(
    'POST',
    `${path}/sources`,
    { changes: [path] },
  );
  return (
    <li className="stack">
      <TextLink href={`/comprendre/diagnostic/${id}`}>{title}</TextLink>
      <Loaded from={sheet}>
        {(view, can) =>
          view.sources.some((source) => source.object_id === campaign) ? (
            <StateMark state="done">{t('results.pin.done')}</StateMark>
          ) : (
            can('write') && (
              <p>
                <Button
                  isBusy={pin.isPending}
                  onPress={() => pin.mutate({ kind: 'campaign', object_id: campaign })}
                >
                  {t('results.pin.go')}
                </Button>
              </p>
            )
          )
        }
      </Loaded>
      <ProblemNote problem={pin.error} />
    </li>
  );
}
