// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/versions_screen.tsx
//
// What changed from one version to another: in the text, or the two beside each other.

import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { collegeWord } from '#app/college_words.ts';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Choice, PageHead, Section, Select, TextLink } from '#ui';
import { fullDay, t } from '#words';
import './sheets.css';
import { type Differences, type SheetView, useDifferences, useSheet } from './use_sheets.ts';

type Manner = 'inline' | 'side';

export function VersionsScreen() {
  const { id } = useParams({ from: '/partager/$id/versions' });
  const sheet = useSheet(id);
  return (
    <Loaded from={sheet}>
      {(view) => (
        <>
          <PageHead
            room="share"
            where={view.contents.title}
            title={t('sheets.versions.title')}
            lead={t('sheets.versions.lead')}
          />
          <Versions view={view} />
        </>
      )}
    </Loaded>
  );
}

function Versions({ view }: { view: SheetView }) {
  const asked = useSearch({ from: '/partager/$id/versions' });
  const router = useRouter();
  const [manner, setManner] = useState<Manner>('inline');
  const newest = view.versions[0]?.number ?? view.version;
  const oldest = view.versions.at(-1)?.number ?? view.version;
  const from = asked.from ?? Math.max(oldest, newest - 1);
  const to = asked.to ?? newest;
  const differences = useDifferences(view.id, from, to);
  const options = view.versions.map((version) => ({
    value: String(version.number),
    label: t('sheets.versions.option', {
      number: version.number,
      day: fullDay(version.written_on),
      who: version.by_function,
    }),
  }));
  const go = (next: { from: number; to: number }) =>
    void router.navigate({ href: `/partager/${view.id}/versions?from=${next.from}&to=${next.to}` });
  return (
    <div className="stack-xl">
      <div className="side-by-side">
        <Select
          label={t('sheets.versions.from')}
          options={options}
          value={String(from)}
          onChange={(value) => go({ from: Number(value) || from, to })}
        />
        <Select
          label={t('sheets.versions.to')}
          options={options}
          value={String(to)}
          onChange={(value) => go({ from, to: Number(value) || to })}
        />
      </div>
      <Choice
        label={t('sheets.versions.manner')}
        isSideBySide
        options={(['inline', 'side'] as const).map((value) => ({
          value,
          label: t(`sheets.versions.${value}`),
        }))}
        value={manner}
        onChange={setManner}
      />
      <Loaded from={differences}>
        {({ sections }) =>
          sections.length === 0 ? (
            <p className="soft">{t('sheets.versions.same')}</p>
          ) : (
            sections.map((section) => (
              <Section key={section.key + (section.college ?? '')} title={titleOf(view, section)}>
                {manner === 'inline' ? (
                  <Inline pieces={section.pieces} />
                ) : (
                  <SideBySide pieces={section.pieces} />
                )}
              </Section>
            ))
          )
        }
      </Loaded>
      <p>
        <TextLink href={`/partager/${view.id}`}>{t('sheets.write.back')}</TextLink>
      </p>
    </div>
  );
}

function titleOf(view: SheetView, section: Differences['sections'][number]): string {
  if (section.key === 'title') return t('sheets.field.title');
  if (section.key === 'authors') return t('sheets.field.authors');
  const context = view.template.context.find((line) => `context:${line.key}` === section.key);
  const own = view.template.sections.find((each) => each.key === section.key);
  const title = context ? inLanguage(context.title) : own ? inLanguage(own.title) : section.key;
  return section.college ? `${title} · ${collegeWord(section.college)}` : title;
}

type Pieces = Differences['sections'][number]['pieces'];

function Inline({ pieces }: { pieces: Pieces }) {
  return (
    <p className="paragraph difference">
      {pieces.map((piece, index) =>
        piece.change === 'added' ? (
          <ins key={index}>{piece.text}</ins>
        ) : piece.change === 'removed' ? (
          <del key={index}>{piece.text}</del>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </p>
  );
}

function SideBySide({ pieces }: { pieces: Pieces }) {
  return (
    <div className="side-by-side">
      <div>
        <p className="label">{t('sheets.versions.from')}</p>
        <Inline pieces={pieces.filter((piece) => piece.change !== 'added')} />
      </div>
      <div>
        <p className="label">{t('sheets.versions.to')}</p>
        <Inline pieces={pieces.filter((piece) => piece.change !== 'removed')} />
      </div>
    </div>
  );
}
