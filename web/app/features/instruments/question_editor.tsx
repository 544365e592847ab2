// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/question_editor.tsx
//
// One question being composed: its words, what can be answered, when it is asked, what it is about.

import type { Instrument, Language, Question, QuestionType } from '#form/instrument.ts';
import { Button, Checkbox, Select } from '#ui';
import { t } from '#words';
import { askedBefore } from './conditions.ts';
import { ConditionEditor } from './condition_editor.tsx';
import { itemCodes, type Place, replaceAt, row, without } from './edit.ts';
import { NumberField } from './number_field.tsx';
import { OptionsEditor } from './options_editor.tsx';
import { type Troubles, ofWording } from './troubles.ts';
import { WordingField } from './wording_field.tsx';

export const question_types = ['single', 'grid', 'multiple', 'number', 'date', 'text'] as const;
const dimensions = [
  'content_organisation',
  'work_environment',
  'professional_development',
  'social_dialogue',
  'life_balance',
  'expression_action',
] as const;
const own_options = 'own';

interface QuestionEditorProps {
  instrument: Instrument;
  question: Question;
  place: Place;
  pointer: string;
  troubles: Troubles;
  language: Language;
  onType: (type: QuestionType) => void;
  onChange: (part: Partial<Question>, field?: string) => void;
}

export function QuestionEditor(props: QuestionEditorProps) {
  const { instrument, question, place, pointer, troubles, language, onType, onChange } = props;
  const { languages } = instrument;
  const { code, type } = question;
  return (
    <div className="stack question-editor">
      <WordingField
        label={t('instruments.question.text')}
        value={question.text}
        languages={languages}
        errors={ofWording(troubles, `${pointer}/text`)}
        isLong
        onChange={(text, spoken) => onChange({ text }, `${code}.text.${spoken}`)}
      />
      <Select
        label={t('instruments.question.type')}
        isRequired
        options={question_types.map((each) => ({
          value: each,
          label: t(`instruments.type.${each}`),
        }))}
        value={type}
        onChange={(next) => next && onType(next)}
      />
      {type === 'grid' && <RowsEditor {...props} />}
      {(type === 'single' || type === 'grid' || type === 'multiple') && (
        <AnswersEditor {...props} />
      )}
      {type === 'number' && (
        <div className="row">
          <NumberField
            label={t('instruments.question.min')}
            value={question.min ?? null}
            onChange={(min) => onChange({ min }, `${code}.min`)}
          />
          <NumberField
            label={t('instruments.question.max')}
            value={question.max ?? null}
            error={troubles.get(`${pointer}/max`)}
            onChange={(max) => onChange({ max }, `${code}.max`)}
          />
          <NumberField
            label={t('instruments.question.decimals')}
            value={question.decimals ?? null}
            error={troubles.get(`${pointer}/decimals`)}
            onChange={(decimals) => onChange({ decimals }, `${code}.decimals`)}
          />
        </div>
      )}
      {type === 'text' && (
        <NumberField
          label={t('instruments.question.length_max')}
          hint={t('instruments.question.text_hint')}
          value={question.length_max ?? null}
          error={troubles.get(`${pointer}/length_max`)}
          onChange={(length_max) => onChange({ length_max }, `${code}.length_max`)}
        />
      )}
      <WordingField
        label={t('instruments.question.help')}
        value={question.help}
        languages={languages}
        isOptional
        onChange={(help, spoken) =>
          onChange({ help: help.fr || help.en ? help : null }, `${code}.help.${spoken}`)
        }
      />
      <Select
        label={t('instruments.question.dimension')}
        options={dimensions.map((each) => ({
          value: each,
          label: t(`instruments.dimension.${each}`),
        }))}
        value={(question.dimension ?? '') as (typeof dimensions)[number] | ''}
        onChange={(dimension) => onChange({ dimension: dimension || null })}
      />
      {question.sensitivity !== 'health' && (
        <Checkbox
          label={t('instruments.question.sensitive')}
          hint={t('instruments.question.sensitive_hint')}
          isChecked={question.sensitivity === 'sensitive'}
          onChange={(is) => onChange({ sensitivity: is ? 'sensitive' : null })}
        />
      )}
      <ConditionEditor
        value={question.show_if}
        asked={askedBefore(instrument, language, place.section, place.question)}
        language={language}
        error={troubles.get(`${pointer}/show_if`)}
        onChange={(show_if) => onChange({ show_if })}
      />
    </div>
  );
}

