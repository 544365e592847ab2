// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/joint_words.ts
//
// What the three fields of an experiment say together, in words. What may be said was decided by the server
// (docs/methods/follow_up.md, section 4): nothing is added up here, and nothing says why.

import { currentLanguage, t } from '#words';
import { type Field, fields, type IndicatorView, type Joint, type Standing } from './types.ts';

export function fieldName(field: Field): string {
  return t(`experiments.evaluation_field.${field}`);
}

export function standingWords(standing: Standing): string {
  return t(`together.standing.${standing}`);
}

/** « l’activité et les méthodes », « A, B et C » */
function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB').format(parts);
}

function fieldsThat(joint: Joint, standing: Standing): Field[] {
  return fields.filter((field) => joint[field] === standing);
}

function fieldsListed(of: readonly Field[]): string {
  return listed(of.map((field) => t(`together.of_field.${field}`)));
}

/** Two ways at once: said in full, and first. */
function mixedSentence(joint: Joint): string {
  const ways = (['as_hoped', 'contrary', 'both'] as const).flatMap((standing) => {
    const of = fieldsThat(joint, standing);
    return of.length === 0 ? [] : [t(`together.way.${standing}`, { fields: fieldsListed(of) })];
  });
  return t('together.mixed', { ways: listed(ways) });
}

/** From what says most to what says least. */
const most_first = ['as_hoped', 'contrary', 'unsaid', 'not_told_apart', 'too_few'] as const;

/** One sentence for the whole; each field has its own words beside it. */
export function jointSentence(joint: Joint): string {
  if (joint.is_mixed) return mixedSentence(joint);
  const most = most_first.find((standing) => fieldsThat(joint, standing).length > 0);
  if (most === undefined) return t('together.plain.not_counted');
  return t(`together.plain.${most}`, { fields: fieldsListed(fieldsThat(joint, most)) });
}

/** What one figure lets one say, in a few words. */
export function figureStanding({ follow_up }: IndicatorView): {
  standing: Standing;
  words: string;
} {
  const { change, points } = follow_up;
  if (points.length === 0) return { standing: 'not_counted', words: t('together.figure.nothing') };
  if (change == null) return { standing: 'too_few', words: t('together.figure.one_side') };
  if (change.reading !== 'beyond_chance') {
    const standing = change.reading === 'not_told_apart' ? 'not_told_apart' : 'too_few';
    return { standing, words: t(`together.figure.${change.reading}`) };
  }
  return { standing: change.hoped, words: t(`together.figure.${change.hoped}`) };
}
