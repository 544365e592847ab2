// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/frame_editor.tsx
//
// What a questionnaire says of itself: its title, its languages, what is told before and after, its scales, whose words these are.

import type { Instrument, Language } from '#form/instrument.ts';
import { Button, Checkbox, Notice, Plank, Sheet, TextArea, TextField } from '#ui';
import { t } from '#words';
import { freshCode, replaceAt, some, without } from './edit.ts';
import { NumberField } from './number_field.tsx';
import { OptionsEditor } from './options_editor.tsx';
import { type Troubles, ofWording } from './troubles.ts';
import { WordingField } from './wording_field.tsx';

interface FrameProps {
  instrument: Instrument;
  troubles: Troubles;
  onChange: (instrument: Instrument, field?: string) => void;
}

const spoken: readonly Language[] = ['fr', 'en'];

export function FrameEditor({ instrument, troubles, onChange }: FrameProps) {
  const { languages } = instrument;
  return (
    <Sheet title={t('instruments.frame.title')}>
      <WordingField
        label={t('instruments.frame.name')}
        value={instrument.title}
        languages={languages}
        errors={ofWording(troubles, '/title')}
        onChange={(title, language) => onChange({ ...instrument, title }, `title.${language}`)}
      />
      <fieldset>
        <legend>{t('instruments.frame.languages')}</legend>
        {spoken.map((language) => (
          <Checkbox
            key={language}
            label={t(`instruments.language.${language}`)}
            isChecked={languages.includes(language)}
            isDisabled={languages.length === 1 && languages[0] === language}
            onChange={(isSpoken) =>
              onChange({
                ...instrument,
                languages: spoken.filter((each) =>
                  each === language ? isSpoken : languages.includes(each),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <WordingField
        label={t('instruments.frame.intro')}
        hint={t('instruments.frame.intro_hint')}
        value={instrument.intro}
        languages={languages}
        isOptional
        isLong
        onChange={(intro, language) => onChange({ ...instrument, intro }, `intro.${language}`)}
      />
      <WordingField
        label={t('instruments.frame.closing')}
        value={instrument.closing}
        languages={languages}
        isOptional
        isLong
        onChange={(closing, language) =>
          onChange({ ...instrument, closing }, `closing.${language}`)
        }
      />
      <NumberField
        label={t('instruments.frame.minutes')}
        hint={t('instruments.frame.minutes_hint')}
        value={instrument.minutes}
        error={troubles.get('/minutes')}
        onChange={(minutes) => minutes !== null && onChange({ ...instrument, minutes }, 'minutes')}
      />
    </Sheet>
  );
}

/** Answers said once for several questions. */
export function ScalesEditor({ instrument, troubles, onChange }: FrameProps) {
  const { scales } = instrument;
  return (
    <Sheet title={t('instruments.scales.title')}>
      <p className="small soft read">{t('instruments.scales.lead')}</p>
      {scales.map((scale, at) => (
        <div key={scale.code} className="stack scale">
          <h3>{t('instruments.scales.scale', { number: at + 1 })}</h3>
          <OptionsEditor
            options={scale.options}
            languages={instrument.languages}
            pointer={`/scales/${at}/options`}
            troubles={troubles}
            name={scale.code}
            isMultiple={false}
            onChange={(options, field) =>
              onChange({ ...instrument, scales: replaceAt(scales, at, { options }) }, field)
            }
          />
          <Button
            kind="quiet"
            icon="close"
            aria-label={t('instruments.scales.remove_one', { number: at + 1 })}
            onPress={() => onChange({ ...instrument, scales: without(scales, at) })}
          >
            {t('instruments.scales.remove')}
          </Button>
        </div>
      ))}
      <Button
        icon="plus"
        onPress={() => {
          const code = freshCode(
            scales.map((scale) => scale.code),
            'scale_',
          );
          onChange({ ...instrument, scales: [...scales, { code, options: some(3) }] });
        }}
      >
        {t('instruments.scales.add')}
      </Button>
    </Sheet>
  );
}

/** Whose words these are, and what that allows. */
export function RightsEditor({ instrument, troubles, onChange }: FrameProps) {
  const { rights } = instrument;
  const write = (part: Partial<Instrument['rights']>, field?: string) =>
    onChange({ ...instrument, rights: { ...rights, ...part } }, field);
  return (
    <Plank title={t('instruments.rights.title')}>
      <Notice>
        <p>{t(`instruments.validation_long.${instrument.validation}`)}</p>
      </Notice>
      <TextField
        label={t('instruments.rights.licence')}
        length_max={200}
        value={rights.licence}
        error={troubles.get('/rights/licence')}
        isDisabled={!rights.may_edit}
        onChange={(licence) => write({ licence }, 'licence')}
      />
      <TextArea
        label={t('instruments.rights.source')}
        hint={t('instruments.rights.source_hint')}
        rows={2}
        length_max={4000}
        value={rights.source}
        error={troubles.get('/rights/source')}
        onChange={(source) => write({ source }, 'source')}
      />
      <Checkbox
        label={t('instruments.rights.needed')}
        hint={t('instruments.rights.needed_hint')}
        isChecked={rights.permission_needed}
        onChange={(permission_needed) => write({ permission_needed })}
      />
      {rights.permission_needed && (
        <TextField
          label={t('instruments.rights.proof')}
          hint={t('instruments.rights.proof_hint')}
          length_max={200}
          value={rights.permission_proof ?? ''}
          onChange={(proof) => write({ permission_proof: proof || null }, 'proof')}
        />
      )}
    </Plank>
  );
}
