// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/entry_list.tsx
//
// A list to which people add: lines to read, and, for those who lead, each to be written again or taken away, with
// a way back. Means, linked projects and trigger events are lists of this kind.

import { type ReactNode, useState } from 'react';
import { Button, ProblemNote, UndoBar } from '#ui';
import { t } from '#words';
import { DraftForm, type FormField } from './draft_form.tsx';
import { FoldedForm } from './folded_form.tsx';
import { type EntryKind, useAddEntry, useChangeEntry, useRemoveEntry } from './use_programmes.ts';

interface Entry {
  id: string;
  version: number;
}

/** How one kind of entry is written: its fields, and the way between a draft and the words of a form. */
export interface EntryWriting<Name extends string, Draft> {
  kind: EntryKind;
  fields: readonly FormField<Name>[];
  valuesOf: (draft: Draft | null) => Record<Name, string>;
  toDraft: (values: Record<Name, string>) => Draft;
}

interface EntryListProps<Name extends string, Draft, Item extends Draft & Entry> {
  programmeId: string;
  writing: EntryWriting<Name, Draft>;
  items: readonly Item[];
  mayLead: boolean;
  /** What is said of an entry in a word, for those who hear the page. */
  nameOf: (item: Item) => string;
  draftOf: (item: Item) => Draft;
  show: (item: Item) => ReactNode;
  add: string;
  removed: string;
}

export function EntryList<Name extends string, Draft, Item extends Draft & Entry>(
  props: EntryListProps<Name, Draft, Item>,
) {
  const { programmeId, writing, items, mayLead } = props;
  const [isChanging, setIsChanging] = useState(false);
  const [taken, setTaken] = useState<Draft | null>(null);
  const addEntry = useAddEntry<Draft>(programmeId, writing.kind);
  return (
    <>
      <ul className="lines small">
        {items.map((item) => (
          <EntryLine
            key={item.id}
            {...props}
            item={item}
            isChanging={isChanging}
            onRemoved={() => setTaken(props.draftOf(item))}
          />
        ))}
      </ul>
      <UndoBar
        message={taken && props.removed}
        onUndo={() => taken && addEntry.mutate(taken, { onSuccess: () => setTaken(null) })}
        onDismiss={() => setTaken(null)}
      />
      {mayLead && items.length > 0 && (
        <div className="row line-actions">
          <Button kind="quiet" isPressed={isChanging} onPress={() => setIsChanging(!isChanging)}>
            {isChanging ? t('programmes.lines.done') : t('programmes.lines.change')}
          </Button>
        </div>
      )}
      {mayLead && (
        <FoldedForm label={props.add} icon="plus">
          {(close) => (
            <DraftForm
              name={`programme:${programmeId}:${writing.kind}`}
              label={props.add}
              fields={writing.fields}
              base={null}
              valuesOf={() => writing.valuesOf(null)}
              toBody={writing.toDraft}
              send={addEntry}
              submit={t('programmes.save')}
              onDone={close}
            />
          )}
        </FoldedForm>
      )}
    </>
  );
}

interface EntryLineProps<
  Name extends string,
  Draft,
  Item extends Draft & Entry,
> extends EntryListProps<Name, Draft, Item> {
  item: Item;
  isChanging: boolean;
  onRemoved: () => void;
}

function EntryLine<Name extends string, Draft, Item extends Draft & Entry>(
  props: EntryLineProps<Name, Draft, Item>,
) {
  const { programmeId, writing, item, isChanging, onRemoved, nameOf, show } = props;
  const [isEdited, setIsEdited] = useState(false);
  const change = useChangeEntry<Draft>(programmeId, writing.kind, item.id);
  const remove = useRemoveEntry(programmeId, writing.kind, item.id);
  const about = <span className="hide"> {t('common.about', { title: nameOf(item) })}</span>;
  if (isEdited)
    return (
      <li>
        <DraftForm
          name={`programme:${programmeId}:${writing.kind}:${item.id}`}
          label={nameOf(item)}
          fields={writing.fields}
          base={item}
          valuesOf={writing.valuesOf}
          toBody={(values, base) => ({ ...writing.toDraft(values), version: base.version })}
          send={change}
          submit={t('programmes.save')}
          onDone={() => setIsEdited(false)}
        />
      </li>
    );
  return (
    <li className="stack">
      {show(item)}
      {isChanging && (
        <span className="row line-actions">
          <Button kind="quiet" onPress={() => setIsEdited(true)}>
            {t('programmes.edit')}
            {about}
          </Button>
          <Button
            kind="quiet"
            isBusy={remove.isPending}
            onPress={() => remove.mutate(undefined, { onSuccess: onRemoved })}
          >
            {t('programmes.remove')}
            {about}
          </Button>
        </span>
      )}
      <ProblemNote problem={remove.error} />
    </li>
  );
}
