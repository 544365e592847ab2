// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/section_field.tsx
//
// One section as it is written: a text, a list, a sentence heard, a choice, or each college's own words.

import { collegeWord } from '#app/college_words.ts';
import { inLanguage } from '#app/pack_text.ts';
import { Button, Choice, TextArea } from '#ui';
import { t } from '#words';
import { type CollegeKind, type SectionContent, type TemplateSection } from './use_sheets.ts';

interface SectionFieldProps {
  section: TemplateSection;
  content: SectionContent;
  error?: string;
  /** The colleges one sits in: their words alone can be written. */
  mine: readonly CollegeKind[];
  onChange: (content: SectionContent) => void;
}

export function SectionField(props: SectionFieldProps) {
  const { section, content, error, onChange } = props;
  if (section.type === 'list') return <ListField {...props} />;
  if (section.type === 'by_college') return <ReadingsField {...props} />;
  if (section.type === 'choice')
    return (
      <Choice
        label={inLanguage(section.title)}
        hint={inLanguage(section.hint)}
        options={(section.options ?? []).map((option) => ({
          value: option.code,
          label: inLanguage(option.title),
        }))}
        value={content.text || null}
        error={error}
        onChange={(text) => onChange({ ...content, text })}
      />
    );
  return (
    <TextArea
      label={inLanguage(section.title)}
      hint={inLanguage(section.hint)}
      isOptional={!section.required}
      rows={section.type === 'quote' ? 2 : 4}
      length_max={section.max}
      value={content.text}
      error={error}
      onChange={(text) => onChange({ ...content, text })}
    />
  );
}

function ListField({ section, content, error, onChange }: SectionFieldProps) {
  const items = content.items.length === 0 ? [''] : content.items;
  const put = (index: number, text: string) =>
    onChange({ ...content, items: items.map((item, at) => (at === index ? text : item)) });
  return (
    <fieldset className="stack">
      <legend>
        {inLanguage(section.title)}
        {!section.required && <span className="hint"> {t('common.optional')}</span>}
      </legend>
      <p className="hint">{inLanguage(section.hint)}</p>
      {items.map((item, index) => (
        <TextArea
          // Lines have no identity but their place.
          key={index}
          label={t('sheets.list.item', { section: inLanguage(section.title), number: index + 1 })}
          isLabelHidden
          rows={2}
          length_max={section.max}
          value={item}
          error={index === 0 ? error : undefined}
          onChange={(text) => put(index, text)}
        />
      ))}
      {items.length < (section.items_max ?? 1) && (
        <p>
          <Button
            kind="quiet"
            icon="plus"
            onPress={() => onChange({ ...content, items: [...items, ''] })}
          >
            {t('sheets.list.add')}
          </Button>
        </p>
      )}
    </fieldset>
  );
}

function ReadingsField({ section, content, error, mine, onChange }: SectionFieldProps) {
  const written = content.readings.filter(
    (reading) => !mine.includes(reading.college) && reading.words.trim() !== '',
  );
  const wordsOf = (college: CollegeKind) =>
    content.readings.find((each) => each.college === college)?.words ?? '';
  const put = (college: CollegeKind, words: string) =>
    onChange({
      ...content,
      readings: [
        ...content.readings.filter((each) => each.college !== college),
        { college, words },
      ],
    });
  return (
    <fieldset className="stack">
      <legend>
        {inLanguage(section.title)}
        {!section.required && <span className="hint"> {t('common.optional')}</span>}
      </legend>
      <p className="hint">{inLanguage(section.hint)}</p>
      {mine.map((college) => (
        <TextArea
          key={college}
          label={collegeWord(college)}
          rows={3}
          length_max={section.max}
          value={wordsOf(college)}
          error={error}
          onChange={(words) => put(college, words)}
        />
      ))}
      {written.map((reading) => (
        <div key={reading.college} className="reading">
          <p className="label">{collegeWord(reading.college)}</p>
          <p className="voice">{reading.words}</p>
        </div>
      ))}
    </fieldset>
  );
}
