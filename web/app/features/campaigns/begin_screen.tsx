// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/begin_screen.tsx
//
// A new campaign: for which house, what it is called, sealed or light. Everything else is composed afterwards.

import { useRouter } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { useDraft } from '#app/use_draft.ts';
import {
  Button,
  Notice,
  PageHead,
  ProblemNote,
  SavingMark,
  Select,
  TextField,
  TextLink,
  fieldTexts,
} from '#ui';
import { t } from '#words';
import './campaigns.css';
import { ModeChoice } from './frame_part.tsx';
import type { Mode } from './types.ts';
import { useBegin, useCampaigns } from './use_campaigns.ts';

export function BeginScreen() {
  const campaigns = useCampaigns();
  return (
    <>
      <PageHead
        room="listen"
        where={t('campaigns.title')}
        title={t('campaigns.new.title')}
        lead={t('campaigns.new.lead')}
      />
      <Loaded from={campaigns}>
        {(_, can) =>
          can('compose') ? <Beginning /> : <Notice>{t('campaigns.new.not_you')}</Notice>
        }
      </Loaded>
    </>
  );
}

function Beginning() {
  const router = useRouter();
  const session = useSession();
  const mandates = session.data?.data.account?.mandates ?? [];
  const houses = [
    ...new Map(
      mandates.map(({ place_id, place_name }) => [
        place_id,
        { value: place_id, label: place_name },
      ]),
    ).values(),
  ];
  const draft = useDraft<{ establishment_id: string; title: string; mode: Mode }>('campaign.new', {
    establishment_id: houses[0]?.value ?? '',
    title: '',
    mode: 'sealed',
  });
  const begin = useBegin((id) => {
    draft.clear();
    void router.navigate({ href: `/ecouter/campagnes/${id}` });
  });
  const errors = fieldTexts(begin.error);
  return (
    <form
      className="stack-xl read"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(draft.value);
      }}
    >
      <ProblemNote problem={begin.error} shownBesideFields={Object.keys(errors)} />
      {houses.length > 1 && (
        <Select
          label={t('campaigns.new.house')}
          isRequired
          options={houses}
          value={draft.value.establishment_id}
          error={errors['/establishment_id']}
          onChange={(establishment_id) => draft.change({ establishment_id })}
        />
      )}
      <TextField
        label={t('campaigns.field.title')}
        hint={t('campaigns.field.title_hint')}
        isRequired
        length_max={120}
        value={draft.value.title}
        error={errors['/title']}
        onChange={(title) => draft.change({ title })}
      />
      <ModeChoice value={draft.value.mode} onChange={(mode) => draft.change({ mode })} />
      <Notice>
        <p>
          {t('campaigns.new.small_house')}{' '}
          <TextLink href="/ecouter/nouvelle">{t('campaigns.new.discuss')}</TextLink>
        </p>
      </Notice>
      <div className="row">
        <Button type="submit" kind="main" isBusy={begin.isPending}>
          {t('campaigns.new.go')}
        </Button>
        <SavingMark saved_at={draft.saved_at} wasRestored={draft.wasRestored} />
      </div>
    </form>
  );
}
