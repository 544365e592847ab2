// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/import_screen.tsx
//
// A file or a paste: what would be done, line by line, and then doing just that.

import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, LinkButton, PageHead, ProblemNote } from '#ui';
import { t } from '#words';
import { ImportForm } from './import_form.tsx';
import { ImportReportView } from './import_report.tsx';
import './places.css';
import { useConfirmImport, usePreviewImport, useTree } from './use_places.ts';

export function ImportScreen() {
  const { dans: under } = useSearch({ from: '/lieux/importer' });
  const preview = usePreviewImport();
  const confirm = useConfirmImport();
  const [content_base64, setContent] = useState('');
  const place = under ? { under } : {};
  const report = confirm.data?.data ?? preview.data?.data;
  return (
    <>
      <PageHead
        title={t('places.import.title')}
        where={under && <Where place_id={under} />}
        lead={t('places.import.lead')}
      />
      <ProblemNote problem={preview.error ?? confirm.error} />
      {report === undefined ? (
        <ImportForm
          under={under}
          isBusy={preview.isPending}
          onSubmit={(content) => {
            setContent(content);
            preview.mutate({ content_base64: content, ...place });
          }}
        />
      ) : (
        <div className="stack-xl">
          <ImportReportView report={report} />
          <div className="row">
            {!report.done && report.created + report.changed > 0 && (
              <Button
                kind="main"
                isBusy={confirm.isPending}
                onPress={() =>
                  confirm.mutate({ content_base64, ...place, preview: report.preview })
                }
              >
                {t('places.import.confirm')}
              </Button>
            )}
            {report.done && (
              <LinkButton href={under ? `/etablissements/${under}/lieux` : '/lieux'} kind="main">
                {t('places.import.see')}
              </LinkButton>
            )}
            <Button
              onPress={() => {
                preview.reset();
                confirm.reset();
              }}
            >
              {t('places.import.again')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function Where({ place_id }: { place_id: string }) {
  const name = useTree(place_id, '').data?.data.places[0]?.place.name;
  return name ? t('places.import.inside', { name }) : null;
}
