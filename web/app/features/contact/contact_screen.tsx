// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/contact_screen.tsx
//
// Emergency numbers stand in the page itself, so that they are there without network; the rest comes from the
// packs, one situation after the other.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { PageHead, Plank, Section } from '#ui';
import { rich, t } from '#words';
import { type Orientation, type Situation, useContacts } from './use_contacts.ts';

export function ContactScreen() {
  const contacts = useContacts();
  return (
    <>
      <PageHead title={t('nav.contact.title')} lead={t('nav.contact.lead')} />
      <div className="stack-xl read">
        <Plank title={t('nav.contact.emergency')}>
          <p>
            {rich('nav.contact.emergency_text', {
              b: (inside) => <strong key={String(inside)}>{inside}</strong>,
            })}
          </p>
        </Plank>
        <Loaded from={contacts}>
          {({ content }) => (
            <>
              <p>{inLanguage(content.not_for_this)}</p>
              {content.situations.map((situation) => (
                <SituationHelp key={situation.code} situation={situation} orientation={content} />
              ))}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function SituationHelp({
  situation,
  orientation,
}: {
  situation: Situation;
  orientation: Orientation;
}) {
  const local = orientation.local_contacts.filter(({ code }) =>
    situation.local_contacts.includes(code),
  );
  return (
    <Section title={inLanguage(situation.title)}>
      <p>
        <strong>{inLanguage(situation.first)}</strong>
      </p>
      {situation.numbers.length > 0 && (
        <ul className="lines">
          {situation.numbers.map(({ number, title, help }) => (
            <li key={number}>
              <p>
                <a href={`tel:${number}`}>
                  <strong>{number}</strong>
                </a>{' '}
                {inLanguage(title)}
              </p>
              <p className="soft small">{inLanguage(help)}</p>
            </li>
          ))}
        </ul>
      )}
      {situation.steps.length > 0 && (
        <ul className="bullets">
          {situation.steps.map((step) => (
            <li key={step.fr}>{inLanguage(step)}</li>
          ))}
        </ul>
      )}
      {situation.links.map(({ url, title }) => (
        <p key={url}>
          <a href={url}>{inLanguage(title)}</a>
        </p>
      ))}
      {local.length > 0 && (
        <>
          <h3>{t('nav.contact.inside')}</h3>
          <p>{local.map(({ title }) => inLanguage(title)).join(' · ')}</p>
          <p className="soft small">{inLanguage(orientation.local_missing)}</p>
        </>
      )}
    </Section>
  );
}
