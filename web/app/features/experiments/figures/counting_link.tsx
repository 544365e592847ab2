// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/counting_link.tsx
//
// Where telephones count: a QR code to put up, renewed or closed. Whoever has it can add to the sum, and to nothing else.

import { QrCode } from '#app/qr_code.tsx';
import { Button, ProblemNote } from '#ui';
import { t } from '#words';
import { type IndicatorView, useCloseLink, useMakeLink } from '../use_experiments.ts';

export function CountingLink({ id, item }: { id: string; item: IndicatorView }) {
  const make = useMakeLink(id, item.indicator.id);
  const close = useCloseLink(id, item.indicator.id);
  if (!item.link)
    return (
      <div className="stack no-print">
        <p className="row">
          <Button icon="plus" isBusy={make.isPending} onPress={() => make.mutate({})}>
            {t(`figures.link.make_${item.indicator.entry === 'pulse' ? 'pulse' : 'tally'}`)}
          </Button>
        </p>
        <ProblemNote problem={make.error} />
      </div>
    );
  return (
    <details className="no-print">
      <summary>{t('figures.link.title')}</summary>
      <div className="counting-link">
        <QrCode text={item.link} label={t('figures.link.qr')} />
        <div className="stack">
          <p>
            <a href={item.link}>{item.link}</a>
          </p>
          <p className="soft">{t('figures.link.who')}</p>
          <p className="row">
            <Button kind="quiet" isBusy={make.isPending} onPress={() => make.mutate({})}>
              {t('figures.link.renew')}
            </Button>
            <Button kind="quiet" isBusy={close.isPending} onPress={() => close.mutate({})}>
              {t('figures.link.close')}
            </Button>
          </p>
          <ProblemNote problem={make.error ?? close.error} />
        </div>
      </div>
    </details>
  );
}
