// SPDX-License-Identifier: EUPL-1.2
// web/app/features/audit/details.ts
//
// What an entry says beyond its action, in words: a day is written as people write it, a code is said, an id is
// named when the reader knows what it names. What has no words stays in the file to take away; a raw code is never
// shown.

import { collegeWord } from '#app/college_words.ts';
import { inLanguage } from '#app/pack_text.ts';
import { findWord, fullDay, number } from '#words';
import type { Audit, AuditLine } from './use_audit.ts';

type Names = Audit['names'];

/** The order in which a sentence says them; what is not here is not said. */
const order = [
  'passage',
  'step',
  'college',
  'college_id',
  'indicator_id',
  'kind',
  'answer',
  'outcome',
  'silent',
  'before',
  'after',
  'given_as',
  'substitute',
  'confirmed',
  'from_on',
  'to_on',
  'ends_on',
  'on',
  'closed_on',
  'recorded_on',
  'ended_on',
  'destroy_on',
  'renamed',
  'moved',
  'created',
  'changed',
  'removed',
  'not_taken',
  'number',
  'done',
  'aside',
  'to_somebody',
  'remainder_destroyed',
  'situations_kept',
  'attempt',
  'state',
  'by',
] as const;

export function detailsInWords(entry: AuditLine['entry'], names: Names): string {
  const details = isRecord(entry.details) ? entry.details : {};
  const about = ['place', 'experiment', 'gate'].includes(entry.object_kind)
    ? valueInWords(entry.action, '', entry.object_id, names)
    : '';
  return [about, ...order.map((key) => said(entry.action, key, details[key], names))]
    .filter(Boolean)
    .join(', ');
}

function said(action: string, key: (typeof order)[number], value: unknown, names: Names): string {
  if (key === 'attempt' && value === 1) return '';
  const words = Array.isArray(value)
    ? value
        .map((each) => valueInWords(action, key, each, names))
        .filter(Boolean)
        .join(', ')
    : valueInWords(action, key, value, names);
  return words === '' ? '' : (findWord(`audit.detail.${key}`, { value: words }) ?? '');
}

function valueInWords(action: string, key: string, value: unknown, names: Names): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'string') return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return fullDay(value);
  const named = names.find(({ code }) => code === value);
  if (named) return inLanguage(named.name);
  if (key === 'college' || (key === 'kind' && action === 'college.created'))
    return collegeIn(value);
  return findWord(`audit.value.${family(action, key)}.${value}`) ?? '';
}

function collegeIn(value: string): string {
  const word = collegeWord(value);
  return word === value ? '' : word;
}

/** `answer` is not the same question at a gate and at the desk. */
function family(action: string, key: string): string {
  const object = action.split('.')[0] ?? '';
  if (key === 'answer') return object;
  if (key === 'before' || key === 'after')
    return object === 'programme' ? 'experiment_gate' : 'consent';
  if (key === 'kind') return 'place';
  if (key === 'state') return object === 'home_task' ? 'task' : 'none';
  return key;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
