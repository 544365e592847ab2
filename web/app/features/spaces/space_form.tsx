// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/space_form.tsx
//
// What a discussion says before anybody enters: subject and day, who facilitates and whether hierarchy attends, what
// is open and who decides, and the charter's three lines, prefilled to be read over.

import type { Draft } from '#app/use_draft.ts';
import { useSession } from '#app/session.ts';
import { Checkbox, Choice, DateField, fieldTexts, Section, Select, TextArea, TextField } from '#ui';
import type { ProblemLike } from '#ui';
import { t } from '#words';
import type { Space, SpaceChoices } from './use_spaces.ts';

export interface SpaceWords {
  place_id: string;
  title: string;
  held_on: string;
  minutes: string;
  occasion: Space['occasion'];
  openness: Space['openness'];
  still_open: string;
  decided_by: string;
  facilitator_id: string;
  facilitated_by: string;
  hierarchy: Space['hierarchy'];
  hierarchy_words: string;
  staysOpen: boolean;
  open_until: string;
  who_reads: string;
  until_when: string;
  cannot_promise: string;
  destroy_on: string;
  wider_space_id: string;
  situations_kept: boolean;
  answer_delay_days: string;
}

const occasions = ['look_back', 'look_ahead', 'handover', 'regular', 'ethics', 'letters'] as const;
const opennesses = ['inform', 'consult', 'participate'] as const;
const hierarchies = ['absent', 'invited', 'present'] as const;

interface SpaceFormProps {
  draft: Draft<SpaceWords>;
  choices: SpaceChoices;
  problem: ProblemLike | null;
}

/** Fields of the form that show their own error. */
export const shownBesideFields = [
  '/place_id',
  '/title',
  '/held_on',
  '/still_open',
  '/decided_by',
  '/facilitated_by',
  '/who_reads',
  '/until_when',
  '/cannot_promise',
  '/destroy_on',
  '/open_until',
];

export function SpaceForm({ draft, choices, problem }: SpaceFormProps) {
  const errors = fieldTexts(problem);
  return (
    <div className="stack-xl">
      <Subject draft={draft} choices={choices} errors={errors} />
      <WhoDecides draft={draft} errors={errors} />
      <Charter draft={draft} choices={choices} errors={errors} />
    </div>
  );
}

interface PartProps {
  draft: Draft<SpaceWords>;
  errors: Record<string, string | undefined>;
}

