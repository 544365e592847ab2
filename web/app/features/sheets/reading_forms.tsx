// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/reading_forms.tsx
//
// My college's own words, in the sections where each college writes its own; nobody else's can be changed here.

import { collegeWord } from '#app/college_words.ts';
import type { Can } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, ProblemNote, SavingMark, Section, TextArea, fieldTexts } from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import {
  type CollegeKind,
  type SheetVersion,
  type SheetView,
  type TemplateSection,
  useWriteReading,
} from './use_sheets.ts';

export function OwnReadings({ view, can }: { view: SheetView; can: Can }) {
  const session = useSession();
  const kinds = new Set(
    (session.data?.data.account?.mandates ?? [])
      .filter(
        (mandate) => mandate.place_id === view.establishment_id && can(`read_as:${mandate.kind}`),
      )
      .map((mandate) => mandate.kind),
  );
  const sections = view.template.sections.filter((section) => section.type === 'by_college');
  if (sections.length === 0 || kinds.size === 0) return null;
  return (
    <div className="no-print stack-l">
      {sections.flatMap((section) =>
        [...kinds].map((kind) => (
          <OwnReading key={section.key + kind} view={view} section={section} college={kind} />
        )),
      )}
    </div>
  );
}

function wordsIn(contents: SheetView['contents'], key: string, college: CollegeKind): string {
  return (
    contents.sections
      .find((each) => each.key === key)
      ?.readings.find((each) => each.college === college)?.words ?? ''
  );
}

function OwnReading({
  view,
  section,
  college,
}: {
  view: SheetView;
  section: TemplateSection;
  college: CollegeKind;
}) {
  const kept = wordsIn(view.contents, section.key, college);
  const draft = useDraft(`sheet.${view.id}.${section.key}.${college}`, { words: kept, seen: kept });
  const write = useWriteReading(view.id, () =>
    draft.set({ words: draft.value.words, seen: draft.value.words }),
  );
  const errors = fieldTexts(write.error);
  const stale =
    write.error?.code === 'version.stale' ? (write.error.current as SheetVersion) : null;
  const theirs = stale ? wordsIn(stale.contents, section.key, college) : '';
  const send = (replaces: string) =>
    write.mutate({ key: section.key, college, words: draft.value.words, replaces });
  return (
    <Section
      title={t('sheets.reading.mine', {
        section: inLanguage(section.title),
        college: collegeWord(college),
      })}
    >
      <form
        className="stack read"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(draft.value.seen);
        }}
      >
        <ProblemNote problem={stale ? null : write.error} shownBesideFields={Object.keys(errors)} />
        <TextArea
          label={t('sheets.reading.field')}
          hint={inLanguage(section.hint)}
          rows={3}
          length_max={section.max}
          value={draft.value.words}
          error={errors['/words']}
          onChange={(words) => draft.change({ words })}
        />
        <p className="row">
          <Button type="submit" isBusy={write.isPending}>
            {t('sheets.reading.submit')}
          </Button>
          <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
        </p>
      </form>
      {stale && (
        <StaleDialog
          isOpen
          fields={[{ label: inLanguage(section.title), mine: draft.value.words, theirs }]}
          onClose={() => write.reset()}
          onKeepMine={() => send(theirs)}
          onTakeTheirs={() => {
            draft.set({ words: theirs, seen: theirs });
            write.reset();
          }}
        />
      )}
    </Section>
  );
}
