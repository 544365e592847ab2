// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/condition_editor.tsx
//
// When a question or a part is shown: always, or by what was answered before.

import type { Language } from '#form/instrument.ts';
import { Button, Checkbox, Choice, Notice, Select } from '#ui';
import { t } from '#words';
import { type Asked, conditionOf, inWords, type Rule, rulesOf } from './conditions.ts';
import { replaceAt, without } from './edit.ts';

interface ConditionEditorProps {
  value: unknown;
  asked: readonly Asked[];
  language: Language;
  error?: string | undefined;
  onChange: (condition: unknown) => void;
}

export function ConditionEditor({ value, asked, language, error, onChange }: ConditionEditorProps) {
  const rules = rulesOf(value);
  if (rules === null)
    return (
      <Notice>
        <p>{t('instruments.condition.finer')}</p>
        <p>{inWords(value, asked, language)}</p>
        <Button kind="quiet" icon="close" onPress={() => onChange(null)}>
          {t('instruments.condition.always')}
        </Button>
      </Notice>
    );
  if (asked.length === 0 && rules.rules.length === 0) return null;
  const write = (next: readonly Rule[], every = rules.every) =>
    onChange(conditionOf({ every, rules: next }));
  return (
    <fieldset className="stack condition">
      <legend>{t('instruments.condition.label')}</legend>
      {rules.rules.length === 0 && (
        <p className="small soft">{t('instruments.condition.always')}</p>
      )}
      {rules.rules.length > 1 && (
        <Choice
          label={t('instruments.condition.several')}
          isSideBySide
          options={[
            { value: 'and', label: t('instruments.condition.every') },
            { value: 'or', label: t('instruments.condition.any') },
          ]}
          value={rules.every ? 'and' : 'or'}
          onChange={(every) => write(rules.rules, every === 'and')}
        />
      )}
      {rules.rules.map((rule, at) => (
        <RuleEditor
          // Rules have no name of their own, and their place is what they are.
          key={at}
          rule={rule}
          asked={asked}
          language={language}
          onChange={(part) => write(replaceAt(rules.rules, at, part))}
          onRemove={() => write(without(rules.rules, at))}
        />
      ))}
      {error && <p className="error">{error}</p>}
      {asked.length > 0 && (
        <Button
          icon="plus"
          onPress={() =>
            write([...rules.rules, { item: asked.at(-1)?.code ?? '', kind: 'answered', codes: [] }])
          }
        >
          {t('instruments.condition.add')}
        </Button>
      )}
    </fieldset>
  );
}

interface RuleEditorProps {
  rule: Rule;
  asked: readonly Asked[];
  language: Language;
  onChange: (part: Partial<Rule>) => void;
  onRemove: () => void;
}

function RuleEditor({ rule, asked, language, onChange, onRemove }: RuleEditorProps) {
  const item = asked.find((each) => each.code === rule.item);
  return (
    <div className="rule stack">
      <Select
        label={t('instruments.condition.question')}
        isRequired
        options={asked.map((each) => ({ value: each.code, label: each.words || each.code }))}
        value={item ? rule.item : ''}
        onChange={(code) => onChange({ item: code, kind: 'answered', codes: [] })}
      />
      {item && item.options.length > 0 && (
        <fieldset>
          <legend className="small">{t('instruments.condition.answers')}</legend>
          {item.options.map((option) => (
            <Checkbox
              key={option.code}
              label={option.label[language] || option.code}
              isChecked={rule.codes.includes(option.code)}
              onChange={(isChecked) => {
                const codes = item.options
                  .map((each) => each.code)
                  .filter((code) => (code === option.code ? isChecked : rule.codes.includes(code)));
                onChange({ kind: codes.length > 0 ? 'in' : 'answered', codes });
              }}
            />
          ))}
        </fieldset>
      )}
      {rule.kind === 'answered' && (
        <p className="small soft">{t('instruments.condition.any_answer')}</p>
      )}
      <Button kind="quiet" icon="close" onPress={onRemove}>
        {t('instruments.condition.remove')}
      </Button>
    </div>
  );
}
