// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/contact_screen.tsx
//
// Emergency numbers stand in the page itself, so that they are there without network.

import { Loaded } from '#app/api/loaded.tsx';
import { EmptyState, PageHead, Plank, Section } from '#ui';
import { currentLanguage, rich, t } from '#words';
import { type Contact, type PackText, useContacts } from './use_contacts.ts';

function inLanguage(text: PackText): string {
  if (typeof text === 'string') return text;
  return currentLanguage() === 'en' ? (text.en ?? text.fr) : text.fr;
}

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
        <Loaded from={contacts}>{({ items }) => <Contacts items={items} />}</Loaded>
      </div>
    </>
  );
}

function Contacts({ items }: { items: readonly Contact[] }) {
  if (items.length === 0)
    return (
      <EmptyState icon="help" title={t('nav.contact.none')}>
        {t('nav.contact.none_advice')}
      </EmptyState>
    );
  return (['inside', 'outside'] as const).map((scope) => {
    const shown = items.filter((item) => item.scope === scope);
    if (shown.length === 0) return null;
    return (
      <Section key={scope} title={t(`nav.contact.${scope}`)}>
        <ul className="lines">
          {shown.map((contact) => (
            <li key={contact.id}>
              <ContactLine contact={contact} />
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}

function ContactLine({ contact }: { contact: Contact }) {
  const { phone, email, url } = contact;
  return (
    <>
      <h3>{inLanguage(contact.name)}</h3>
      {contact.purpose && <p>{inLanguage(contact.purpose)}</p>}
      <p className="row">
        {phone && <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>}
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {url && <a href={url}>{url.replace(/^https?:\/\//, '')}</a>}
        {contact.hours && <span className="soft small">{inLanguage(contact.hours)}</span>}
      </p>
    </>
  );
}
