// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/profile_step.tsx
//
// Place, then occupation where one is asked: sealed apart from the answers, to count groups.

/** @jsxImportSource preact */

import { useState } from 'preact/hooks';
import { offeredPlaces, type Profile } from '../../ballots/index.ts';
import { currentLanguage } from '../words.ts';
import type { Campaign } from './deposit.ts';
import { Options, Step } from './pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { said } from './words.ts';

interface ProfileProps {
  here: CampaignHere;
  campaign: Campaign;
  onChosen: () => void;
}

export function ProfileStep({ here, campaign, onChosen }: ProfileProps) {
  const places = offeredPlaces(campaign.manifest);
  const [chosen, setChosen] = useState<Partial<Profile>>(here.kept.profile ?? {});
  const [isMissing, setIsMissing] = useState(false);
  const place = places.find(({ code }) => code === chosen.place);
  const category = place?.categories.find(({ code }) => code === chosen.category);
  const missing =
    place === undefined
      ? said('answering.profile.place')
      : place.categories.length > 0 && category === undefined
        ? said('answering.profile.category')
        : null;
  const language = currentLanguage();
  return (
    <Step title={said('answering.profile.title')}>
      <p>{said('answering.profile.lead')}</p>
      <form
        class="questionnaire"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (place === undefined || missing !== null) return setIsMissing(true);
          const profile = { place: place.code, ...(category && { category: category.code }) };
          here.keep({ profile });
          onChosen();
        }}
      >
        <Options
          legend={said('answering.profile.place')}
          name="place"
          options={places.map(({ code, name, within }) => ({
            code,
            label: name,
            under: within.at(-1) ?? '',
          }))}
          chosen={chosen.place}
          onChoose={(code) => setChosen({ ...chosen, place: code })}
        />
        {place !== undefined && place.categories.length > 0 && (
          <Options
            legend={said('answering.profile.category')}
            name="category"
            options={place.categories.map(({ code, name }) => ({
              code,
              label: name[language] || name.fr,
            }))}
            chosen={category?.code}
            onChoose={(code) => setChosen({ ...chosen, category: code })}
          />
        )}
        <p role="alert" class={isMissing && missing !== null ? 'wrong' : 'hide'}>
          {isMissing && missing !== null && said('answering.profile.needed', { what: missing })}
        </p>
        <div class="steps">
          <button type="submit" class="btn main">
            {said('answering.continue')}
          </button>
        </div>
      </form>
    </Step>
  );
}

/** « Médecine A, Soignants ». */
export function profileWords({ manifest }: Campaign, profile: Profile): string {
  const place = offeredPlaces(manifest).find(({ code }) => code === profile.place);
  const category = place?.categories.find(({ code }) => code === profile.category);
  const language = currentLanguage();
  return [place?.name, category && (category.name[language] || category.name.fr)]
    .filter(Boolean)
    .join(', ');
}