function Subject({ draft, choices, errors }: PartProps & { choices: SpaceChoices }) {
  const { value, change } = draft;
  const me = useSession().data?.data.account?.id;
  return (
    <Section title={t('spaces.form.subject_title')}>
      <TextField
        label={t('spaces.form.title')}
        hint={t('spaces.form.title_hint')}
        value={value.title}
        onChange={(title) => change({ title })}
        length_max={200}
        isRequired
        error={errors['/title']}
      />
      <Select
        label={t('spaces.form.place')}
        value={value.place_id}
        options={choices.places.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(place_id) => change({ place_id })}
        error={errors['/place_id']}
        isRequired
      />
      <DateField
        label={t('spaces.form.held_on')}
        value={value.held_on}
        onChange={(held_on) => change({ held_on })}
        error={errors['/held_on']}
        isRequired
      />
      <TextField
        label={t('spaces.form.minutes')}
        type="number"
        value={value.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <Choice
        label={t('spaces.form.occasion')}
        isSideBySide
        value={value.occasion}
        onChange={(occasion) => change({ occasion })}
        options={occasions.map((each) => ({
          value: each,
          label: t(`spaces.occasion.${each}`),
          hint: t(`spaces.occasion_hint.${each}`),
        }))}
      />
      <Select
        label={t('spaces.form.facilitator')}
        hint={t('spaces.form.facilitator_hint')}
        value={value.facilitator_id}
        options={choices.people.map((each) => ({
          value: each.id,
          label: each.id === me ? t('spaces.form.me', { name: each.name }) : each.name,
        }))}
        onChange={(facilitator_id) => change({ facilitator_id })}
      />
      <TextField
        label={t('spaces.form.facilitated_by')}
        hint={t('spaces.form.facilitated_by_hint')}
        value={value.facilitated_by}
        onChange={(facilitated_by) => change({ facilitated_by })}
        length_max={200}
        error={errors['/facilitated_by']}
      />
      <Choice
        label={t('spaces.form.hierarchy')}
        isSideBySide
        value={value.hierarchy}
        onChange={(hierarchy) => change({ hierarchy })}
        options={hierarchies.map((each) => ({ value: each, label: t(`spaces.hierarchy.${each}`) }))}
      />
      <TextField
        label={t('spaces.form.hierarchy_words')}
        isOptional
        value={value.hierarchy_words}
        onChange={(hierarchy_words) => change({ hierarchy_words })}
        length_max={200}
      />
    </Section>
  );
}

function WhoDecides({ draft, errors }: PartProps) {
  const { value, change } = draft;
  return (
    <Section title={t('spaces.form.open_title')}>
      <Choice
        label={t('spaces.form.openness')}
        isSideBySide
        value={value.openness}
        onChange={(openness) => change({ openness })}
        options={opennesses.map((each) => ({
          value: each,
          label: t(`spaces.openness.${each}`),
          hint: t(`spaces.openness_hint.${each}`),
        }))}
      />
      {value.openness !== 'inform' && (
        <TextField
          label={t('spaces.form.still_open')}
          hint={t('spaces.form.still_open_hint')}
          value={value.still_open}
          onChange={(still_open) => change({ still_open })}
          length_max={600}
          error={errors['/still_open']}
        />
      )}
      <TextField
        label={t('spaces.form.decided_by')}
        value={value.decided_by}
        onChange={(decided_by) => change({ decided_by })}
        length_max={200}
        error={errors['/decided_by']}
      />
      <TextField
        label={t('spaces.form.answer_delay')}
        hint={t('spaces.form.answer_delay_hint')}
        type="number"
        value={value.answer_delay_days}
        onChange={(answer_delay_days) => change({ answer_delay_days })}
      />
    </Section>
  );
}

function Charter({ draft, choices, errors }: PartProps & { choices: SpaceChoices }) {
  const { value, change } = draft;
  return (
    <Section title={t('spaces.form.charter_title')}>
      <p className="soft read">{t('spaces.form.charter_lead')}</p>
      <TextArea
        label={t('spaces.charter.who_reads')}
        value={value.who_reads}
        onChange={(who_reads) => change({ who_reads })}
        length_max={600}
        error={errors['/who_reads']}
      />
      <TextArea
        label={t('spaces.charter.until_when')}
        value={value.until_when}
        onChange={(until_when) => change({ until_when })}
        length_max={600}
        error={errors['/until_when']}
      />
      <TextArea
        label={t('spaces.charter.cannot_promise')}
        value={value.cannot_promise}
        onChange={(cannot_promise) => change({ cannot_promise })}
        length_max={600}
        error={errors['/cannot_promise']}
      />
      <DateField
        label={t('spaces.form.destroy_on')}
        hint={t('spaces.form.destroy_on_hint')}
        value={value.destroy_on}
        onChange={(destroy_on) => change({ destroy_on })}
        error={errors['/destroy_on']}
      />
      <Checkbox
        label={t('spaces.form.stays_open')}
        hint={t('spaces.form.stays_open_hint')}
        isChecked={value.staysOpen}
        onChange={(staysOpen) =>
          change({ staysOpen, open_until: staysOpen ? sevenDaysAfter(value.held_on) : '' })
        }
      />
      {value.staysOpen && (
        <DateField
          label={t('spaces.form.open_until')}
          value={value.open_until}
          onChange={(open_until) => change({ open_until })}
          error={errors['/open_until']}
        />
      )}
      <Checkbox
        label={t('spaces.form.situations_kept')}
        hint={t('spaces.form.situations_kept_hint')}
        isChecked={value.situations_kept}
        onChange={(situations_kept) => change({ situations_kept })}
      />
      {choices.open_spaces.length > 0 && (
        <Select
          label={t('spaces.form.wider')}
          hint={t('spaces.form.wider_hint')}
          isOptional
          value={value.wider_space_id}
          options={choices.open_spaces.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(wider_space_id) => change({ wider_space_id })}
        />
      )}
    </Section>
  );
}

export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const sevenDaysAfter = (day: string) => daysAfter(day, 7);
