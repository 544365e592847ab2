// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/import_form.tsx
//
// Pasting a table, or choosing a file. The bytes travel as they are, since their encoding is part of
// what the server reads.

import { useState } from 'react';
import { base64Of } from '#app/base64.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, Section, TextArea } from '#ui';
import { t } from '#words';

interface ImportFormProps {
  under?: string;
  isBusy: boolean;
  onSubmit: (content_base64: string) => void;
}

export function ImportForm({ under, isBusy, onSubmit }: ImportFormProps) {
  const draft = useDraft(`places.import.${under ?? ''}`, { text: '' });
  const [file, setFile] = useState<File | null>(null);
  const send = async () => {
    const bytes = file
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(draft.value.text);
    onSubmit(base64Of(bytes));
  };
  return (
    <form
      className="stack-xl read"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Section>
        <TextArea
          label={t('places.import.paste')}
          hint={t('places.import.paste_hint')}
          value={draft.value.text}
          onChange={(text) => draft.change({ text })}
          rows={8}
        />
        <details>
          <summary>{t('places.import.example')}</summary>
          <pre className="example">
            {t(under ? 'places.import.example_inside' : 'places.import.example_directory')}
          </pre>
        </details>
      </Section>
      <Section>
        <label className="field">
          <span>{t('places.import.file')}</span>
          <span className="hint">{t('places.import.file_hint')}</span>
          <input
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        </label>
        {file && <p className="soft">{t('places.import.chosen', { name: file.name })}</p>}
      </Section>
      <div>
        <Button
          type="submit"
          kind="main"
          isBusy={isBusy}
          isDisabled={!file && draft.value.text.trim() === ''}
        >
          {t('places.import.preview')}
        </Button>
      </div>
    </form>
  );
}
