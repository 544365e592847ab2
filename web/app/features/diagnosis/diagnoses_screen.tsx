// SPDX-License-Identifier: EUPL-1.2
// web/app/features/diagnosis/diagnoses_screen.tsx
//
// The shared diagnoses of the place, and beginning one: a title and where.

import { useRouter } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  EmptyState,
  PageHead,
  ProblemNote,
  Section,
  Select,
  Sheet,
  StateMark,
  TextField,
  TextLink,
  fieldTexts,
} from '#ui';
import { fullDay, t } from '#words';
import { useSheetPlaces } from '../sheets/parts.ts';
import { useBeginDiagnosis, useDiagnoses } from './use_diagnoses.ts';

export function DiagnosesScreen() {
  const diagnoses = useDiagnoses();
  return (
    <>
      <PageHead
        room="understand"
        title={t('diagnosis.index.title')}
        lead={t('diagnosis.index.lead')}
      />
      <Loaded from={diagnoses}>
        {({ items }, can) => (
          <div className="stack-xl read">
            {items.length === 0 && (
              <EmptyState icon="understand" title={t('diagnosis.empty.title')}>
                <p>{t('diagnosis.empty.lead')}</p>
              </EmptyState>
            )}
            {items.length > 0 && (
              <Section title={t('diagnosis.index.title')} isTitleHidden>
                <ul className="lines">
                  {items.map((item) => (
                    <li key={item.id} className="stack">
                      <p className="small soft">{item.place_name}</p>
                      <p>
                        <TextLink href={`/comprendre/diagnostic/${item.id}`}>{item.title}</TextLink>
                      </p>
                      <StateMark state={item.state === 'settled' ? 'done' : 'under_way'}>
                        {t(
                          item.state === 'settled'
                            ? 'diagnosis.state.settled'
                            : 'diagnosis.state.shared',
                          { day: fullDay(item.written_on) },
                        )}
                      </StateMark>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {can('begin') && <Begin />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Begin() {
  const router = useRouter();
  const places = useSheetPlaces();
  const draft = useDraft('diagnosis.new', { title: '', place_id: '' });
  const begin = useBeginDiagnosis((id) => {
    draft.clear();
    void router.navigate({ href: `/partager/${id}/ecrire` });
  });
  const errors = fieldTexts(begin.error);
  return (
    <Sheet title={t('diagnosis.begin.title')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate({
            template_id: 'diagnosis',
            place_id: draft.value.place_id,
            programme_id: null,
            written_with: [],
            contents: { title: draft.value.title, authors: '', sections: [], context: [] },
            sources: [],
          });
        }}
      >
        <ProblemNote problem={begin.error} shownBesideFields={Object.keys(errors)} />
        <TextField
          label={t('sheets.field.title')}
          isRequired
          length_max={200}
          value={draft.value.title}
          error={errors['/contents/title']}
          onChange={(title) => draft.change({ title })}
        />
        <Select
          label={t('sheets.field.place')}
          isRequired
          options={(places.data?.data.items ?? []).map((place) => ({
            value: place.id,
            label: place.name,
          }))}
          value={draft.value.place_id}
          error={errors['/place_id']}
          onChange={(place_id) => draft.change({ place_id })}
        />
        <p>
          <Button type="submit" kind="main" isBusy={begin.isPending}>
            {t('diagnosis.begin.submit')}
          </Button>
        </p>
      </form>
    </Sheet>
  );
}
