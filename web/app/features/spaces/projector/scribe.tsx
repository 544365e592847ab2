// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/projector/scribe.tsx
//
// The scribe types ideas as they are said aloud, and names nobody. This alone completes a session.

import { useState } from 'react';
import { Button, TextArea } from '#ui';
import { t } from '#words';
import type { Board } from '../use_spaces.ts';
import type { Projector } from './use_projector.ts';
import { Wall } from './wall.tsx';

export function Scribe({ board, projector }: { board: Board; projector: Projector }) {
  const [words, setWords] = useState('');
  function write() {
    if (words.trim() === '') return;
    projector.write(words.trim());
    setWords('');
  }
  return (
    <>
      <form
        className="scribe"
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <TextArea
          label={t('spaces.projector.scribe')}
          hint={t('spaces.projector.scribe_hint')}
          value={words}
          onChange={setWords}
          length_max={2000}
        />
        <Button type="submit" kind="main" isDisabled={words.trim() === ''}>
          {t('spaces.projector.scribe_submit')}
        </Button>
      </form>
      <Wall board={board} projector={projector} />
    </>
  );
}
