// SPDX-License-Identifier: EUPL-1.2
// web/form/view/use_answering.ts
//
// Where the person is in a questionnaire, what they gave, what is to be looked at again, and the ways on and back.

import { useMemo, useState } from 'preact/hooks';
import type { Answers } from '../condition.ts';
import { type Form, type Given, type Item, kept, visible } from '../form.ts';
import type { Language } from '../instrument.ts';
import { problemsIn } from './problems.tsx';
import { speechOf } from './words.ts';

export interface FormViewProps {
  form: Form;
  language: Language;
  /** What was given before, as onChange told it. */
  initial?: Given;
  onChange?: (given: Given) => void;
  /** While the promise is not kept, « Envoyer » waits. */
  onDone: (answers: Answers) => void | Promise<void>;
  /** Somebody pressed a button to come here: the first heading takes the focus too. */
  startsFocused?: boolean;
}

/** Where the person is, and what their eyes and fingers are to find first there. */
interface Place {
  /** Of a section; none is the review. */
  section: string | undefined;
  focus: 'nothing' | 'heading' | 'problems' | Item;
  /** What is to be looked at again is said once somebody wanted to go on. */
  tellsProblems?: boolean;
  cameFromReview?: boolean;
}

export type Answering = ReturnType<typeof useAnswering>;

export function useAnswering(props: FormViewProps) {
  const { form, language, initial = {}, onChange, onDone, startsFocused } = props;
  const speech = useMemo(() => speechOf(language, form.instrument), [language, form]);
  const [given, setGiven] = useState(initial);
  const [isSending, setIsSending] = useState(false);
  const sections = visible(form, given);
  const [place, setPlace] = useState<Place>({
    section: sections[0]?.section.code,
    focus: startsFocused ? 'heading' : 'nothing',
  });
  const index = sections.findIndex(({ section }) => section.code === place.section);
  const here = sections[index];
  const problems = problemsIn(form, here ? [here] : sections, given, speech);
  const answers = kept(form, given);

  const give = (code: string, value: unknown) => {
    const next: Record<string, unknown> = { ...given, [code]: value };
    if (value === undefined) delete next[code];
    setGiven(next);
    onChange?.(next);
  };
  const goTo = (item: Item) =>
    setPlace({ ...place, section: item.section.code, focus: item, cameFromReview: true });
  const goBack = () =>
    setPlace({
      section: (here ? sections[index - 1] : sections.at(-1))?.section.code,
      focus: 'heading',
    });
  const goOn = () => {
    if (problems.length > 0) return setPlace({ ...place, focus: 'problems', tellsProblems: true });
    if (here) {
      const next = place.cameFromReview ? undefined : sections[index + 1]?.section.code;
      return setPlace({ section: next, focus: 'heading' });
    }
    if (!isSending) void send();
  };
  const send = async () => {
    setIsSending(true);
    try {
      await onDone(answers);
    } finally {
      setIsSending(false);
    }
  };

  return {
    ...{ speech, sections, index, here, place, given, answers, isSending },
    /** All that is to be looked at again, and what of it was to be said. */
    ...{ problems, told: place.tellsProblems ? problems : [] },
    ...{ give, goTo, goOn, goBack },
  };
}
