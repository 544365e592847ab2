// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/poster_screen.tsx
//
// A poster for the team's own wall: what is tried, since when, how one goes back, one figure if the team wants one, and where to
// count. A4 or A3, black on white; no name, no comparison with anybody.

import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { useSession } from '#app/session.ts';
import { Button, Choice, LinkButton, PageHead, Select } from '#ui';
import { type Day, parisDay, t } from '#words';
import { type PaperSize, paperSizes, Poster } from './poster.tsx';
import './together.css';
import './poster.css';
import type { OneExperiment } from './types.ts';
import { useOneExperiment } from './use_fields.ts';

export function PosterScreen() {
  const { id } = useParams({ from: '/essayer/$id/affiche' });
  const view = useOneExperiment(id);
  const session = useSession();
  const today = session.data?.data.today ?? parisDay(new Date());
  return (
    <Loaded from={view}>
      {(content) => <PosterChoices key={id} view={content} today={today} />}
    </Loaded>
  );
}

const no_figure = 'none';

function PosterChoices({ view, today }: { view: OneExperiment; today: Day }) {
  const { experiment, indicators } = view;
  const [size, setSize] = useState<PaperSize>('a4');
  const [chosen, setChosen] = useState(indicators[0]?.indicator.id ?? no_figure);
  const item = indicators.find(({ indicator }) => indicator.id === chosen) ?? null;
  return (
    <>
      <div className="no-print">
        <PageHead
          room="try"
          where={experiment.title}
          title={t('together.poster.title')}
          lead={t('together.poster.lead')}
          actions={
            <>
              <Button icon="print" kind="main" onPress={() => window.print()}>
                {t('together.print')}
              </Button>
              <LinkButton href={`/essayer/${experiment.id}`} kind="quiet">
                {t('together.page.whole')}
              </LinkButton>
            </>
          }
        />
        <div className="poster-choices">
          <Choice
            label={t('together.poster.size')}
            isSideBySide
            options={paperSizes.map((value) => ({
              value,
              label: t(`together.poster.${value}`),
              hint: t(`together.poster.${value}_hint`),
            }))}
            value={size}
            onChange={setSize}
          />
          {indicators.length > 0 && (
            <Select
              label={t('together.poster.figure')}
              hint={t('together.poster.figure_hint')}
              options={[
                ...indicators.map(({ indicator }) => ({
                  value: indicator.id,
                  label: indicator.title,
                })),
                { value: no_figure, label: t('together.poster.no_figure') },
              ]}
              value={chosen}
              onChange={(next) => setChosen(next || no_figure)}
            />
          )}
        </div>
      </div>
      <Poster view={view} item={item} size={size} today={today} />
    </>
  );
}
