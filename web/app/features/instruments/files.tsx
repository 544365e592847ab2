// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/files.tsx
//
// A questionnaire from another program, and for another program; what could not come along is told, line by line.

import { useId, useState } from 'react';
import { base64Of } from '#app/base64.ts';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, LinkButton, Notice, Plank, ProblemNote, Select } from '#ui';
import { findWord, t } from '#words';
import { type Lost, useExportLosses, useImportFile } from './use_instruments.ts';

const formats = ['limesurvey', 'xlsform', 'fhir', 'surveyjs'] as const;
type Format = (typeof formats)[number];
const endings = '.lss,.lsq,.lsg,.xlsx,.csv,.json';

export function ImportFile({ establishment_id }: { establishment_id: string }) {
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const read = useImportFile();
  const done = read.data?.data;
  return (
    <Plank title={t('instruments.import.title')}>
      <p className="read">{t('instruments.import.lead')}</p>
      <div className="field">
        <label htmlFor={id}>{t('instruments.import.file')}</label>
        <span className="hint">{t('instruments.import.hint')}</span>
        <input
          id={id}
          type="file"
          className="input"
          accept={endings}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (!file) return;
            setName(file.name);
            void file.arrayBuffer().then((bytes) =>
              read.mutate({
                establishment_id,
                file_name: file.name,
                content_base64: base64Of(new Uint8Array(bytes)),
              }),
            );
          }}
        />
      </div>
      <ProblemNote problem={read.error}>
        {read.error?.errors?.map(({ pointer }) => (
          // Where in their file, in the file's own terms.
          <p key={pointer}>
            <code lang="zxx">{pointer}</code>
          </p>
        ))}
      </ProblemNote>
      {done && (
        <div className="stack" role="status">
          <p>{t('instruments.import.done', { name: name ?? '' })}</p>
          <Losses items={done.lost} none={t('instruments.import.nothing_lost')} />
          <p className="row">
            <LinkButton kind="main" href={`/ecouter/questionnaires/${done.id}`}>
              {t('instruments.import.go')}
            </LinkButton>
          </p>
        </div>
      )}
    </Plank>
  );
}

export function ExportFile({ id }: { id: string }) {
  const [format, setFormat] = useState<Format | ''>('');
  return (
    <Plank title={t('instruments.export.title')}>
      <Select
        label={t('instruments.export.format')}
        options={formats.map((each) => ({ value: each, label: t(`instruments.format.${each}`) }))}
        value={format}
        onChange={setFormat}
      />
      {format !== '' && <ExportTold key={format} id={id} format={format} />}
    </Plank>
  );
}

function ExportTold({ id, format }: { id: string; format: Format }) {
  const losses = useExportLosses(id, format);
  return (
    <Loaded from={losses}>
      {({ items }) => (
        <>
          <Losses items={items} none={t('instruments.export.nothing_lost')} />
          <p className="row">
            <a className="btn" href={`/api/instruments/${id}/file?format=${format}`} download>
              {t('instruments.export.go')}
            </a>
          </p>
        </>
      )}
    </Loaded>
  );
}

/** Many of one kind are said once, then where. */
const shown_max = 12;

function Losses({ items, none }: { items: readonly Lost[]; none: string }) {
  const [showsAll, setShowsAll] = useState(false);
  if (items.length === 0) return <p>{none}</p>;
  const shown = showsAll ? items : items.slice(0, shown_max);
  return (
    <Notice>
      <p>{t('instruments.lost.lead', { count: items.length })}</p>
      <ul className="trouble-list">
        {shown.map((lost) => (
          <li key={`${lost.where} ${lost.kind} ${lost.what}`}>
            {findWord(`instruments.lost.${lost.kind}`) ?? t('instruments.lost.member')}{' '}
            {/* The file's own terms, which are in no language of ours. */}
            <code lang="zxx">{[lost.where, lost.what].filter(Boolean).join(' · ')}</code>
          </li>
        ))}
      </ul>
      {items.length > shown_max && !showsAll && (
        <Button kind="quiet" onPress={() => setShowsAll(true)}>
          {t('instruments.lost.all', { count: items.length })}
        </Button>
      )}
    </Notice>
  );
}
