// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/ways_in.tsx
//
// How figures of one indicator come in, and leave: written, pasted, counted on telephones; put aside; taken away.

import { currentLanguage, t } from '#words';
import type { IndicatorView } from '../use_experiments.ts';
import { CountingLink } from './counting_link.tsx';
import { NoteFigure } from './note_figure.tsx';
import { PasteFigures } from './paste_figures.tsx';
import { PutAside } from './put_aside.tsx';
import { RemoveFigure } from './remove_figure.tsx';

interface Props {
  id: string;
  item: IndicatorView;
  mayCount: boolean;
  mayFollow: boolean;
}

export function WaysIn({ id, item, mayCount, mayFollow }: Props) {
  const { indicator } = item;
  const path = `/api/experiments/${id}/indicators/${indicator.id}`;
  const isPulse = indicator.entry === 'pulse';
  const mayAdd = mayCount && !item.is_over;
  return (
    <div className="stack no-print">
      {mayAdd && indicator.entry !== 'hand' && <CountingLink id={id} item={item} />}
      <div className="row">
        {mayAdd && !isPulse && <NoteFigure id={id} indicator={indicator} />}
        {mayAdd && !isPulse && <PasteFigures id={id} indicator={indicator} />}
        {mayCount && <PutAside id={id} item={item} />}
        {mayFollow && !isPulse && <RemoveFigure id={id} item={item} />}
      </div>
      {item.follow_up.points.length > 0 && (
        <p className="row small">
          <a
            href={`${path}/chart.svg?language=${currentLanguage()}`}
            download={`${indicator.title}.svg`}
          >
            {t('figures.take.picture')}
          </a>
          <a href={`${path}/chart.csv`} download={`${indicator.title}.csv`}>
            {t('figures.take.table')}
          </a>
        </p>
      )}
    </div>
  );
}
