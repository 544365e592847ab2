// SPDX-License-Identifier: EUPL-1.2
// web/app/features/spaces/paper_screen.tsx
//
// Typing in sheets of paper: one box a sheet. They are shuffled and shown once five sheets, or five phones, are there.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useDraft } from '#app/use_draft.ts';
import { Button, LinkButton, Notice, PageHead, ProblemNote, SavingMark, TextArea } from '#ui';
import { t } from '#words';
import './spaces.css';
import { useBoard, usePaper } from './use_spaces.ts';

const sheets_at_first = 5;

export function PaperScreen() {
  const { space_id } = useParams({ from: '/ecouter/discussions/$space_id/papier' });
  const board = useBoard(space_id);
  return (
    <>
      <PageHead
        room="listen"
        where={board.data?.data.space.title}
        title={t('spaces.paper.title')}
        lead={t('spaces.paper.lead')}
      />
      <Loaded from={board}>{() => <PaperForm space_id={space_id} />}</Loaded>
    </>
  );
}

function PaperForm({ space_id }: { space_id: string }) {
  const draft = useDraft(`paper.${space_id}`, { sheets: Array<string>(sheets_at_first).fill('') });
  const paper = usePaper(space_id, draft.clear);
  const { sheets } = draft.value;
  const written = sheets.map((sheet) => sheet.trim()).filter(Boolean);
  return (
    <form
      className="read stack-l"
      onSubmit={(event) => {
        event.preventDefault();
        paper.mutate({ sheets: written.map((words) => ({ words: [words], kind: 'situation' })) });
      }}
    >
      <Notice>{t('spaces.paper.whoever_types')}</Notice>
      {sheets.map((sheet, index) => (
        <TextArea
          // Sheets have no name of their own: their place on the table is all there is.
          key={index}
          label={t('spaces.paper.sheet', { number: index + 1 })}
          value={sheet}
          onChange={(next) =>
            draft.change({ sheets: sheets.map((each, at) => (at === index ? next : each)) })
          }
          length_max={2000}
        />
      ))}
      <p>
        <Button icon="plus" onPress={() => draft.change({ sheets: [...sheets, ''] })}>
          {t('spaces.paper.another')}
        </Button>
      </p>
      <ProblemNote problem={paper.error} />
      {paper.isSuccess && <p role="status">{t('spaces.paper.done')}</p>}
      <div className="row">
        <Button
          type="submit"
          kind="main"
          isBusy={paper.isPending}
          isDisabled={written.length === 0}
        >
          {t('spaces.paper.submit')}
        </Button>
        <LinkButton href={`/ecouter/discussions/${space_id}/ecran`}>
          {t('spaces.running.project')}
        </LinkButton>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
    </form>
  );
}
