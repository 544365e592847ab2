// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/cut_people.tsx
//
// How many people could answer, by smallest place and occupation. Where they are fewer than k, the occupation is not asked there,
// and the table says so beside the number.

import { inLanguage } from '#app/pack_text.ts';
import { type Column, DataTable } from '#ui';
import { number, t } from '#words';
import { count, headcountOf, inTreeOrder, isAsked, isSmallest } from './cut.ts';
import type { CutProps } from './cut_part.tsx';
import { NumberInput } from './number_input.tsx';
import type { CutPlace } from './types.ts';

const headcount_max = 100_000;

export function CutPeopleTable({ cut, k, onChange }: CutProps) {
  const rows = inTreeOrder(cut)
    .map(({ place }) => place)
    .filter((place) => isSmallest(cut, place.code));
  const groups: readonly (string | null)[] =
    cut.categories.length === 0 ? [null] : cut.categories.map(({ code }) => code);
  const nameOf = (code: string | null) => {
    const category = cut.categories.find((each) => each.code === code);
    if (category === undefined) return t('campaigns.cut.headcount');
    return inLanguage(category.name) || t('campaigns.cut.unnamed');
  };
  const columns: Column<CutPlace>[] = [
    {
      id: 'place',
      label: t('campaigns.cut.place'),
      isRowHeader: true,
      cell: (place) => place.name,
    },
    ...groups.map((group) => ({
      id: group ?? 'all',
      label: nameOf(group),
      cell: (place: CutPlace) => (
        <HeadcountCell
          label={t('campaigns.cut.headcount_of', { place: place.name, category: nameOf(group) })}
          value={headcountOf(cut, place.code, group)}
          isAsked={group === null || isAsked(cut, k, place.code, group)}
          onChange={(headcount) =>
            onChange(
              count(cut, place.code, group, headcount),
              `headcount ${place.code} ${group ?? ''}`,
            )
          }
        />
      ),
    })),
    {
      id: 'total',
      label: t('campaigns.cut.total'),
      isNumber: true,
      cell: (place) => number(place.headcount),
    },
  ];
  return (
    <div className="stack">
      <h3>{t('campaigns.cut.people')}</h3>
      <p className="small soft read">{t('campaigns.cut.people_lead')}</p>
      <DataTable
        caption={t('campaigns.cut.people')}
        isCaptionHidden
        isStacked="short"
        columns={columns}
        rows={rows}
        rowId={(place) => place.code}
      />
      <p className="small soft read">{t('campaigns.cut.not_asked_why', { k })}</p>
    </div>
  );
}

interface HeadcountCellProps {
  label: string;
  value: number;
  isAsked: boolean;
  onChange: (value: number) => void;
}

function HeadcountCell({ label, value, isAsked: asked, onChange }: HeadcountCellProps) {
  return (
    <div className="headcount-cell">
      <NumberInput
        label={label}
        isLabelHidden
        value={value}
        min={0}
        max={headcount_max}
        onChange={onChange}
      />
      {!asked && <span className="hint">{t('campaigns.cut.not_asked')}</span>}
    </div>
  );
}
