// SPDX-License-Identifier: EUPL-1.2
// web/app/features/people/consent_section.tsx
//
// How a college says yes, for all to read; its own people alone may say it otherwise.

import { useState } from 'react';
import {
  Button,
  Choice,
  fieldTexts,
  Opened,
  ProblemNote,
  Quote,
  Sheet,
  TextArea,
  TextField,
} from '#ui';
import { StaleDialog } from '#ui/stale_dialog.tsx';
import { findWord, t } from '#words';
import { type CollegeView, type ConsentRule, useEditConsent } from './use_people.ts';

type College = CollegeView['college'];

const rules = [
  'any_holder',
  'majority',
  'count',
  'each_holder',
  'team_agreement',
  'opinion',
  'no_vote',
] as const;

export function consentWords(college: Pick<College, 'consent_rule' | 'consent_count'>): string {
  return college.consent_rule === 'count'
    ? t('people.consent.count', { count: college.consent_count ?? 1 })
    : (findWord(`people.consent.${college.consent_rule}`) ?? '');
}

interface ConsentProps {
  view: CollegeView;
  place_id: string;
  mayEdit: boolean;
}

export function ConsentSection({ view, place_id, mayEdit }: ConsentProps) {
  const [isEditing, setIsEditing] = useState(false);
  const { college } = view;
  return (
    <div className="stack">
      <p>
        {t('people.consent.title')} {consentWords(college)}.{' '}
        {college.version === 1 && <span className="soft">{t('people.consent.not_declared')}</span>}
      </p>
      {college.consent_text && <Quote text={college.consent_text} />}
      {mayEdit && !isEditing && (
        <div>
          <Button kind="quiet" onPress={() => setIsEditing(true)}>
            {t('people.consent.edit')}
          </Button>
        </div>
      )}
      {isEditing && (
        <Opened onClose={() => setIsEditing(false)}>
          <ConsentForm college={college} place_id={place_id} onClose={() => setIsEditing(false)} />
        </Opened>
      )}
    </div>
  );
}

/** Direction and staff representatives always have a say. */
function rulesFor(kind: College['kind']) {
  const isSide = kind === 'direction' || kind === 'staff_representatives';
  return rules.filter((rule) => !isSide || (rule !== 'no_vote' && rule !== 'opinion'));
}

interface ConsentFormProps {
  college: College;
  place_id: string;
  onClose: () => void;
}

function ConsentForm({ college, place_id, onClose }: ConsentFormProps) {
  const [rule, setRule] = useState<ConsentRule>(college.consent_rule);
  const [count, setCount] = useState(String(college.consent_count ?? 2));
  const [text, setText] = useState(college.consent_text);
  const edit = useEditConsent(college.id, place_id, onClose);
  const wrong = fieldTexts(edit.error);
  const theirs = edit.error?.code === 'version.stale' ? (edit.error.current as College) : null;
  const send = (version: number) =>
    edit.mutate({
      consent_rule: rule,
      ...(rule === 'count' ? { consent_count: Number(count) } : {}),
      consent_text: text,
      version,
    });
  return (
    <Sheet>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send(college.version);
        }}
      >
        <Choice
          label={t('people.consent.rule')}
          options={rulesFor(college.kind).map((value) => ({
            value,
            label:
              value === 'count'
                ? t('people.consent.count_choice')
                : (findWord(`people.consent.${value}`) ?? value),
          }))}
          value={rule}
          onChange={setRule}
          error={wrong['/consent_rule']}
        />
        {rule === 'count' && (
          <TextField
            label={t('people.consent.count_label')}
            type="number"
            value={count}
            onChange={setCount}
            error={wrong['/consent_count']}
          />
        )}
        <TextArea
          label={t('people.consent.text')}
          hint={t('people.consent.text_hint')}
          value={text}
          onChange={setText}
          error={wrong['/consent_text']}
          length_max={400}
        />
        {!theirs && <ProblemNote problem={edit.error} />}
        <div className="row">
          <Button type="submit" kind="main" isBusy={edit.isPending}>
            {t('people.consent.submit')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
      {theirs && (
        <StaleDialog
          isOpen
          fields={[
            {
              label: t('people.consent.rule'),
              mine: consentWords({ consent_rule: rule, consent_count: Number(count) }),
              theirs: consentWords(theirs),
            },
            { label: t('people.consent.text'), mine: text, theirs: theirs.consent_text },
          ]}
          onClose={() => edit.reset()}
          onKeepMine={() => send(theirs.version)}
          onTakeTheirs={onClose}
        />
      )}
    </Sheet>
  );
}
