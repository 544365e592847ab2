// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/options_editor.tsx
//
// What can be ticked, in order. An option without a number stands apart: « cela ne me concerne pas ».

import type { Language, Option } from '#form/instrument.ts';
import { Button, Checkbox } from '#ui';
import { t } from '#words';
import { counted, moved, option, replaceAt, without } from './edit.ts';
import { type Troubles, ofWording } from './troubles.ts';
import { WordingField } from './wording_field.tsx';

interface OptionsEditorProps {
  options: readonly Option[];
  languages: readonly Language[];
  pointer: string;
  troubles: Troubles;
  /** Whose options: names the fields for undoing. */
  name: string;
  isMultiple: boolean;
  onChange: (options: Option[], field?: string) => void;
}

export function OptionsEditor(props: OptionsEditorProps) {
  const { options, languages, pointer, troubles, name, isMultiple, onChange } = props;
  return (
    <fieldset className="stack">
      <legend>{t('instruments.options.label')}</legend>
      {troubles.get(pointer) && <p className="error">{troubles.get(pointer)}</p>}
      {options.map((each, at) => (
        <div key={each.code} className="option-line">
          <WordingField
            label={t('instruments.options.option', { number: at + 1 })}
            value={each.label}
            languages={languages}
            errors={ofWording(troubles, `${pointer}/${at}/label`)}
            onChange={(label, spoken) =>
              onChange(replaceAt(options, at, { label }), `${name}.${each.code}.${spoken}`)
            }
          />
          {isMultiple ? (
            <Checkbox
              label={t('instruments.options.exclusive')}
              isChecked={each.exclusive === true}
              onChange={(is) => onChange(replaceAt(options, at, { exclusive: is || null }))}
            />
          ) : (
            <Checkbox
              label={t('instruments.options.apart')}
              isChecked={each.value == null}
              onChange={(is) =>
                onChange(
                  replaceAt(options, at, { value: is ? null : (option(options).value ?? 1) }),
                )
              }
            />
          )}
          <div className="row">
            {at > 0 && (
              <Button
                kind="quiet"
                aria-label={t('instruments.options.up_one', { number: at + 1 })}
                onPress={() => onChange(counted(options, moved(options, at, -1)))}
              >
                {t('instruments.up')}
              </Button>
            )}
            <Button
              kind="quiet"
              icon="close"
              aria-label={t('instruments.options.remove_one', { number: at + 1 })}
              onPress={() => onChange(counted(options, without(options, at)))}
            >
              {t('instruments.remove')}
            </Button>
          </div>
        </div>
      ))}
      <Button icon="plus" onPress={() => onChange([...options, option(options)])}>
        {t('instruments.options.add')}
      </Button>
    </fieldset>
  );
}
