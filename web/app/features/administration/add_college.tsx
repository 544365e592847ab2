// SPDX-License-Identifier: EUPL-1.2
// web/app/features/administration/add_college.tsx
//
// A college more; the first time, the two sides of parity at once.

import { useState } from 'react';
import { Button, ProblemNote, Section, Select } from '#ui';
import { findWord, t } from '#words';
import {
  type CollegeKind,
  type EstablishmentBegun,
  useCreateCollege,
} from './use_administration.ts';

const kinds: readonly CollegeKind[] = [
  'direction',
  'staff_representatives',
  'management',
  'medical',
  'professionals',
  'users',
  'facilitator',
];

export function collegeWord(kind: CollegeKind): string {
  return findWord(`people.college.${kind}`) ?? kind;
}

export function AddCollege({ view }: { view: EstablishmentBegun }) {
  const left = kinds.filter((kind) => !view.colleges.some((college) => college.kind === kind));
  const [kind, setKind] = useState<CollegeKind | ''>('');
  const create = useCreateCollege(view.id);
  /** What goes wrong is told by create.error. */
  const make = async (wanted: readonly CollegeKind[]) => {
    for (const each of wanted)
      await create.mutateAsync({ kind: each, name: collegeWord(each) }).catch(() => undefined);
    setKind('');
  };
  if (left.length === 0) return null;
  if (view.colleges.length === 0)
    return (
      <div className="stack">
        <p className="read">{t('administration.step.colleges_why')}</p>
        <ProblemNote problem={create.error} />
        <div>
          <Button
            kind="main"
            isBusy={create.isPending}
            onPress={() => void make(['direction', 'staff_representatives'])}
          >
            {t('administration.college.add_both')}
          </Button>
        </div>
      </div>
    );
  return (
    <Section title={t('administration.college.add')}>
      <form
        className="stack read"
        onSubmit={(event) => {
          event.preventDefault();
          if (kind) void make([kind]);
        }}
      >
        <Select
          label={t('administration.college.kind')}
          options={left.map((value) => ({ value, label: collegeWord(value) }))}
          value={kind}
          onChange={setKind}
          isRequired
        />
        <ProblemNote problem={create.error} />
        <div>
          <Button type="submit" isBusy={create.isPending}>
            {t('administration.college.submit')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
