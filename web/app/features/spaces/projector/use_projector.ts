// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/projector/use_projector.ts
//
// What the screen of the room can do, and how to take each thing back. The undo holds what was done in this tab.

import { useState } from 'react';
import type { Problem } from '#app/api/problem.ts';
import type { Sentence } from '../states.ts';
import {
  type Idea,
  type Lived,
  type Sort,
  useNewIdea,
  useRelease,
  useSentences,
  useSettle,
  useStep,
} from '../use_spaces.ts';

type Undo = () => void;
/** A session has fewer than these gestures; the oldest are forgotten first. */
const undo_max = 50;

export function useProjector(id: string) {
  const [undos, setUndos] = useState<readonly Undo[]>([]);
  const sentences = useSentences(id);
  const step = useStep(id);
  const release = useRelease(id);
  const settle = useSettle(id);
  const newIdea = useNewIdea(id);
  const remember = (undo: Undo) => setUndos((before) => [...before, undo].slice(-undo_max));

  const problem: Problem | null =
    step.error ??
    release.error ??
    settle.error ??
    newIdea.error ??
    sentences.take.error ??
    sentences.change.error ??
    sentences.remove.error ??
    sentences.show.error;

  return {
    problem,
    goTo: (next: number) => step.mutate({ step: next }),
    release: () => release.mutate({}),
    settle: () => settle.mutate({}),
    isReleasing: release.isPending,
    undo:
      undos.length === 0
        ? null
        : () => {
            undos.at(-1)?.();
            setUndos(undos.slice(0, -1));
          },
    write: (words: string) =>
      newIdea.mutate(
        { words, sort: null, lived: null },
        { onSuccess: ({ data }) => remember(() => sentences.remove.mutate({ id: data.id })) },
      ),
    /** A contribution becomes an idea in that column; an idea changes column. */
    sort: (sentence: Sentence, sort: Sort) => {
      if (sentence.kind === 'contribution') {
        sentences.take.mutate(
          { id: sentence.id, sort },
          { onSuccess: ({ data }) => remember(() => sentences.remove.mutate({ id: data.id })) },
        );
        return;
      }
      changeIdea(sentence.idea, { sort });
    },
    change: changeIdea,
    setAside: (sentence: Sentence, reason: string) => {
      sentences.show.mutate(
        { id: sentence.id, state: 'set_aside', reason },
        {
          onSuccess: () =>
            remember(() =>
              sentences.show.mutate({ id: sentence.id, state: 'shown', reason: null }),
            ),
        },
      );
    },
    show: (contribution: string) =>
      sentences.show.mutate({ id: contribution, state: 'shown', reason: null }),
  };

  function changeIdea(
    idea: Idea,
    change: {
      sort?: Sort | null;
      words?: string;
      lived?: Lived | null;
      answer_college_id?: string | null;
    },
  ) {
    const body = (from: Idea) => ({
      id: from.id,
      words: from.words,
      sort: from.sort ?? null,
      lived: from.lived ?? null,
      answer_college_id: from.answer_college_id ?? null,
      version: from.version,
    });
    sentences.change.mutate(
      { ...body(idea), ...change },
      {
        onSuccess: ({ data }) =>
          remember(() => sentences.change.mutate({ ...body(idea), version: data.version })),
      },
    );
  }
}

export type Projector = ReturnType<typeof useProjector>;
