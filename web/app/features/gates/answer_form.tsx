// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/answer_form.tsx
//
// One college's word. A no carries its reason; a team's agreement the day of its meeting; an opinion is words.

import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import { Button, Choice, DateField, fieldTexts, ProblemNote, SavingMark, TextArea } from '#ui';
import { type Day, t } from '#words';
import { type CollegeAtGate, type GateReply, useGateAnswer } from './use_gate.ts';

/** As the server bounds it. */
const reason_length_max = 2000;

interface AnswerFormProps {
  gateId: string;
  college: CollegeAtGate;
  today: Day;
}

interface AnswerDraft {
  answer: '' | 'yes' | 'no';
  reason: string;
  met_on: string;
}

/** Open while this person has said nothing; folded afterwards, since an answer may be given again. */
export function AnswerForm(props: AnswerFormProps) {
  const session = useSession();
  const mandates = session.data?.data.account?.mandates ?? [];
  const { college } = props;
  const hasAnswered = college.answers.some((answer) =>
    mandates.some(({ mandate_id }) => mandate_id === answer.mandate_id),
  );
  const name = college.name || t(`people.college.${college.kind}`);
  if (!hasAnswered)
    return <OpenForm {...props} title={t('gates.answer.title', { college: name })} />;
  const again = t('gates.answer.again', { college: name });
  return (
    <details className="fold">
      <summary>{again}</summary>
      <OpenForm {...props} title={again} />
    </details>
  );
}

function OpenForm({ gateId, college, today, title }: AnswerFormProps & { title: string }) {
  const answer = useGateAnswer(gateId);
  const draft = useDraft<AnswerDraft>(`gate:${gateId}:${college.college_id}`, {
    answer: '',
    reason: '',
    met_on: '',
  });
  const isOpinion = college.opinion_only || college.consent_rule === 'opinion';
  const wantsMeeting = college.consent_rule === 'team_agreement' && !isOpinion;
  const errors = fieldTexts(answer.error);
  const { value } = draft;
  const saysNo = value.answer === 'no';

  function send() {
    const kind = isOpinion ? 'opinion' : value.answer || null;
    if (kind === null) return;
    const reply: GateReply = {
      college_id: college.college_id,
      answer: kind,
      reason: value.reason.trim(),
      met_on: wantsMeeting && value.met_on ? value.met_on : null,
    };
    answer.mutate(reply, { onSuccess: draft.clear });
  }

  return (
    <form
      className="stack answer-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3>{title}</h3>
      <p className="soft read">{t('gates.answer.lead')}</p>
      {!isOpinion && (
        <Choice
          label={t('gates.answer.choice')}
          options={[
            { value: 'yes', label: t('gates.answer.yes') },
            { value: 'no', label: t('gates.answer.no') },
          ]}
          value={value.answer || null}
          onChange={(next) => draft.change({ answer: next })}
          error={errors['/answer']}
          isSideBySide
          isRequired
        />
      )}
      {wantsMeeting && (
        <DateField
          label={t('gates.answer.met_on')}
          value={value.met_on}
          day_max={today}
          onChange={(next) => draft.change({ met_on: next })}
          error={errors['/met_on']}
          isRequired
        />
      )}
      <TextArea
        label={
          isOpinion
            ? t('gates.answer.opinion')
            : saysNo
              ? t('gates.answer.reason_no')
              : t('gates.answer.reason_yes')
        }
        hint={saysNo ? t('gates.answer.reason_no_hint') : t('gates.answer.read_by_all')}
        value={value.reason}
        onChange={(next) => draft.change({ reason: next })}
        length_max={reason_length_max}
        error={errors['/reason']}
        isRequired={saysNo || isOpinion}
        rows={3}
      />
      <ProblemNote problem={answer.error} />
      <div className="row">
        <Button
          type="submit"
          kind="main"
          icon="answer"
          isBusy={answer.isPending}
          isDisabled={!isOpinion && value.answer === ''}
        >
          {t('gates.answer.submit')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
    </form>
  );
}
