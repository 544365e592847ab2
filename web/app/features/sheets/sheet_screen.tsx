// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/sheet_screen.tsx
//
// The sheet, its thread, and who may read it. Printed, it is one A4; « notre beau travail » is a poster.

import { Navigate, useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Button, LinkButton, PageHead, Section, Tag } from '#ui';
import { fullDay, t } from '#words';
import { ObjectThreadLine } from '../thread/index.ts';
import { Comments } from './comments.tsx';
import { ReadersPlank } from './readers_plank.tsx';
import { OwnReadings } from './reading_forms.tsx';
import { SheetShown } from './section_shown.tsx';
import { Sources } from './sources.tsx';
import './sheets.css';
import { ToldFigures } from './told_figures.tsx';
import { type SheetView, useSheet } from './use_sheets.ts';

export function SheetScreen() {
  const { id } = useParams({ from: '/partager/$id' });
  const sheet = useSheet(id);
  return (
    <Loaded from={sheet}>
      {(view, can) =>
        view.template_id === 'diagnosis' ? (
          <Navigate to="/comprendre/diagnostic/$id" params={{ id }} replace />
        ) : (
          <div className={view.template_id === 'beau-travail' ? 'sheet-page poster' : 'sheet-page'}>
            <SheetHead view={view} />
            <div className="cols">
              <div className="stack-xl">
                <article className="sheet paper stack-l">
                  <SheetShown contents={view.contents} template={view.template} />
                  <Actions view={view} mayWrite={can('write')} />
                </article>
                <ToldFigures view={view} />
                <OwnReadings view={view} can={can} />
                <Comments view={view} mayComment={can('comment')} />
              </div>
              <aside className="stack-xl no-print" aria-label={t('sheets.aside')}>
                <ReadersPlank view={view} can={can} />
                <Sources view={view} />
                <Section title={t('common.thread')}>
                  <ObjectThreadLine kind="sheet" id={id} />
                </Section>
              </aside>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}

function SheetHead({ view }: { view: SheetView }) {
  return (
    <PageHead
      room="share"
      where={inLanguage(view.template.title)}
      title={view.contents.title}
      facts={
        <>
          <Tag icon="eye">{t(`sheets.read_by.${view.audience}`)}</Tag>
          <span>
            {t('sheets.version_of', { number: view.version, day: fullDay(view.written_on) })}
          </span>
          {view.contents.authors && (
            <span>{t('sheets.written_by', { authors: view.contents.authors })}</span>
          )}
          <span>{view.establishment_name}</span>
        </>
      }
    />
  );
}

function Actions({ view, mayWrite }: { view: SheetView; mayWrite: boolean }) {
  const newest = view.versions[0]?.number ?? view.version;
  const oldest = view.versions.at(-1)?.number ?? view.version;
  return (
    <p className="row no-print">
      {mayWrite && (
        <LinkButton
          href={`/partager/${view.id}/ecrire`}
          kind={view.state === 'mine' ? 'main' : 'plain'}
        >
          {t('sheets.write.open')}
        </LinkButton>
      )}
      <Button icon="print" onPress={() => window.print()}>
        {t(view.template_id === 'beau-travail' ? 'sheets.print.poster' : 'sheets.print.a4')}
      </Button>
      {newest > oldest && (
        <LinkButton href={`/partager/${view.id}/versions?from=${newest - 1}&to=${newest}`}>
          {t('sheets.versions.since', { number: newest - 1 })}
        </LinkButton>
      )}
      {view.lacks.length === 0 && (
        <a className="btn quiet" href={`/api/sheets/${view.id}/export`} download>
          {t('sheets.export')}
        </a>
      )}
    </p>
  );
}
