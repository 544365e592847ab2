// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/manifest_signing.tsx
//
// What is signed, read before it is: in words, with its digest computed here, and the check that the key is made of our half.

import { useEffect, useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import type { Manifest } from '#ballots';
import { Facts, Loading, ProblemNote } from '#ui';
import { fullDay, number, t } from '#words';
import {
  areHalvesProved,
  isOurHalf,
  type ReadManifest,
  readManifest,
  refusalOf,
  signManifest,
} from './ceremony.ts';
import { useHalf } from './half_store.ts';
import { OwnHalf, RefusalNote } from './own_half.tsx';
import type { CampaignView, Counter, Holder } from './types.ts';
import { useCounter, useSignManifest } from './use_campaigns.ts';
import { type Refusal, useOwnStep } from './use_own_step.ts';

interface SigningProps {
  view: CampaignView;
  college: Holder;
}

/** Once it is written: a moment passes between the second half shown and the manifest made of both. */
export function ManifestSigning(props: SigningProps) {
  return props.view.manifest_sha256 == null ? <Loading /> : <ServedSigning {...props} />;
}

function ServedSigning({ view, college }: SigningProps) {
  const counter = useCounter(view.id);
  return (
    <Loaded from={counter}>
      {(served) => <Signing key={served.manifest} view={view} college={college} served={served} />}
    </Loaded>
  );
}

function Signing({ view, college, served }: SigningProps & { served: Counter }) {
  const [read, setRead] = useState<ReadManifest | null>(null);
  const [unread, setUnread] = useState<Refusal | null>(null);
  const own = useHalf(view.id, college);
  const sign = useSignManifest(view.id);
  const step = useOwnStep();
  useEffect(() => {
    let isGone = false;
    readManifest(served.manifest).then(
      (found) => !isGone && setRead(found),
      (thrown: unknown) => !isGone && setUnread(refusalOf(thrown)),
    );
    return () => {
      isGone = true;
    };
  }, [served.manifest]);
  if (unread !== null) return <RefusalNote refusal={unread} />;
  if (read === null) return <Loading />;
  const doSign = async (half: string) => {
    if (!(await isOurHalf(half, read.manifest, college)))
      throw Object.assign(new Error(), { name: 'Refused', code: 'half' });
    if (!(await areHalvesProved(view.halves, view.id, read.manifest)))
      throw Object.assign(new Error(), { name: 'Refused', code: 'proof' });
    await sign.mutateAsync({ college, signature: await signManifest(half, read.hash) });
  };
  return (
    <>
      <p className="read">{t('campaigns.sign.lead')}</p>
      <ManifestRead manifest={read.manifest} />
      <div className="stack">
        <p className="label">{t('campaigns.sign.hash')}</p>
        <p className="digest">{read.hash}</p>
        <p className="small soft read">{t('campaigns.sign.hash_hint')}</p>
      </div>
      <OwnHalf
        kept={own.half?.half ?? null}
        action={t('campaigns.sign.go')}
        isBusy={step.isBusy}
        onHalf={(half) => step.run(() => doSign(half))}
      />
      <RefusalNote refusal={step.refusal} />
      <ProblemNote problem={step.problem} />
    </>
  );
}

export function ManifestRead({ manifest }: { manifest: Manifest }) {
  const categories = manifest.categories.map(({ name }) => inLanguage(name)).join(', ');
  return (
    <>
      <Facts
        columns={2}
        isSmall
        items={[
          { label: t('campaigns.field.title'), value: manifest.title },
          { label: t('campaigns.sign.house'), value: manifest.establishment },
          { label: t('campaigns.sign.eligible'), value: number(manifest.eligible) },
          { label: t('campaigns.field.k'), value: number(manifest.k) },
          { label: t('campaigns.day.pickup_on'), value: fullDay(manifest.pickup_on) },
          { label: t('campaigns.day.opens_on'), value: fullDay(manifest.opens_on) },
          { label: t('campaigns.day.closes_on'), value: fullDay(manifest.closes_on) },
          { label: t('campaigns.day.destroy_by'), value: fullDay(manifest.destroy_by) },
          ...(manifest.urn === undefined
            ? []
            : [{ label: t('campaigns.sign.urn'), value: manifest.urn }]),
          {
            label: t('campaigns.cut.places'),
            value: manifest.places.map(({ name }) => name).join(', '),
          },
          {
            label: t('campaigns.cut.categories'),
            value: categories || t('campaigns.cut.no_category'),
          },
        ]}
      />
      <details>
        <summary>{t('campaigns.sign.whole')}</summary>
        <pre className="manifest-text">
          <code>{JSON.stringify(manifest, null, 1)}</code>
        </pre>
      </details>
    </>
  );
}
