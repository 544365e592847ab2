// SPDX-License-Identifier: EUPL-1.2
// web/app/features/sheets/section_shown.tsx
//
// What was written, read on paper or on screen: each section under its title, readings side by side, and the context
// without which the sheet does not travel.

import { collegeWord } from '#app/college_words.ts';
import { inLanguage } from '#app/pack_text.ts';
import { Facts, Quote } from '#ui';
import { t } from '#words';
import './sheets.css';
import {
  type Contents,
  type SectionContent,
  type SheetTemplate,
  type TemplateSection,
} from './use_sheets.ts';

export function SheetShown({
  contents,
  template,
}: {
  contents: Contents;
  template: SheetTemplate;
}) {
  const written = new Map(contents.sections.map((section) => [section.key, section]));
  const shown = template.sections.filter(
    (section) => isWritten(written.get(section.key)) && section.key !== 'status',
  );
  return (
    <>
      {shown.length === 0 && <p className="soft">{t('sheets.nothing_yet')}</p>}
      {shown.map((section) => (
        <section key={section.key} className="stack sheet-section">
          <h2>{inLanguage(section.title)}</h2>
          <SectionShown section={section} content={written.get(section.key)} />
        </section>
      ))}
      <ContextShown contents={contents} template={template} />
    </>
  );
}

export function isWritten(content: SectionContent | undefined): boolean {
  return (
    content !== undefined &&
    (content.text.trim() !== '' ||
      content.items.some((item) => item.trim() !== '') ||
      content.readings.some((reading) => reading.words.trim() !== ''))
  );
}

export function SectionShown({
  section,
  content,
}: {
  section: TemplateSection;
  content: SectionContent | undefined;
}) {
  if (content === undefined) return null;
  if (section.type === 'quote') return <Quote text={content.text} isMarked />;
  if (section.type === 'choice') {
    const chosen = section.options?.find((option) => option.code === content.text);
    return <p>{chosen ? inLanguage(chosen.title) : content.text}</p>;
  }
  if (section.type === 'list')
    return (
      <ul className="sheet-list">
        {content.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  if (section.type === 'by_college')
    return (
      <div className="readings">
        {content.readings
          .filter((reading) => reading.words.trim() !== '')
          .map((reading) => (
            <div key={reading.college} className="reading">
              <p className="label">{collegeWord(reading.college)}</p>
              <p className="voice">{reading.words}</p>
            </div>
          ))}
      </div>
    );
  return content.text.split(/\n{2,}/).map((paragraph) => (
    <p key={paragraph} className="paragraph">
      {paragraph}
    </p>
  ));
}

function ContextShown({ contents, template }: { contents: Contents; template: SheetTemplate }) {
  if (template.context.length === 0) return null;
  const lines = template.context.map((line) => ({
    label: inLanguage(line.title),
    value:
      contents.context.find((each) => each.key === line.key)?.text || t('sheets.context.missing'),
  }));
  return (
    <section className="stack sheet-context">
      <h2>{t('sheets.context.title')}</h2>
      <Facts columns={2} isSmall items={lines} />
    </section>
  );
}
