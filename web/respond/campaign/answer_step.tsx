// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/answer_step.tsx
//
// The questionnaire itself, with its draft kept as it is written. « Envoyer » seals, once; only what the form keeps, never
// what a condition hides, goes into the envelope.

/** @jsxImportSource preact */

import { offeredPlaces } from '../../ballots/index.ts';
import { FormView } from '../../form/view/index.ts';
import { currentLanguage } from '../words.ts';
import { type Campaign, onlyProfile } from './deposit.ts';
import { EraseLink } from './erase.tsx';
import { hasMoved, ProblemBox, WhereKept } from './pieces.tsx';
import { profileWords } from './profile_step.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { said } from './words.ts';

interface AnswerProps {
  here: CampaignHere;
  campaign: Campaign;
  onErase: () => void;
  onChangeProfile: () => void;
}

export function AnswerStep({ here, campaign, onChangeProfile, onErase }: AnswerProps) {
  const { kept, problem } = here;
  const isAsked = onlyProfile(offeredPlaces(campaign.manifest)) === undefined;
  const language = currentLanguage();
  return (
    <>
      {isAsked && kept.profile && (
        <p class="small">
          {said('answering.form.as', { profile: profileWords(campaign, kept.profile) })}{' '}
          <button type="button" class="as-link" onClick={onChangeProfile}>
            {said('answering.form.change')}
          </button>
        </p>
      )}
      <ProblemBox code={problem} />
      <FormView
        key={language}
        form={campaign.form}
        language={language}
        initial={kept.given ?? {}}
        startsFocused={hasMoved()}
        onChange={(given) => here.keep({ given })}
        onDone={(answers) => here.seal(campaign, answers)}
      />
      <WhereKept here={here} />
      <EraseLink onErase={onErase} />
    </>
  );
}