function RowsEditor({ instrument, question, pointer, troubles, onChange }: QuestionEditorProps) {
  const rows = question.rows ?? [];
  return (
    <fieldset className="stack">
      <legend>{t('instruments.rows.label')}</legend>
      {rows.map((each, at) => (
        <div key={each.code} className="option-line">
          <WordingField
            label={t('instruments.rows.row', { number: at + 1 })}
            value={each.text}
            languages={instrument.languages}
            errors={ofWording(troubles, `${pointer}/rows/${at}/text`)}
            isLong
            onChange={(text, spoken) =>
              onChange({ rows: replaceAt(rows, at, { text }) }, `${each.code}.text.${spoken}`)
            }
          />
          <Checkbox
            label={t('instruments.rows.reversed')}
            isChecked={each.reversed === true}
            onChange={(reversed) =>
              onChange({ rows: replaceAt(rows, at, { reversed: reversed || null }) })
            }
          />
          <Button
            kind="quiet"
            icon="close"
            aria-label={t('instruments.rows.remove_one', { number: at + 1 })}
            onPress={() => onChange({ rows: without(rows, at) })}
          >
            {t('instruments.remove')}
          </Button>
        </div>
      ))}
      <Button icon="plus" onPress={() => onChange({ rows: [...rows, row(itemCodes(instrument))] })}>
        {t('instruments.rows.add')}
      </Button>
    </fieldset>
  );
}

/** One of the questionnaire's scales, or options of the question's own. */
function AnswersEditor(props: QuestionEditorProps) {
  const { instrument, question, pointer, troubles, language, onChange } = props;
  const mayUseScale = question.type !== 'multiple' && instrument.scales.length > 0;
  return (
    <>
      {mayUseScale && (
        <Select
          label={t('instruments.question.scale')}
          isRequired
          options={[
            ...instrument.scales.map((scale) => ({
              value: scale.code,
              label: scale.options
                .map((option) => option.label[language] || option.code)
                .join(' · '),
            })),
            { value: own_options, label: t('instruments.question.own_options') },
          ]}
          value={question.scale ?? own_options}
          error={troubles.get(`${pointer}/scale`)}
          onChange={(scale) =>
            onChange(
              scale === own_options
                ? {
                    scale: null,
                    options: instrument.scales.find((each) => each.code === question.scale)
                      ?.options,
                  }
                : { scale, options: null },
            )
          }
        />
      )}
      {question.scale == null && (
        <OptionsEditor
          options={question.options ?? []}
          languages={instrument.languages}
          pointer={`${pointer}/options`}
          troubles={troubles}
          name={question.code}
          isMultiple={question.type === 'multiple'}
          onChange={(options, field) => onChange({ options }, field)}
        />
      )}
      {question.type === 'single' && (
        <Checkbox
          label={t('instruments.rows.reversed')}
          isChecked={question.reversed === true}
          onChange={(reversed) => onChange({ reversed: reversed || null })}
        />
      )}
      {question.type === 'multiple' && (
        <NumberField
          label={t('instruments.question.choices_max')}
          value={question.choices_max ?? null}
          error={troubles.get(`${pointer}/choices_max`)}
          onChange={(choices_max) => onChange({ choices_max }, `${question.code}.choices_max`)}
        />
      )}
    </>
  );
}
