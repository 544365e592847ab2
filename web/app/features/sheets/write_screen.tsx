// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/write_screen.tsx
//
// Writing a sheet, section by section: what is asked, how much room there is, what looks like somebody and should be
// put otherwise; its context; a preview. A version is kept when one says so.

import { useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { useSession } from '#app/session.ts';
import {
  Button,
  Checkbox,
  Notice,
  PageHead,
  Plank,
  ProblemNote,
  SavingMark,
  Sheet,
  TextArea,
  TextField,
  TextLink,
  fieldTexts,
  problemText,
} from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { duration, quoted, t } from '#words';
import { asText, inOrder, placeOf, sectionOf, withContext, withSection } from './contents.ts';
import { Lacks } from './lacks.tsx';
import { SectionField } from './section_field.tsx';
import { SheetShown } from './section_shown.tsx';
import './sheets.css';
import { useEditor } from './use_editor.ts';
import {
  type CollegeKind,
  type FoundWords,
  type SheetVersion,
  type SheetView,
  useKeepVersion,
  useSheet,
  useSheetDraft,
} from './use_sheets.ts';

const context_length_max = 400;

export function WriteScreen() {
  const { id } = useParams({ from: '/partager/$id/ecrire' });
  const sheet = useSheet(id);
  const draft = useSheetDraft(id);
  return (
    <Loaded from={sheet}>
      {(view, can) => (
        <>
          <PageHead
            room="share"
            where={inLanguage(view.template.title)}
            title={view.contents.title}
            lead={t('sheets.write.lead', {
              purpose: inLanguage(view.template.purpose),
              duration: duration(view.template.minutes),
            })}
          />
          {!can('write') ? (
            <Notice>
              <p>{t('sheets.write.not_yours')}</p>
              <TextLink href={`/partager/${id}`}>{t('sheets.write.back')}</TextLink>
            </Notice>
          ) : (
            <Loaded from={draft}>
              {(kept) => (
                <Editor
                  view={view}
                  start={
                    kept.contents && kept.base_version != null
                      ? { contents: kept.contents, base: kept.base_version }
                      : { contents: view.contents, base: view.version }
                  }
                />
              )}
            </Loaded>
          )}
        </>
      )}
    </Loaded>
  );
}

function Editor({
  view,
  start,
}: {
  view: SheetView;
  start: { contents: SheetView['contents']; base: number };
}) {
  const router = useRouter();
  const session = useSession();
  const editor = useEditor(view, start);
  const [note, setNote] = useState('');
  const [showsPreview, setShowsPreview] = useState(false);
  const keepVersion = useKeepVersion(view.id, () => {
    editor.draft.clear();
    void router.navigate({ href: `/partager/${view.id}` });
  });
  const { contents, write, found } = editor;
  const sent = inOrder(contents, view.template);
  const errors = Object.fromEntries(
    (keepVersion.error?.errors ?? []).map((error) => [
      placeOf(error.pointer, sent),
      problemText(error.code),
    ]),
  );
  const stale =
    keepVersion.error?.code === 'version.stale'
      ? (keepVersion.error.current as SheetVersion)
      : null;
  const mine = (session.data?.data.account?.mandates ?? [])
    .filter((mandate) => mandate.place_id === view.establishment_id)
    .map((mandate) => mandate.kind as CollegeKind);
  const keep = (version: number) => keepVersion.mutate({ version, note, contents: sent });

  return (
    <form
      className="stack-xl write"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keep(editor.base);
      }}
    >
      <ProblemNote
        problem={stale ? null : keepVersion.error}
        shownBesideFields={Object.keys(fieldTexts(keepVersion.error))}
      />
      {view.version > editor.base && (
        <Notice>{t('sheets.write.moved_on', { number: view.version })}</Notice>
      )}
      <Part found={found.get('title')}>
        <TextField
          label={t('sheets.field.title')}
          isRequired
          length_max={200}
          value={contents.title}
          error={errors.title}
          onChange={(title) => write({ ...contents, title })}
        />
      </Part>
      <Part found={found.get('authors')}>
        <TextField
          label={t('sheets.field.authors')}
          hint={t('sheets.hint.authors')}
          isOptional
          length_max={200}
          value={contents.authors}
          error={errors.authors}
          onChange={(authors) => write({ ...contents, authors })}
        />
      </Part>
      {view.template.sections
        .filter((section) => section.key !== 'status')
        .map((section) => (
          <Part key={section.key} found={found.get(section.key)}>
            <SectionField
              section={section}
              content={sectionOf(contents, section.key)}
              error={errors[section.key]}
              mine={mine}
              onChange={(content) => write(withSection(contents, content))}
            />
          </Part>
        ))}
      {view.template.context.length > 0 && (
        <Plank title={t('sheets.context.title')}>
          <p className="small">{t('sheets.context.hint')}</p>
          {view.template.context.map((line) => (
            <Part key={line.key} found={found.get(`context:${line.key}`)}>
              <TextArea
                label={inLanguage(line.title)}
                hint={inLanguage(line.hint)}
                isOptional={!line.required}
                rows={2}
                length_max={context_length_max}
                value={contents.context.find((each) => each.key === line.key)?.text ?? ''}
                error={errors[`context:${line.key}`]}
                onChange={(text) => write(withContext(contents, line.key, text))}
              />
            </Part>
          ))}
        </Plank>
      )}
      {view.sources.some((source) => source.kind === 'experiment') && (
        <Plank title={t('sheets.figures.title')}>
          <Checkbox
            label={t('sheets.figures.join')}
            isChecked={contents.with_figures === true}
            onChange={(isJoined) => write({ ...contents, with_figures: isJoined || null })}
          />
          <p className="small">{t('sheets.figures.join_hint')}</p>
          {errors.with_figures && (
            <p className="problem-note" role="alert">
              {t('sheets.figures.names', { why: errors.with_figures })}
            </p>
          )}
        </Plank>
      )}
      {showsPreview && (
        <Sheet className="paper">
          <SheetShown contents={sent} template={view.template} />
        </Sheet>
      )}
      <div className="stack keep-bar">
        <TextField
          label={t('sheets.write.note')}
          hint={t('sheets.write.note_hint')}
          isOptional
          length_max={300}
          value={note}
          onChange={setNote}
        />
        <Lacks view={view} />
        <p className="row">
          <Button type="submit" kind="main" isBusy={keepVersion.isPending}>
            {t('sheets.write.keep')}
          </Button>
          <Button onPress={() => setShowsPreview(!showsPreview)} isPressed={showsPreview}>
            {t('sheets.write.preview')}
          </Button>
          <SavingMark
            saved_at={editor.kept_at ?? editor.draft.saved_at}
            wasRestored={editor.kept_at === null && editor.draft.wasRestored}
          />
          <TextLink href={`/partager/${view.id}`}>{t('sheets.write.back')}</TextLink>
        </p>
      </div>
      {stale && (
        <StaleDialog
          isOpen
          fields={[
            {
              label: view.contents.title,
              mine: asText(contents, view.template),
              theirs: asText(stale.contents, view.template),
            },
          ]}
          onClose={() => keepVersion.reset()}
          onKeepMine={() => keep(stale.number)}
          onTakeTheirs={() => {
            editor.draft.set({ contents: stale.contents, base: stale.number });
            keepVersion.reset();
          }}
        />
      )}
    </form>
  );
}

/** A field, and under it the very words that look like somebody, with why. */
function Part({ found, children }: { found: FoundWords[] | undefined; children: ReactNode }) {
  return (
    <div className="stack">
      {children}
      {(found ?? []).map((each) => (
        <div key={each.words + each.code} className="problem-note" role="status">
          <p>
            <b>{quoted(each.words)}</b> {problemText(each.code)}
          </p>
        </div>
      ))}
    </div>
  );
}
