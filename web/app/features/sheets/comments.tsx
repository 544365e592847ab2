// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/comments.tsx
//
// What readers of the establishment say about it: a college, a day, the words.

import { collegeWord } from '#app/college_words.ts';
import { inLanguage } from '#app/pack_text.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, ProblemNote, Section, TextArea, fieldTexts } from '#ui';
import { shortDay, t } from '#words';
import { type SheetView, useComment } from './use_sheets.ts';

export function Comments({ view, mayComment }: { view: SheetView; mayComment: boolean }) {
  const draft = useDraft(`sheet.${view.id}.comment`, { words: '' });
  const comment = useComment(view.id, draft.clear);
  const errors = fieldTexts(comment.error);
  if (!mayComment && view.comments.length === 0) return null;
  return (
    <Section title={t('sheets.comments.title')} className="no-print">
      {view.comments.length === 0 && <p className="soft">{t('sheets.comments.none')}</p>}
      <ul className="lines">
        {view.comments.map((each) => {
          const section = view.template.sections.find((one) => one.key === each.section_key);
          return (
            <li key={each.id}>
              <p className="label">
                {collegeWord(each.by_college)} · {shortDay(each.written_on)}
                {section && ` · ${inLanguage(section.title)}`}
              </p>
              <p className="paragraph">{each.words}</p>
            </li>
          );
        })}
      </ul>
      {mayComment && (
        <form
          className="stack read"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            comment.mutate({ section_key: '', words: draft.value.words });
          }}
        >
          <ProblemNote problem={comment.error} shownBesideFields={Object.keys(errors)} />
          <TextArea
            label={t('sheets.comments.field')}
            rows={2}
            length_max={1000}
            value={draft.value.words}
            error={errors['/words']}
            onChange={(words) => draft.change({ words })}
          />
          <p>
            <Button type="submit" isBusy={comment.isPending}>
              {t('sheets.comments.submit')}
            </Button>
          </p>
        </form>
      )}
    </Section>
  );
}
