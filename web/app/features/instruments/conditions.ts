// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/conditions.ts
//
// A condition as people compose it here: one or several rules, all of them or any; and any condition as a sentence. What an
// import wrote more finely is told in words and kept, until somebody removes it.

import { type Condition, readCondition } from '#form/condition.ts';
import { type Instrument, type Language, type Option, optionsOf } from '#form/instrument.ts';
import { number, t } from '#words';

export interface Rule {
  item: string;
  kind: 'in' | 'answered';
  codes: readonly string[];
}

export interface Rules {
  every: boolean;
  rules: readonly Rule[];
}

/** What can be asked about: items that come before, with what can be ticked. */
export interface Asked {
  code: string;
  words: string;
  options: readonly Option[];
}

/** The items asked before this question; of a section, those of the sections before. */
export function askedBefore(
  instrument: Instrument,
  language: Language,
  section: number,
  question = 0,
): Asked[] {
  return instrument.sections.slice(0, section + 1).flatMap((each, at) =>
    each.questions.slice(0, at === section ? question : undefined).flatMap((one): Asked[] => {
      const options = optionsOf(instrument, one);
      return one.rows
        ? one.rows.map((row) => ({ code: row.code, words: row.text[language], options }))
        : [{ code: one.code, words: one.text[language], options }];
    }),
  );
}

function ruleOf(condition: Condition): Rule | null {
  if (condition.kind === 'answered') return { item: condition.item, kind: 'answered', codes: [] };
  if (condition.kind === 'in') return { item: condition.item, kind: 'in', codes: condition.codes };
  return null;
}

/** Nothing when it is finer than what is composed here. */
export function rulesOf(source: unknown): Rules | null {
  if (source == null) return { every: true, rules: [] };
  const condition = readCondition(source);
  if (!condition) return null;
  const parts = condition.kind === 'and' || condition.kind === 'or' ? condition.parts : [condition];
  const rules = parts.map(ruleOf);
  return rules.every((rule) => rule !== null) ? { every: condition.kind !== 'or', rules } : null;
}

export function conditionOf({ every, rules }: Rules): unknown {
  const parts = rules.map((rule) =>
    rule.kind === 'answered' ? ['answered', rule.item] : ['in', rule.item, rule.codes],
  );
  if (parts.length === 0) return null;
  return parts.length === 1 ? parts[0] : [every ? 'and' : 'or', ...parts];
}

/** « si Discutez-vous ? est oui ou parfois » */
export function inWords(source: unknown, asked: readonly Asked[], language: Language): string {
  const condition = readCondition(source);
  return condition ? wordsOf(condition, asked, language) : t('instruments.condition.unreadable');
}

function wordsOf(condition: Condition, asked: readonly Asked[], language: Language): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts
        .map((part) => wordsOf(part, asked, language))
        .join(t(`instruments.condition.joined_${condition.kind}`));
    case 'not':
      return t('instruments.condition.not', {
        what: condition.parts.map((part) => wordsOf(part, asked, language)).join(''),
      });
    default:
      return comparisonInWords(condition, asked, language);
  }
}

type Comparison = Exclude<Condition, { parts: readonly Condition[] }>;

function comparisonInWords(
  condition: Comparison,
  asked: readonly Asked[],
  language: Language,
): string {
  const item = asked.find((each) => each.code === condition.item);
  const question = item?.words || condition.item;
  if ('codes' in condition) {
    const labelOf = (code: string) =>
      item?.options.find((option) => option.code === code)?.label[language] || code;
    const joined = condition.kind === 'in' ? 'or' : 'and';
    const answers = condition.codes.map(labelOf).join(t(`instruments.condition.joined_${joined}`));
    return t('instruments.condition.in', { question, answers });
  }
  if (!('bound' in condition)) return t('instruments.condition.answered', { question });
  const { kind: sign, bound } = condition;
  return t('instruments.condition.compared', {
    question,
    sign,
    bound: typeof bound === 'number' ? number(bound) : bound,
  });
}
