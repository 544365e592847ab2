// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/cut_categories.tsx
//
// Occupations, named broadly: as few as say something. Two may be told as one; without any, only places are asked.

import { useState } from 'react';
import { Button, Choice, Opened, Select, TextField } from '#ui';
import { t } from '#words';
import { addCategory, mergeCategory, nameCategory } from './cut.ts';
import type { CutProps } from './cut_part.tsx';
import type { CutCategory } from './types.ts';

const name_max = 60;
const languages = ['fr', 'en'] as const;

export function CutCategories({ cut, k, onChange }: CutProps) {
  const total = (code: string) =>
    cut.people
      .filter((line) => line.category === code)
      .reduce((sum, line) => sum + line.headcount, 0);
  return (
    <div className="stack">
      <h3>{t('campaigns.cut.categories')}</h3>
      <p className="small soft read">{t('campaigns.cut.categories_lead')}</p>
      {cut.categories.length === 0 && <p>{t('campaigns.cut.no_category')}</p>}
      <ul className="cut-categories">
        {cut.categories.map((category) => (
          <CategoryLine
            key={category.code}
            category={category}
            others={cut.categories.filter(({ code }) => code !== category.code)}
            isSmall={total(category.code) < k}
            k={k}
            onName={(name) =>
              onChange(nameCategory(cut, category.code, name), `category ${category.code}`)
            }
            onMerge={(into) => onChange(mergeCategory(cut, category.code, into))}
          />
        ))}
      </ul>
      <p>
        <Button icon="plus" onPress={() => onChange(addCategory(cut))}>
          {t('campaigns.cut.add_category')}
        </Button>
      </p>
    </div>
  );
}

interface CategoryLineProps {
  category: CutCategory;
  others: readonly CutCategory[];
  isSmall: boolean;
  k: number;
  onName: (name: CutCategory['name']) => void;
  onMerge: (into: string | null) => void;
}

function CategoryLine({ category, others, isSmall, k, onName, onMerge }: CategoryLineProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className="stack">
      <div className="cut-category">
        {languages.map((language) => (
          <TextField
            key={language}
            label={t(`campaigns.cut.category_${language}`)}
            lang={language}
            length_max={name_max}
            value={category.name[language]}
            onChange={(text) => onName({ ...category.name, [language]: text })}
          />
        ))}
        {!isOpen && (
          <Button
            kind="quiet"
            onPress={() => (others.length === 0 ? onMerge(null) : setIsOpen(true))}
          >
            {t(
              others.length === 0 ? 'campaigns.cut.last_category' : 'campaigns.cut.merge_category',
            )}
          </Button>
        )}
      </div>
      {isSmall && <p className="cut-small">{t('campaigns.cut.category_under', { k })}</p>}
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <MergeInto others={others} onMerge={onMerge} onClose={() => setIsOpen(false)} />
        </Opened>
      )}
    </li>
  );
}

interface MergeIntoProps {
  others: readonly CutCategory[];
  onMerge: (into: string) => void;
  onClose: () => void;
}

function MergeInto({ others, onMerge, onClose }: MergeIntoProps) {
  const [into, setInto] = useState(others[0]?.code ?? '');
  const options = others.map(({ code, name }) => ({ value: code, label: name.fr || code }));
  const label = t('campaigns.cut.category_into');
  return (
    <div className="stack read">
      {options.length > 4 ? (
        <Select label={label} options={options} value={into} onChange={setInto} />
      ) : (
        <Choice label={label} options={options} value={into} onChange={setInto} />
      )}
      <div className="row">
        <Button kind="main" isDisabled={into === ''} onPress={() => onMerge(into)}>
          {t('campaigns.cut.merge')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </div>
  );
}
