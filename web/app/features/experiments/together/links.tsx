// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/links.tsx
//
// Ways to these screens from where one looks for them: an experiment, the list of what is tried, a démarche.

import { Section, TextLink } from '#ui';
import { t } from '#words';
import { useProgrammeTitles } from './use_fields.ts';

function fieldsPath(programme: string): string {
  return `/essayer/champs/${programme}`;
}

interface OtherViewsProps {
  experiment: { id: string; programme_id?: string | null };
}

export function OtherViews({ experiment: { id, programme_id } }: OtherViewsProps) {
  return (
    <nav className="row small no-print" aria-label={t('together.links.label')}>
      <TextLink href={`/essayer/${id}/page`}>{t('together.links.page')}</TextLink>
      <TextLink href={`/essayer/${id}/affiche`}>{t('together.links.poster')}</TextLink>
      {programme_id && (
        <TextLink href={fieldsPath(programme_id)}>{t('together.links.fields')}</TextLink>
      )}
    </nav>
  );
}

interface FieldsOfProgrammesProps {
  experiments: readonly { programme_id?: string | null }[];
}

/** Démarches in the order of their list, those that try something. */
export function FieldsOfProgrammes({ experiments }: FieldsOfProgrammesProps) {
  const programmes = useProgrammeTitles();
  const tried = new Set(experiments.map(({ programme_id }) => programme_id));
  const shown = programmes.data?.data.items.filter(({ id }) => tried.has(id)) ?? [];
  if (shown.length === 0) return null;
  return (
    <Section title={t('together.title')}>
      <p className="soft read">{t('together.links.lead')}</p>
      <ul className="lines">
        {shown.map(({ id, title, place_name }) => (
          <li key={id}>
            <p className="small soft">{place_name}</p>
            <p className="line-title">
              <TextLink href={fieldsPath(id)}>{title}</TextLink>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function FieldsOfProgramme({ programme }: { programme: string }) {
  return (
    <Section title={t('together.links.programme')}>
      <p className="small soft">{t('together.links.lead')}</p>
      <p>
        <TextLink href={fieldsPath(programme)}>{t('together.links.open')}</TextLink>
      </p>
    </Section>
  );
}
