// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/contact_screen.tsx
//
// Emergency numbers stand in the page itself, so that they are there without network; the rest comes from the
// packs, one situation after the other.

import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { PageHead, Plank, Section } from '#ui';
import { rich, t } from '#words';
import { LocalContactsList } from './local_contacts.tsx';
import { type Orientation, type Situation, useContacts } from './use_contacts.ts';
import { type LocalContact, useContactPlace, useLocalContacts } from './use_local_contacts.ts';

export function ContactScreen() {
  const contacts = useContacts();
  const local = useLocalContacts(useContactPlace());
  const here = local.data?.data;
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
              {lacksSomebody(content, here?.contacts ?? []) && (
                <p className="soft">{inLanguage(content.local_missing)}</p>
              )}
              {content.situations.map((situation) => (
                <SituationHelp
                  key={situation.code}
                  situation={situation}
                  orientation={content}
                  named={here?.contacts ?? []}
                />
              ))}
              {here && (
                <LocalContactsList
                  local={here}
                  listed={content.local_contacts}
                  canName={local.data?.abilities.includes('name_contacts') ?? false}
                />
              )}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

/** Said once for the page, rather than under each situation. */
function lacksSomebody({ local_contacts }: Orientation, named: readonly LocalContact[]): boolean {
  return local_contacts.some(({ code }) => !named.find((each) => each.code === code)?.words);
}

function SituationHelp({
  situation,
  orientation,
  named,
}: {
  situation: Situation;
  orientation: Orientation;
  named: readonly LocalContact[];
}) {
  const local = orientation.local_contacts
    .filter(({ code }) => situation.local_contacts.includes(code))
    .map(({ code, title }) => ({ title, words: named.find((each) => each.code === code)?.words }));
  const said = local.filter(({ words }) => words);
  const unnamed = local.filter(({ words }) => !words);
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
      {situation.links.map(({ address, title }) => (
        <p key={address}>
          <a href={address}>{inLanguage(title)}</a>
        </p>
      ))}
      {local.length > 0 && (
        <>
          <h3>{t('nav.contact.inside')}</h3>
          {said.length > 0 && (
            <dl className="facts">
              {said.map(({ title, words }) => (
                <div key={title.fr}>
                  <dt>{inLanguage(title)}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          )}
          {unnamed.length > 0 && (
            <p className="soft">{unnamed.map(({ title }) => inLanguage(title)).join(' · ')}</p>
          )}
        </>
      )}
    </Section>
  );
}
