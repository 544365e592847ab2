// SPDX-License-Identifier: EUPL-1.2
// web/app/features/instruments/scores_editor.tsx
//
// Numbers computed of one person's answers: the mean or the sum of some items, when enough of them were answered.

import { type Instrument, optionsOf, type Score } from '#form/instrument.ts';
import { Button, Checkbox, Choice, Sheet } from '#ui';
import { currentLanguage, t } from '#words';
import { freshCode, itemCodes, replaceAt, without } from './edit.ts';
import { NumberField } from './number_field.tsx';
import { type Troubles, ofWording, under } from './troubles.ts';
import { WordingField } from './wording_field.tsx';

interface ScoresProps {
  instrument: Instrument;
  troubles: Troubles;
  onChange: (instrument: Instrument, field?: string) => void;
}

interface Countable {
  code: string;
  words: string;
}

/** Items an answer of which carries a number. */
function countable(instrument: Instrument): Countable[] {
  const language = currentLanguage();
  return instrument.sections.flatMap((section) =>
    section.questions.flatMap((question): Countable[] => {
      const isCounted =
        question.type === 'number' ||
        (question.type !== 'multiple' &&
          optionsOf(instrument, question).some((option) => option.value != null));
      if (!isCounted) return [];
      return question.rows
        ? question.rows.map((row) => ({ code: row.code, words: row.text[language] || row.text.fr }))
        : [{ code: question.code, words: question.text[language] || question.text.fr }];
    }),
  );
}

export function ScoresEditor({ instrument, troubles, onChange }: ScoresProps) {
  const { scores } = instrument;
  const items = countable(instrument);
  const write = (at: number, part: Partial<Score>, field?: string) =>
    onChange({ ...instrument, scores: replaceAt(scores, at, part) }, field);
  return (
    <Sheet title={t('instruments.scores.title')}>
      <p className="small soft read">{t('instruments.scores.lead')}</p>
      {scores.map((score, at) => (
        <div key={score.code} className="stack scale">
          <h3>{t('instruments.scores.score', { number: at + 1 })}</h3>
          <WordingField
            label={t('instruments.scores.name')}
            value={score.title}
            languages={instrument.languages}
            errors={ofWording(troubles, `/scores/${at}/title`)}
            onChange={(title, spoken) => write(at, { title }, `${score.code}.${spoken}`)}
          />
          <Choice
            label={t('instruments.scores.method')}
            isSideBySide
            options={[
              { value: 'mean', label: t('instruments.scores.mean') },
              { value: 'sum', label: t('instruments.scores.sum') },
            ]}
            value={score.method}
            onChange={(method) => write(at, { method })}
          />
          <details>
            <summary>{t('instruments.scores.items', { count: score.items.length })}</summary>
            <fieldset>
              <legend className="hide">{t('instruments.scores.of')}</legend>
              {items.map((item) => (
                <Checkbox
                  key={item.code}
                  label={item.words || t('instruments.question.unwritten')}
                  isChecked={score.items.includes(item.code)}
                  onChange={(isCounted) =>
                    write(at, {
                      items: items
                        .map(({ code }) => code)
                        .filter((code) =>
                          code === item.code ? isCounted : score.items.includes(code),
                        ),
                    })
                  }
                />
              ))}
            </fieldset>
          </details>
          <NumberField
            label={t('instruments.scores.answered_min')}
            hint={t('instruments.scores.answered_hint')}
            value={score.answered_min}
            onChange={(answered_min) => answered_min !== null && write(at, { answered_min })}
          />
          {under(troubles, `/scores/${at}`).map((words) => (
            <p key={words} className="error small">
              {words}
            </p>
          ))}
          <Button
            kind="quiet"
            icon="close"
            aria-label={t('instruments.scores.remove_one', { number: at + 1 })}
            onPress={() => onChange({ ...instrument, scores: without(scores, at) })}
          >
            {t('instruments.scores.remove')}
          </Button>
        </div>
      ))}
      <Button
        icon="plus"
        onPress={() => {
          const taken = [...itemCodes(instrument), ...scores.map((score) => score.code)];
          const score: Score = {
            code: freshCode(taken, 'score_'),
            title: { fr: '', en: '' },
            method: 'mean',
            items: [],
            answered_min: 1,
          };
          onChange({ ...instrument, scores: [...scores, score] });
        }}
      >
        {t('instruments.scores.add')}
      </Button>
    </Sheet>
  );
}
