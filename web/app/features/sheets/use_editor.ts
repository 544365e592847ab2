// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/use_editor.ts
//
// What is being written in a sheet: kept in this tab at once and on the server after a pause, for its writer alone.
// What the server refuses (it looks like somebody) stays here, and its words are told.

import { useCallback, useEffect, useRef, useState } from 'react';
import { useDraft } from '#app/use_draft.ts';
import { byPlace, inOrder } from './contents.ts';
import {
  type Contents,
  type FoundWords,
  type SheetView,
  useFindWords,
  useKeepDraft,
} from './use_sheets.ts';

/** A pause in writing; shorter would send half sentences. */
const pause_ms = 1500;

interface Start {
  contents: Contents;
  base: number;
}

export function useEditor(view: SheetView, start: Start) {
  const draft = useDraft(`sheet.${view.id}`, start);
  const { mutate: keep } = useKeepDraft(view.id);
  const { mutate: find } = useFindWords(view.id);
  const [kept_at, setKeptAt] = useState<Date | null>(null);
  const [found, setFound] = useState<Map<string, FoundWords[]>>(new Map());
  const touched = useRef(false);
  const { contents, base } = draft.value;
  const { template } = view;

  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => {
      const sent = inOrder(contents, template);
      if (sent.title.trim() === '') return;
      keep(
        { base_version: base, contents: sent },
        {
          onSuccess: () => {
            setKeptAt(new Date());
            setFound(new Map());
          },
          onError: (problem) => {
            if (problem.status !== 422) return;
            find(
              { base_version: base, contents: sent },
              { onSuccess: (reply) => setFound(byPlace(reply.data.items, sent)) },
            );
          },
        },
      );
    }, pause_ms);
    return () => clearTimeout(timer);
  }, [contents, base, keep, find, template]);

  const { change } = draft;
  const write = useCallback(
    (next: Contents) => {
      touched.current = true;
      change({ contents: next });
    },
    [change],
  );

  return { contents, base, write, draft, kept_at, found };
}
