// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/reminders.tsx
//
// Reminders drafted for the next session, one a home: read again, corrected and sent by the person who facilitates,
// from their own mail. Nothing leaves from here.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, LinkButton } from '#ui';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#words';
import { type Reminder, useReminders } from './use_clusters.ts';

export function Reminders({ id, count }: { id: string; count: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const reminders = useReminders(id, isOpen);
  return (
    <>
      <Button icon="answer" onPress={() => setIsOpen(true)}>
        {t('clusters.remind.read', { count })}
      </Button>
      <Dialog
        title={t('clusters.remind.title')}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        isWide
      >
        <p className="soft">{t('clusters.remind.lead')}</p>
        <Loaded from={reminders}>
          {({ items }) => (
            <div className="stack-l">
              {items.map((reminder) => (
                <Draft key={reminder.place_id} reminder={reminder} />
              ))}
            </div>
          )}
        </Loaded>
      </Dialog>
    </>
  );
}

function Draft({ reminder }: { reminder: Reminder }) {
  const mail = `mailto:?${new URLSearchParams({ subject: reminder.subject, body: reminder.text })
    .toString()
    .replaceAll('+', '%20')}`;
  return (
    <section className="stack" aria-label={reminder.place_name}>
      <h3>{reminder.place_name}</h3>
      <p>
        <b>{reminder.subject}</b>
      </p>
      <p className="as-written">{reminder.text}</p>
      <p>
        <LinkButton href={mail}>{t('clusters.remind.open_mail')}</LinkButton>
      </p>
    </section>
  );
}
