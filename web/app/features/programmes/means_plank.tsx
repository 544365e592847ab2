// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/means_plank.tsx
//
// The means, always on the table: what, how much, replaced or not, money, until when. « aucun » is an answer.

import { Plank } from '#ui';
import { fullDay, number, t } from '#words';
import type { FormField } from './draft_form.tsx';
import { EntryList, type EntryWriting } from './entry_list.tsx';
import type { Means, MeansDraft, ProgrammeView } from './use_programmes.ts';

type Name = 'what' | 'how_much' | 'replaced' | 'replaced_text' | 'amount_eur' | 'until_on';

const replacements = ['yes', 'no', 'partly', 'not_applicable'] as const;

export function MeansPlank({ view, mayWrite }: { view: ProgrammeView; mayWrite: boolean }) {
  return (
    <Plank title={<span id="moyens">{t('programmes.means.title')}</span>}>
      {view.means.length === 0 && <p className="small">{t('programmes.means.empty')}</p>}
      <EntryList
        programmeId={view.programme.id}
        writing={writing()}
        items={view.means}
        mayLead={mayWrite}
        nameOf={({ what }) => what}
        draftOf={draftOf}
        show={(means) => <Line means={means} />}
        add={t('programmes.means.add')}
        removed={t('programmes.means.removed')}
      />
    </Plank>
  );
}

function Line({ means }: { means: Means }) {
  return (
    <div>
      <p className="label">{means.what}</p>
      <p>{means.how_much}</p>
      <p className="soft">{restOf(means)}</p>
    </div>
  );
}

/** « Remplacement : par le pool · 5 400 euros · jusqu’au 30 juin 2027 » */
function restOf(means: Means): string {
  const replaced = means.replaced_text
    ? t('home.means.replaced', { text: means.replaced_text })
    : means.replaced === 'not_applicable'
      ? ''
      : t(`programmes.means.replaced.${means.replaced}`);
  const money =
    means.amount_eur == null
      ? ''
      : means.amount_eur === 0
        ? t('programmes.means.no_money')
        : t('programmes.means.amount_shown', { amount: number(means.amount_eur) });
  const end = means.until_on
    ? t('programmes.means.until_shown', { day: fullDay(means.until_on) })
    : t('programmes.means.no_end');
  return [replaced, money, end].filter(Boolean).join(' · ');
}

function draftOf(means: MeansDraft): MeansDraft {
  const { what, how_much, replaced, replaced_text, amount_eur, until_on } = means;
  return { what, how_much, replaced, replaced_text, amount_eur, until_on };
}

function writing(): EntryWriting<Name, MeansDraft> {
  return {
    kind: 'means',
    fields: fieldsOf(),
    valuesOf: (means) => ({
      what: means?.what ?? '',
      how_much: means?.how_much ?? '',
      replaced: means?.replaced ?? 'not_applicable',
      replaced_text: means?.replaced_text ?? '',
      amount_eur: means?.amount_eur == null ? '' : String(means.amount_eur),
      until_on: means?.until_on ?? '',
    }),
    toDraft: (values) => ({
      what: values.what.trim(),
      how_much: values.how_much.trim() || t('common.means.none'),
      replaced: (values.replaced || 'not_applicable') as MeansDraft['replaced'],
      replaced_text: values.replaced_text.trim(),
      amount_eur: values.amount_eur === '' ? null : Math.round(Number(values.amount_eur)),
      until_on: values.until_on || null,
    }),
  };
}

function fieldsOf(): FormField<Name>[] {
  return [
    {
      name: 'what',
      label: t('programmes.means.what'),
      hint: t('programmes.means.what_hint'),
      kind: 'line',
      isRequired: true,
      length_max: 200,
    },
    {
      name: 'how_much',
      label: t('programmes.means.how_much'),
      hint: t('programmes.means.how_much_hint'),
      kind: 'line',
      length_max: 400,
    },
    {
      name: 'replaced',
      label: t('programmes.means.replaced'),
      kind: 'select',
      options: replacements.map((value) => ({
        value,
        label: t(`programmes.means.replaced.${value}`),
      })),
    },
    {
      name: 'replaced_text',
      label: t('programmes.means.replaced_text'),
      hint: t('programmes.means.replaced_hint'),
      kind: 'line',
      length_max: 400,
    },
    {
      name: 'amount_eur',
      label: t('programmes.means.amount'),
      hint: t('programmes.means.amount_hint'),
      kind: 'number',
    },
    { name: 'until_on', label: t('programmes.means.until'), kind: 'day' },
  ];
}
