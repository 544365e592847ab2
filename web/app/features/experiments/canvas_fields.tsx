// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/canvas_fields.tsx
//
// The fields of the canvas, in the order in which a team answers them. Care and work are both asked for.

import { DateField, Sheet, TextArea, TextField } from '#ui';
import { fullDay, t } from '#words';
import type { Canvas, Experiment } from './use_experiments.ts';

const part_length_max = 600;
const means_length_max = 200;

export interface CanvasDraft {
  place_id: string;
  title: string;
  hypothesis: string;
  care_stake: string;
  work_stake: string;
  perimeter: string;
  with_whom: string;
  measured_from: string;
  starts_on: string;
  ends_on: string;
  way_back: string;
  time: string;
  replaced: string;
  money: string;
  until_on: string;
  works_if: string;
  harms_if: string;
  why_not_smaller: string;
  teams_asked: string;
}

export const emptyCanvas: CanvasDraft = {
  place_id: '',
  title: '',
  hypothesis: '',
  care_stake: '',
  work_stake: '',
  perimeter: '',
  with_whom: '',
  measured_from: '',
  starts_on: '',
  ends_on: '',
  way_back: '',
  time: '',
  replaced: '',
  money: '',
  until_on: '',
  works_if: '',
  harms_if: '',
  why_not_smaller: '',
  teams_asked: '',
};

/** What is asked only of a wide place is not sent of a small one. */
export function canvasOf(draft: CanvasDraft, isWide: boolean): Canvas {
  return {
    title: draft.title,
    hypothesis: draft.hypothesis,
    care_stake: draft.care_stake,
    work_stake: draft.work_stake,
    perimeter: draft.perimeter,
    with_whom: draft.with_whom,
    measured_from: draft.measured_from || null,
    starts_on: draft.starts_on,
    ends_on: draft.ends_on,
    way_back: draft.way_back,
    means: {
      time: draft.time,
      replaced: draft.replaced,
      money: draft.money,
      until_on: draft.until_on || null,
    },
    works_if: draft.works_if,
    harms_if: draft.harms_if,
    why_not_smaller: (isWide && draft.why_not_smaller) || null,
    teams_asked: (isWide && draft.teams_asked) || null,
  };
}

const inWords = (name: keyof CanvasDraft, text: string) =>
  text !== '' && /_(on|from)$/.test(name) ? fullDay(text) : text;

/** Every field of the page that differs, in the order in which it is read. */
export function changedSince(before: CanvasDraft, after: CanvasDraft) {
  return pageFields
    .filter((name) => before[name] !== after[name])
    .map((name) => ({
      label: t(`experiments.field.${name}`),
      before: inWords(name, before[name]),
      after: inWords(name, after[name]),
    }));
}

export function draftOf({ means, ...canvas }: Experiment): CanvasDraft {
  return {
    ...emptyCanvas,
    place_id: canvas.place_id,
    title: canvas.title,
    hypothesis: canvas.hypothesis,
    care_stake: canvas.care_stake,
    work_stake: canvas.work_stake,
    perimeter: canvas.perimeter,
    with_whom: canvas.with_whom,
    measured_from: canvas.measured_from ?? '',
    starts_on: canvas.starts_on,
    ends_on: canvas.ends_on,
    way_back: canvas.way_back,
    time: means.time,
    replaced: means.replaced,
    money: means.money,
    until_on: means.until_on ?? '',
    works_if: canvas.works_if,
    harms_if: canvas.harms_if,
    why_not_smaller: canvas.why_not_smaller ?? '',
    teams_asked: canvas.teams_asked ?? '',
  };
}

interface CanvasFieldsProps {
  value: CanvasDraft;
  errors: Record<string, string>;
  onChange: (part: Partial<CanvasDraft>) => void;
  /** Wider than one unit: the page asks more. */
  isWide: boolean;
  /** The end has its own gesture, with its reason, once the experiment stands. */
  isEndFixed?: boolean;
}

const longParts = [
  'hypothesis',
  'care_stake',
  'work_stake',
  'why_not_smaller',
  'teams_asked',
  'perimeter',
  'with_whom',
  'way_back',
  'works_if',
  'harms_if',
] as const;
type LongField = (typeof longParts)[number];

const pageFields = [
  'title',
  ...longParts,
  'starts_on',
  'ends_on',
  'measured_from',
  'time',
  'replaced',
  'money',
  'until_on',
] as const satisfies readonly (keyof CanvasDraft)[];

export function CanvasFields({ value, errors, onChange, isWide, isEndFixed }: CanvasFieldsProps) {
  const long = (name: LongField) => (
    <TextArea
      label={t(`experiments.field.${name}`)}
      hint={t(`experiments.hint.${name}`)}
      isRequired
      rows={3}
      length_max={part_length_max}
      value={value[name]}
      error={errors[`/${name}`]}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
  const day = (name: 'starts_on' | 'ends_on' | 'measured_from' | 'until_on') => (
    <DateField
      label={t(`experiments.field.${name}`)}
      hint={t(`experiments.hint.${name}`)}
      isRequired={name === 'starts_on' || name === 'ends_on'}
      isOptional={name === 'measured_from'}
      value={value[name]}
      error={errors[name === 'until_on' ? '/means/until_on' : `/${name}`]}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
  const mean = (name: 'time' | 'replaced' | 'money') => (
    <TextField
      label={t(`experiments.field.${name}`)}
      hint={t(`experiments.hint.${name}`)}
      length_max={means_length_max}
      value={value[name]}
      error={errors[`/means/${name}`]}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
  return (
    <>
      <Sheet title={t('experiments.part.idea')}>
        <TextField
          label={t('experiments.field.title')}
          isRequired
          length_max={200}
          value={value.title}
          error={errors['/title']}
          onChange={(title) => onChange({ title })}
        />
        {long('hypothesis')}
        {long('care_stake')}
        {long('work_stake')}
      </Sheet>
      {isWide && (
        <Sheet title={t('experiments.part.wide')}>
          <p className="soft">{t('experiments.part.wide_lead')}</p>
          {long('why_not_smaller')}
          {long('teams_asked')}
        </Sheet>
      )}
      <Sheet title={t('experiments.part.perimeter')}>
        {long('perimeter')}
        {long('with_whom')}
        {day('starts_on')}
        {!isEndFixed && day('ends_on')}
        {day('measured_from')}
        {long('way_back')}
      </Sheet>
      <Sheet title={t('experiments.part.means')}>
        {mean('time')}
        {mean('replaced')}
        {mean('money')}
        {day('until_on')}
      </Sheet>
      <Sheet title={t('experiments.part.signs')}>
        {long('works_if')}
        {long('harms_if')}
      </Sheet>
    </>
  );
}
