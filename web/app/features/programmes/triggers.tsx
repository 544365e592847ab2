// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/triggers.tsx
//
// Dated events that set the démarche off or made it fragile: they explain figures, they judge nobody.

import { useRead } from '#app/api/queries.ts';
import { inLanguage, type PackText } from '#app/pack_text.ts';
import { Section } from '#ui';
import { fullDay, t } from '#words';
import { EntryList, type EntryWriting } from './entry_list.tsx';
import type { ProgrammeView, TriggerEventDraft } from './use_programmes.ts';

type Name = 'code' | 'happened_on' | 'text';

interface Triggers {
  content: { items: readonly { code: string; title: PackText }[] };
}

export function Triggers({ view, mayLead }: { view: ProgrammeView; mayLead: boolean }) {
  const known = useRead<Triggers>('/api/references/triggers');
  const items = known.data?.data.content.items ?? [];
  const titleOf = (code: string) => {
    const found = items.find((item) => item.code === code);
    return found ? inLanguage(found.title) : code;
  };
  return (
    <Section title={t('programmes.triggers.title')}>
      {view.triggers.length === 0 && <p className="small soft">{t('programmes.triggers.empty')}</p>}
      <EntryList
        programmeId={view.programme.id}
        writing={writing(items.map(({ code }) => ({ value: code, label: titleOf(code) })))}
        items={view.triggers}
        mayLead={mayLead}
        nameOf={({ code }) => titleOf(code)}
        draftOf={({ code, happened_on, text }: TriggerEventDraft) => ({ code, happened_on, text })}
        show={({ code, happened_on, text }) => (
          <div>
            <p>
              <b>{fullDay(happened_on)}</b> {titleOf(code)}
            </p>
            {text && <p className="soft">{text}</p>}
          </div>
        )}
        add={t('programmes.triggers.add')}
        removed={t('programmes.triggers.removed')}
      />
    </Section>
  );
}

function writing(
  options: readonly { value: string; label: string }[],
): EntryWriting<Name, TriggerEventDraft> {
  return {
    kind: 'triggers',
    fields: [
      {
        name: 'code',
        label: t('programmes.triggers.code'),
        kind: 'select',
        isRequired: true,
        options,
      },
      {
        name: 'happened_on',
        label: t('programmes.triggers.happened_on'),
        kind: 'day',
        isRequired: true,
      },
      { name: 'text', label: t('programmes.triggers.text'), kind: 'text', rows: 2 },
    ],
    valuesOf: (event) => ({
      code: event?.code ?? '',
      happened_on: event?.happened_on ?? '',
      text: event?.text ?? '',
    }),
    toDraft: ({ code, happened_on, text }) => ({ code, happened_on, text: text.trim() }),
  };
}
