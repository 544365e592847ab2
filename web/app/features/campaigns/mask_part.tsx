// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/mask_part.tsx
//
// Agreeing on what will be shown, while no answer can be read yet: which places and occupations, how many answered there, what is
// withheld, and what two attackers found. Each college signs; nothing is opened further without both.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import {
  type Column,
  DataTable,
  Notice,
  ProblemNote,
  Section,
  Sheet,
  StateMark,
  withheld,
} from '#ui';
import { findWord, number, t } from '#words';
import { hashOf, signMask } from './ceremony.ts';
import { useHalf } from './half_store.ts';
import { OwnHalf, RefusalNote } from './own_half.tsx';
import { figuresOf } from './report.ts';
import type { CampaignView, Holder, Mask, MaskPlace } from './types.ts';
import { useMask, useSignMask } from './use_campaigns.ts';
import { useOwnStep } from './use_own_step.ts';

export function MaskPart({ view, held }: { view: CampaignView; held: readonly Holder[] }) {
  const mask = useMask(view.id);
  return (
    <Loaded from={mask}>
      {(shown) => (
        <>
          <Section title={t('campaigns.mask.title')}>
            <p className="read">{t('campaigns.mask.lead')}</p>
            <p className="read">
              {t('campaigns.mask.people', {
                people: number(shown.people),
                headcount: number(shown.headcount),
              })}
            </p>
            <MaskTable mask={shown} view={view} />
            <Notice>
              <p className="read">{t('campaigns.mask.withheld')}</p>
            </Notice>
          </Section>
          <Attackers mask={shown} />
          {held.map((college) => (
            <SignMask key={college} view={view} college={college} mask={shown} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function MaskTable({ mask, view }: { mask: Mask; view: CampaignView }) {
  const nameOf = (code: string) =>
    view.cut.places.find((place) => place.code === code)?.name ?? code;
  const cell = (row: MaskPlace, category: string | null) => {
    const found = row.cells.find((each) => (each.category ?? null) === category);
    if (found === undefined) return '';
    return found.open && found.people != null ? number(found.people) : withheld;
  };
  const columns: Column<MaskPlace>[] = [
    {
      id: 'place',
      label: t('campaigns.cut.place'),
      isRowHeader: true,
      cell: (row) => nameOf(row.code),
    },
    { id: 'all', label: t('campaigns.everybody'), isNumber: true, cell: (row) => cell(row, null) },
    ...view.cut.categories.map((category) => ({
      id: category.code,
      label: inLanguage(category.name),
      isNumber: true,
      cell: (row: MaskPlace) => cell(row, category.code),
    })),
  ];
  return (
    <DataTable
      caption={t('campaigns.mask.table')}
      isStacked="short"
      columns={columns}
      rows={mask.places}
      rowId={(row) => row.code}
    />
  );
}

function Attackers({ mask }: { mask: Mask }) {
  const said = figuresOf(mask.report).flatMap(({ key, value }) => {
    const words = findWord(`campaigns.report.${key}`, { count: value, shown: number(value) });
    return words === null ? [] : [{ key, words }];
  });
  return (
    <Section title={t('campaigns.report.title')}>
      <p className="read">{t('campaigns.report.lead')}</p>
      <ul className="bullets read">
        {said.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
      <details>
        <summary>{t('campaigns.report.whole')}</summary>
        <pre className="manifest-text">
          <code>{JSON.stringify(mask.report, null, 1)}</code>
        </pre>
      </details>
    </Section>
  );
}

interface SignMaskProps {
  view: CampaignView;
  college: Holder;
  mask: Mask;
}

function SignMask({ view, college, mask }: SignMaskProps) {
  const half = view.halves.find((each) => each.college === college);
  const own = useHalf(view.id, college);
  const sign = useSignMask(view.id);
  const step = useOwnStep();
  if (half === undefined) return null;
  const title = t('campaigns.mask.sign_title', { college: half.college_name });
  if (half.mask_signed)
    return (
      <Sheet title={title}>
        <StateMark state="done">{t('campaigns.mask.signed')}</StateMark>
        <p className="read">{t('campaigns.opening.other_awaited')}</p>
      </Sheet>
    );
  const doSign = async (secret: string) => {
    // What is signed is the text that was read, and not a digest somebody says.
    const sha256 = await hashOf(mask.text);
    if (sha256 !== mask.sha256) throw Object.assign(new Error(), { name: 'Refused', code: 'hash' });
    const signature = await signMask(secret, view.id, mask.text);
    await sign.mutateAsync({ college, sha256, signature });
  };
  return (
    <Sheet title={title}>
      <p className="read">{t('campaigns.mask.sign_lead')}</p>
      <p className="label">{t('campaigns.sign.hash')}</p>
      <p className="digest">{mask.sha256}</p>
      <OwnHalf
        kept={own.half?.half ?? null}
        action={t('campaigns.mask.sign')}
        isBusy={step.isBusy}
        onHalf={(secret) => step.run(() => doSign(secret))}
      />
      <RefusalNote refusal={step.refusal} />
      <ProblemNote problem={step.problem} />
    </Sheet>
  );
}
