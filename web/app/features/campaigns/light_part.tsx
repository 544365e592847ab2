// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/light_part.tsx
//
// A light campaign shows the whole house and nothing smaller: how many could answer is all it needs to know.

import { Button, Section } from '#ui';
import { number, t } from '#words';
import { count, flatten, isSmallest } from './cut.ts';
import { NumberInput } from './number_input.tsx';
import type { Keeping } from './use_keeping.ts';

const headcount_max = 100_000;

export function LightPart({ keeping }: { keeping: Keeping }) {
  const { value, change } = keeping;
  const house = value.cut.places[0];
  if (house === undefined) return null;
  const isWhole = isSmallest(value.cut, house.code) && value.cut.categories.length === 0;
  const whole = () => {
    const flat = flatten(value.cut, house.code);
    const people = [{ place: house.code, category: null, headcount: house.headcount }];
    change({ cut: { ...flat, categories: [], people } });
  };
  return (
    <Section title={t('campaigns.part.light')}>
      <div className="stack read">
        <p>{t('campaigns.light.lead')}</p>
        {isWhole ? (
          <NumberInput
            label={t('campaigns.light.headcount')}
            value={house.headcount}
            min={1}
            max={headcount_max}
            onChange={(headcount) =>
              change({ cut: count(value.cut, house.code, null, headcount) }, 'headcount')
            }
          />
        ) : (
          <>
            <p>{t('campaigns.light.counted', { shown: number(house.headcount) })}</p>
            <p>
              <Button onPress={whole}>{t('campaigns.light.whole')}</Button>
            </p>
          </>
        )}
      </div>
    </Section>
  );
}
