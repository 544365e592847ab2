// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/edit.ts
//
// What composing does to a questionnaire: each is a function from one to the next, so that every step can be taken back.

import type {
  Instrument,
  Option,
  Question,
  QuestionType,
  Row,
  Section,
  Wording,
} from '#form/instrument.ts';

export const empty: Wording = { fr: '', en: '' };

/** A section, and a question in it. */
export interface Place {
  section: number;
  question: number;
}

export function itemCodes(instrument: Instrument): string[] {
  return instrument.sections.flatMap((section) =>
    section.questions.flatMap((question) => [
      question.code,
      ...(question.rows ?? []).map((row) => row.code),
    ]),
  );
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const letters_drawn = 6;

/** "q_k3f9ab": a code says nothing and is never used again, not even once its question is gone: scores, conditions and earlier
    versions still mean that one. */
export function freshCode(taken: readonly string[], prefix: string): string {
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint8Array(letters_drawn));
    const code = prefix + [...drawn].map((byte) => letters[byte % letters.length]).join('');
    if (!taken.includes(code)) return code;
  }
}

function replaced<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return items.map((each, index) => (index === at ? item : each));
}

export function without<Item>(items: readonly Item[], at: number): Item[] {
  return items.filter((_, index) => index !== at);
}

/** One step up (-1) or down (1); at the edge, nothing. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const next = [...items];
  const to = at + by;
  const item = next[at];
  const other = next[to];
  if (item === undefined || other === undefined) return next;
  next[at] = other;
  next[to] = item;
  return next;
}

export function withSections(
  instrument: Instrument,
  change: (sections: readonly Section[]) => readonly Section[],
): Instrument {
  return { ...instrument, sections: change(instrument.sections) };
}

export function withSection(
  instrument: Instrument,
  at: number,
  change: (section: Section) => Section,
): Instrument {
  return withSections(instrument, (sections) =>
    sections.map((section, index) => (index === at ? change(section) : section)),
  );
}

export function withQuestion(
  instrument: Instrument,
  { section, question }: Place,
  change: (question: Question) => Question,
): Instrument {
  return withSection(instrument, section, (each) => ({
    ...each,
    questions: each.questions.map((one, index) => (index === question ? change(one) : one)),
  }));
}

export function addSection(instrument: Instrument): Instrument {
  const codes = instrument.sections.map((section) => section.code);
  const section: Section = { code: freshCode(codes, 'part_'), title: empty, questions: [] };
  return withSections(instrument, (sections) => [...sections, section]);
}

export function addQuestion(
  instrument: Instrument,
  section: number,
  type: QuestionType,
): Instrument {
  const codes = itemCodes(instrument);
  const code = freshCode(codes, 'q_');
  const question: Question = {
    code,
    text: empty,
    ...needs(instrument, type, [...codes, code]),
    type,
  };
  return withSection(instrument, section, (each) => ({
    ...each,
    questions: [...each.questions, question],
  }));
}

/** What a type cannot be without: the first scale there is, or two options. */
function needs(instrument: Instrument, type: QuestionType, codes: readonly string[]) {
  const scale = instrument.scales[0]?.code;
  const ticked = scale === undefined ? { options: some(2) } : { scale };
  if (type === 'single') return ticked;
  if (type === 'multiple') return { options: some(2) };
  if (type === 'grid') return { ...ticked, rows: [row(codes)] };
  return {};
}

/** So many options, to be written. */
export function some(count: number): Option[] {
  return Array.from({ length: count }).reduce<Option[]>((made) => [...made, option(made)], []);
}

export function option(options: readonly Option[]): Option {
  const code = freshCode(
    options.map((each) => each.code),
    'o_',
  );
  return { code, label: empty, value: Math.max(0, ...options.map((each) => each.value ?? 0)) + 1 };
}

/** Options in a new order, or fewer: values that counted 1, 2, 3… go on doing so; others stay with their option. */
export function counted(before: readonly Option[], after: readonly Option[]): Option[] {
  const values = before.flatMap((each) => (each.value == null ? [] : [each.value]));
  const first = values[0] ?? 1;
  if (!values.every((value, at) => value === first + at)) return [...after];
  let next = first;
  return after.map((each) => (each.value == null ? each : { ...each, value: next++ }));
}

export function row(codes: readonly string[]): Row {
  return { code: freshCode(codes, 'q_'), text: empty };
}

/** Another type keeps the words, what it shares, and drops what the new one cannot hold. */
export function withType(instrument: Instrument, place: Place, type: QuestionType): Instrument {
  const codes = itemCodes(instrument);
  return withQuestion(instrument, place, (before) => {
    const { code, text, help, required, show_if, dimension, axis, sensitivity } = before;
    const shared = { code, text, help, required, show_if, dimension, axis, sensitivity };
    const wasTicked = before.options != null || before.scale != null;
    const isTicked = type === 'single' || type === 'grid' || type === 'multiple';
    const keptOptions =
      wasTicked && isTicked
        ? before.options != null
          ? { options: before.options }
          : type === 'multiple'
            ? { options: instrument.scales.find((each) => each.code === before.scale)?.options }
            : { scale: before.scale }
        : {};
    const needed = needs(instrument, type, codes);
    return {
      ...shared,
      ...needed,
      ...(Object.keys(keptOptions).length > 0 && { options: undefined, scale: undefined }),
      ...keptOptions,
      ...(type === 'grid' && { rows: before.rows ?? [row(codes)] }),
      type,
    };
  });
}

export function replaceAt<Item>(items: readonly Item[], at: number, part: Partial<Item>): Item[] {
  const item = items[at];
  return item === undefined ? [...items] : replaced(items, at, { ...item, ...part });
}
