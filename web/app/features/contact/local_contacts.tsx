// SPDX-License-Identifier: EUPL-1.2
// web/app/features/contact/local_contacts.tsx
//
// Who they are in this establishment, one line each; whoever may name them writes here.

import { useState } from 'react';
import { inLanguage, type PackText } from '#app/pack_text.ts';
import { Button, fieldTexts, ProblemNote, Section, TextField } from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { t } from '#words';
import { type LocalContact, type LocalContacts, useNameContact } from './use_local_contacts.ts';

interface Listed {
  code: string;
  title: PackText;
}

interface LocalContactsListProps {
  local: LocalContacts;
  listed: readonly Listed[];
  canName: boolean;
}

export function LocalContactsList({ local, listed, canName }: LocalContactsListProps) {
  return (
    <Section title={t('nav.contact.at', { place: local.place_name })}>
      <ul className="lines">
        {listed.map(({ code, title }) => (
          <ContactLine
            key={code}
            place_id={local.place_id}
            code={code}
            title={inLanguage(title)}
            contact={local.contacts.find((each) => each.code === code)}
            canName={canName}
          />
        ))}
      </ul>
    </Section>
  );
}

interface ContactLineProps {
  place_id: string;
  code: string;
  title: string;
  contact: LocalContact | undefined;
  canName: boolean;
}

function ContactLine({ place_id, code, title, contact, canName }: ContactLineProps) {
  const [isWriting, setIsWriting] = useState(false);
  return (
    <li className="stack">
      <h3>{title}</h3>
      {isWriting ? (
        <ContactForm
          place_id={place_id}
          code={code}
          title={title}
          contact={contact}
          onClose={() => setIsWriting(false)}
        />
      ) : (
        <>
          <p className={contact?.words ? undefined : 'soft'}>
            {contact?.words || t('nav.contact.not_named')}
          </p>
          {canName && (
            <Button
              kind="quiet"
              aria-label={t('nav.contact.name_of', { title })}
              onPress={() => setIsWriting(true)}
            >
              {t('nav.contact.name')}
            </Button>
          )}
        </>
      )}
    </li>
  );
}

interface ContactFormProps {
  place_id: string;
  code: string;
  title: string;
  contact: LocalContact | undefined;
  onClose: () => void;
}

function ContactForm({ place_id, code, title, contact, onClose }: ContactFormProps) {
  const [words, setWords] = useState(contact?.words ?? '');
  const name = useNameContact(place_id, code, onClose);
  const wrong = fieldTexts(name.error);
  const theirs = name.error?.code === 'version.stale' ? (name.error.current as LocalContact) : null;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        name.mutate({ words, version: contact?.version ?? 0 });
      }}
    >
      <TextField
        label={title}
        hint={t('nav.contact.name_hint')}
        value={words}
        onChange={setWords}
        error={wrong['/words']}
        length_max={400}
      />
      {!theirs && <ProblemNote problem={name.error} />}
      <div className="row">
        <Button type="submit" kind="main" isBusy={name.isPending}>
          {t('nav.contact.save')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {theirs && (
        <StaleDialog
          isOpen
          fields={[{ label: title, mine: words, theirs: theirs.words }]}
          onClose={() => name.reset()}
          onKeepMine={() => name.mutate({ words, version: theirs.version })}
          onTakeTheirs={onClose}
        />
      )}
    </form>
  );
}
