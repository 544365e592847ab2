// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/sheet_paper.tsx
//
// The questionnaire on paper: what remains possible, the code, place and occupation to tick, each question with numbered
// boxes. Black on white, A4; no name anywhere.

import { Fragment } from 'react';
import { fullDay, number, t } from '#words';
import { inLanguage } from '#app/pack_text.ts';
import type { Question, Wording } from '#form/index.ts';
import { signsOf } from '#form/signs.ts';
import { numberOf, onlyIf, type SheetForm } from './sheet_form.ts';
import { shortHash } from './links.ts';

type Item = SheetForm['form']['items'][number];

export function SheetPaper({ sheet }: { sheet: SheetForm }) {
  const { manifest, hash } = sheet.checked;
  const { mode, k } = manifest;
  return (
    <article className="printed-page printed-form">
      <header>
        <p>{manifest.establishment}</p>
        <h2>{manifest.title}</h2>
        <p>{manifest.purpose}</p>
        <p>{t('campaigns.form.how', { day: fullDay(manifest.closes_on) })}</p>
      </header>
      <CodeBox />
      <section>
        <h3>{t('campaigns.form.remains')}</h3>
        <ul>
          <li>{t('campaigns.form.remains_typed')}</li>
          <li>{t('campaigns.form.remains_hand')}</li>
          <li>{t(`campaigns.form.remains_${mode}`, { k })}</li>
        </ul>
      </section>
      <Profile sheet={sheet} />
      {sheet.form.instrument.sections.map((section) => (
        <section key={section.code}>
          <h3>{say(section.title)}</h3>
          {section.intro && <p>{say(section.intro)}</p>}
          {section.questions.map((question) => (
            <Asked key={question.code} sheet={sheet} question={question} />
          ))}
        </section>
      ))}
      <footer>
        <p>{t('campaigns.form.back')}</p>
        <p className="is-small">{t('campaigns.paper.hash', { hash: shortHash(hash) })}</p>
      </footer>
    </article>
  );
}

function say(wording: Wording): string {
  return inLanguage(wording) || wording.fr;
}

/** As many cells as a code has signs, in the groups in which it is printed on a slip. */
const groups = [6, 5, 5, 5, 5];

function CodeBox() {
  return (
    <section className="printed-code">
      <h3>{t('campaigns.form.code')}</h3>
      <p>{t('campaigns.form.code_hint')}</p>
      <p className="printed-cells" aria-hidden="true">
        {groups.map((count, group) => (
          <span key={group}>
            {Array.from({ length: count }, (_, at) => (
              <i key={at} />
            ))}
          </span>
        ))}
      </p>
    </section>
  );
}

function Box({ sign, label }: { sign: string; label: string }) {
  return (
    <span className="printed-box">
      <i /> <b>{sign}</b> {label !== sign && label}
    </span>
  );
}

function Profile({ sheet: { checked, places } }: { sheet: SheetForm }) {
  const { categories } = checked.manifest;
  const asksCategory = places.some((place) => place.categories.length > 0);
  if (places.length === 1 && !asksCategory) return null;
  return (
    <section>
      <h3>{t('campaigns.form.place')}</h3>
      <div className="printed-boxes">
        {places.map(({ code, name, within }, at) => (
          <Box
            key={code}
            sign={`${at + 1}`}
            label={[name, within.at(-1)].filter(Boolean).join(', ')}
          />
        ))}
      </div>
      {asksCategory && (
        <>
          <h3>{t('campaigns.form.category')}</h3>
          <div className="printed-boxes">
            {categories.map(({ code, name }, at) => (
              <Box key={code} sign={`${at + 1}`} label={say(name)} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Asked({ sheet, question }: { sheet: SheetForm; question: Question }) {
  const items = sheet.form.items.filter((item) => item.question === question);
  const [first] = items;
  if (first === undefined) return null;
  return (
    <div className="printed-asked">
      <Only sheet={sheet} item={first} />
      {question.type === 'grid' ? (
        <GridPaper sheet={sheet} question={question} items={items} />
      ) : (
        <>
          <p>
            <b>{number(numberOf(sheet.form, first.code))}.</b> {say(question.text)}
          </p>
          {question.help && <p className="is-small">{say(question.help)}</p>}
          <Answer question={question} item={first} />
        </>
      )}
    </div>
  );
}

/** What the screen would not show: the sheet says when to skip it. */
function Only({ sheet, item }: { sheet: SheetForm; item: Item }) {
  if (item.shownIf.length === 0) return null;
  const only = onlyIf(sheet.form, item.shownIf);
  const asked = only && sheet.form.items[only.number - 1];
  const options = asked?.options.filter(({ code }) => only?.codes.includes(code)) ?? [];
  return (
    <p className="is-small">
      {only && options.length > 0
        ? t('campaigns.form.only_if', {
            number: number(only.number),
            options: options
              .map(({ label }) => t('campaigns.form.quoted', { text: say(label) }))
              .join(t('campaigns.form.or')),
          })
        : t('campaigns.form.only_some')}
    </p>
  );
}

function GridPaper({
  sheet,
  question,
  items,
}: {
  sheet: SheetForm;
  question: Question;
  items: readonly Item[];
}) {
  const options = items[0]?.options ?? [];
  const signs = signsOf(options.map(({ label }) => say(label)));
  return (
    <table>
      <caption>{say(question.text)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="hide">{t('campaigns.form.sentence')}</span>
          </th>
          {options.map(({ code, label }) => (
            <th key={code} scope="col">
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.code}>
            <th scope="row">
              <b>{number(numberOf(sheet.form, item.code))}.</b>{' '}
              {say(item.row?.text ?? question.text)}
            </th>
            {options.map(({ code }, at) => (
              <td key={code}>
                <Box sign={signs[at] ?? ''} label="" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer({ question, item }: { question: Question; item: Item }) {
  const signs = signsOf(item.options.map(({ label }) => say(label)));
  switch (question.type) {
    case 'number':
      return (
        <p className="printed-blank">
          <span /> {question.unit && say(question.unit)}
        </p>
      );
    case 'date':
      return (
        <p className="printed-blank">
          {t('campaigns.form.day')} <span />
        </p>
      );
    case 'text':
      return (
        <>
          <p className="is-small">{t('campaigns.form.no_name')}</p>
          <div className="printed-lines" />
        </>
      );
    default:
      return (
        <>
          {question.type === 'multiple' && (
            <p className="is-small">
              {question.choices_max == null
                ? t('campaigns.form.several')
                : t('campaigns.form.at_most', { count: number(question.choices_max) })}
            </p>
          )}
          <div className="printed-boxes">
            {item.options.map(({ code, label }, at) => (
              <Fragment key={code}>
                <Box sign={signs[at] ?? ''} label={say(label)} />
              </Fragment>
            ))}
          </div>
        </>
      );
  }
}
