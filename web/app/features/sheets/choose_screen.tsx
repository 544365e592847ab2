// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/choose_screen.tsx
//
// Which kind of sheet: three offered first, the others when asked for. Then a title, a place, and who writes.

import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { collegeWord } from '#app/college_words.ts';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  Checkbox,
  Choice,
  Notice,
  PageHead,
  ProblemNote,
  SavingMark,
  Select,
  Sheet,
  TextField,
  fieldTexts,
} from '#ui';
import { duration, t } from '#words';
import { useThread } from '../thread/index.ts';
import './sheets.css';
import {
  type CollegeKind,
  type TemplateLine,
  useBeginSheet,
  useSheetPlaces,
  useTemplates,
} from './use_sheets.ts';

const colleges = [
  'professionals',
  'management',
  'medical',
  'staff_representatives',
  'direction',
  'users',
  'facilitator',
  'visitor',
] as const;
type SourceKind = 'experiment' | 'proposal' | 'conclusion' | 'space';

export function ChooseScreen() {
  const templates = useTemplates();
  return (
    <>
      <PageHead room="share" title={t('sheets.begin.title')} lead={t('sheets.begin.lead')} />
      <Loaded from={templates}>{({ items }) => <Chooser templates={items} />}</Loaded>
    </>
  );
}

function Chooser({ templates }: { templates: readonly TemplateLine[] }) {
  const { from_kind, from_id } = useSearch({ from: '/partager/nouvelle' });
  const router = useRouter();
  const session = useSession();
  const places = useSheetPlaces();
  const mine = session.data?.data.account?.mandates[0]?.kind ?? 'professionals';
  const [showsAll, setShowsAll] = useState(false);
  const draft = useDraft('sheet.new', {
    template_id: '',
    place_id: '',
    title: '',
    authors: '',
    written_with: [mine] as CollegeKind[],
  });
  const begin = useBeginSheet((id) => {
    draft.clear();
    void router.navigate({ href: `/partager/${id}/ecrire` });
  });
  const errors = fieldTexts(begin.error);
  const { value } = draft;
  const shown = templates.filter(
    (template) => showsAll || template.offered === 'first' || template.id === value.template_id,
  );

  return (
    <form
      className="stack-xl read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({
          template_id: value.template_id,
          place_id: value.place_id,
          programme_id: null,
          written_with: value.written_with,
          contents: { title: value.title, authors: value.authors, sections: [], context: [] },
          sources:
            from_kind && from_id ? [{ kind: from_kind as SourceKind, object_id: from_id }] : [],
        });
      }}
    >
      {from_kind && from_id && <Source kind={from_kind as SourceKind} id={from_id} />}
      <ProblemNote problem={begin.error} shownBesideFields={Object.keys(errors)} />
      <Choice
        label={t('sheets.begin.which')}
        isRequired
        options={shown.map((template) => ({
          value: template.id,
          label: inLanguage(template.title),
          hint: (
            <>
              {inLanguage(template.purpose)}{' '}
              <span className="minutes">{duration(template.minutes)}</span>
            </>
          ),
        }))}
        value={value.template_id || null}
        error={errors['/template_id']}
        onChange={(template_id) => draft.change({ template_id })}
      />
      {!showsAll && (
        <p>
          <Button kind="quiet" icon="down" onPress={() => setShowsAll(true)}>
            {t('sheets.begin.others')}
          </Button>
        </p>
      )}
      <Sheet title={t('sheets.begin.first_words')}>
        <TextField
          label={t('sheets.field.title')}
          isRequired
          length_max={200}
          value={value.title}
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
          value={value.place_id}
          error={errors['/place_id']}
          onChange={(place_id) => draft.change({ place_id })}
        />
        <TextField
          label={t('sheets.field.authors')}
          hint={t('sheets.hint.authors')}
          isOptional
          length_max={200}
          value={value.authors}
          error={errors['/contents/authors']}
          onChange={(authors) => draft.change({ authors })}
        />
        <fieldset className="stack">
          <legend>{t('sheets.field.written_with')}</legend>
          <p className="hint">{t('sheets.hint.written_with')}</p>
          <div className="colleges">
            {colleges.map((kind) => (
              <Checkbox
                key={kind}
                label={collegeWord(kind)}
                isChecked={value.written_with.includes(kind)}
                onChange={(isChecked) =>
                  draft.change({
                    written_with: isChecked
                      ? [...value.written_with, kind]
                      : value.written_with.filter((each) => each !== kind),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      </Sheet>
      <p className="row">
        <Button
          type="submit"
          kind="main"
          isBusy={begin.isPending}
          isDisabled={value.template_id === ''}
        >
          {t('sheets.begin.submit')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </p>
    </form>
  );
}

/** What it will come from, in its own words. */
function Source({ kind, id }: { kind: SourceKind; id: string }) {
  const thread = useThread(kind, id);
  const here = thread.data?.data.knots.find((knot) => knot.relation === 'itself');
  if (here === undefined) return null;
  return (
    <Notice>
      <p className="small soft">{t('sheets.begin.from')}</p>
      <p className="voice">{here.title}</p>
    </Notice>
  );
}
