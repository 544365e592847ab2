// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/compose_screen.tsx
//
// Composing a questionnaire: everything is kept as it is written, every step can be taken back, and what is still lacking is
// said where it is. Somebody who may not write reads it.

import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, Notice, PageHead, Plank, ProblemNote, SavingMark, TextLink, UndoBar } from '#ui';
import { currentLanguage, fullDay, t } from '#words';
import { addSection } from './edit.ts';
import { ExportFile } from './files.tsx';
import { FrameEditor, RightsEditor, ScalesEditor } from './frame_editor.tsx';
import './instruments.css';
import { LineFacts, titleOf } from './list_screen.tsx';
import { Preview } from './preview.tsx';
import { InstrumentRead } from './read.tsx';
import { ScoresEditor } from './scores_editor.tsx';
import { SectionEditor } from './section_editor.tsx';
import { lines, troublesOf } from './troubles.ts';
import { useComposer } from './use_composer.ts';
import { type InstrumentView, useFix, useInstrument, useRemove } from './use_instruments.ts';

export function ComposeScreen() {
  const { id } = useParams({ from: '/ecouter/questionnaires/$id' });
  const instrument = useInstrument(id);
  return (
    <Loaded from={instrument}>
      {(view, can) => (
        <>
          <PageHead
            room="listen"
            where={view.line.establishment_name ?? t('instruments.title')}
            title={titleOf(view.line)}
            facts={<LineFacts line={view.line} />}
          />
          {can('write') ? (
            <Composer key={id} start={view} mayRemove={can('remove')} />
          ) : (
            <InstrumentRead instrument={view.content} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Composer({ start, mayRemove }: { start: InstrumentView; mayRemove: boolean }) {
  const router = useRouter();
  const composer = useComposer(start);
  const { history, view } = composer;
  const instrument = history.value;
  const language = currentLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [isPreviewed, setIsPreviewed] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const fix = useFix(start.line.id);
  const remove = useRemove(start.line.id, () =>
    router.navigate({ href: '/ecouter/questionnaires' }),
  );
  const troubles = troublesOf(view.troubles, composer.problem);

  return (
    <div className="stack-xl compose">
      <div className="row compose-bar">
        <Button icon="undo" isDisabled={!history.canUndo} onPress={history.undo}>
          {t('instruments.undo')}
        </Button>
        <Button isDisabled={!history.canRedo} onPress={history.redo}>
          {t('instruments.redo')}
        </Button>
        <Button
          icon="eye"
          isPressed={isPreviewed}
          onPress={() => setIsPreviewed((before) => !before)}
        >
          {t('instruments.preview.open')}
        </Button>
        <SavingMark saved_at={composer.kept_at} place="server" />
      </div>
      <ProblemNote problem={composer.problem} takesFocus={false} />
      {composer.isStale && (
        <Notice>
          <p>{t('instruments.stale')}</p>
          <div className="row">
            <Button kind="main" onPress={composer.takeTheirs}>
              {t('instruments.stale_take')}
            </Button>
            <Button onPress={composer.keepMine}>{t('instruments.stale_keep')}</Button>
          </div>
        </Notice>
      )}
      {isPreviewed && (
        <Preview instrument={instrument} holdsTogether={view.troubles.length === 0} />
      )}
      {view.versions.length > 0 && (
        <Notice>
          <p>{t('instruments.fixed_note')}</p>
          <ul className="lines">
            {view.versions.map((version) => (
              <li key={version.number}>
                <TextLink
                  href={`/ecouter/questionnaires/${start.line.id}/versions/${version.number}`}
                >
                  {t('instruments.version', {
                    number: version.number,
                    day: fullDay(version.fixed_on),
                  })}
                </TextLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <FrameEditor instrument={instrument} troubles={troubles} onChange={history.change} />
      {instrument.sections.map((section, at) => (
        <SectionEditor
          key={section.code}
          instrument={instrument}
          at={at}
          troubles={troubles}
          language={language}
          open={open}
          onOpen={setOpen}
          onChange={history.change}
          onRemoved={setTold}
        />
      ))}
      <div className="row">
        <Button icon="plus" onPress={() => history.change(addSection(instrument))}>
          {t('instruments.section.add')}
        </Button>
      </div>
      <ScalesEditor instrument={instrument} troubles={troubles} onChange={history.change} />
      <ScoresEditor instrument={instrument} troubles={troubles} onChange={history.change} />
      <RightsEditor instrument={instrument} troubles={troubles} onChange={history.change} />
      <Plank title={t('instruments.fix.title')}>
        {view.troubles.length === 0 ? (
          <p className="read">{t('instruments.fix.lead')}</p>
        ) : (
          <>
            <p>{t('instruments.fix.lacks', { count: view.troubles.length })}</p>
            <ul className="trouble-list">
              {lines(view.troubles, instrument).map((line) => (
                <li key={line.pointer + line.what}>
                  {line.code === null ? (
                    `${line.where}${t('instruments.trouble.colon')}${line.what}`
                  ) : (
                    <a href={`#question-${line.code}`} onClick={() => setOpen(line.code)}>
                      {`${line.where}${t('instruments.trouble.colon')}${line.what}`}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <ProblemNote problem={fix.error ?? remove.error} />
        <div className="row">
          <Button
            kind="main"
            isBusy={fix.isPending}
            isDisabled={view.troubles.length > 0 || !composer.isKept}
            onPress={() =>
              fix.mutate(
                { version: composer.version },
                { onSuccess: (reply) => composer.goOnFixed(reply.data) },
              )
            }
          >
            {t('instruments.fix.go')}
          </Button>
          {mayRemove && view.versions.length === 0 && (
            <Button
              kind="quiet"
              icon="close"
              isBusy={remove.isPending}
              onPress={() => remove.mutate({})}
            >
              {t('instruments.remove_all')}
            </Button>
          )}
        </div>
      </Plank>
      {view.troubles.length === 0 && instrument.rights.may_export_items && (
        <ExportFile id={start.line.id} />
      )}
      <UndoBar
        message={told}
        onUndo={() => {
          history.undo();
          setTold(null);
        }}
        onDismiss={() => setTold(null)}
      />
    </div>
  );
}
