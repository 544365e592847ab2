// SPDX-License-Identifier: EUPL-1.2
// web/app/features/clusters/join_form.tsx
//
// A home comes into a cluster: with a delegation that its staff representatives confirmed, and its démarche if it
// has one.

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { Button, fieldTexts, ProblemNote, Select, TextLink } from '#ui';
import { t } from '#words';
import { useDelegations, useDemarches, useJoin } from './use_clusters.ts';

interface JoinFormProps {
  id: string;
  place: string;
  name: string;
}

export function JoinForm({ id, place, name }: JoinFormProps) {
  return (
    <details className="home-forms">
      <summary>{t('clusters.join.open', { place: name })}</summary>
      <div className="stack read">
        <p>{t('clusters.join.lead')}</p>
        <Loaded from={useDelegations(place)}>
          {({ delegations }) => {
            const confirmed = delegations.filter((each) => each.confirmed_on && !each.ends_on);
            return confirmed.length === 0 ? (
              <>
                <p>{t('clusters.join.no_delegation')}</p>
                <p>
                  <TextLink href={`/etablissements/${place}/personnes`}>
                    {t('clusters.join.compose')}
                  </TextLink>
                </p>
              </>
            ) : (
              <Choose
                id={id}
                place={place}
                delegations={confirmed.map((each) => ({ value: each.id, label: each.title }))}
              />
            );
          }}
        </Loaded>
      </div>
    </details>
  );
}

interface ChooseProps {
  id: string;
  place: string;
  delegations: readonly { value: string; label: string }[];
}

function Choose({ id, place, delegations }: ChooseProps) {
  const navigate = useNavigate();
  const join = useJoin(id);
  const demarches = useDemarches(place).data?.data.items ?? [];
  const [delegation_id, setDelegation] = useState(delegations[0]?.value ?? '');
  const [demarche_id, setDemarche] = useState('');
  const errors = fieldTexts(join.error);
  const own = demarches.filter((each) => each.kind === 'demarche');
  return (
    <>
      <Select
        label={t('clusters.join.delegation')}
        value={delegation_id}
        options={delegations}
        error={errors['/delegation_id']}
        onChange={setDelegation}
      />
      {own.length > 0 && (
        <Select
          label={t('clusters.join.demarche')}
          isOptional
          value={demarche_id}
          options={[
            { value: '', label: t('clusters.join.no_demarche') },
            ...own.map(({ id: value, title }) => ({ value, label: title })),
          ]}
          onChange={setDemarche}
        />
      )}
      <ProblemNote problem={join.error} shownBesideFields={['/delegation_id']} />
      <p>
        <Button
          kind="main"
          isBusy={join.isPending}
          onPress={() =>
            join.mutate(
              { place_id: place, delegation_id, demarche_id: demarche_id || null },
              { onSuccess: () => void navigate({ href: `/partager/clusters/${id}` }) },
            )
          }
        >
          {t('clusters.join.submit')}
        </Button>
      </p>
    </>
  );
}
