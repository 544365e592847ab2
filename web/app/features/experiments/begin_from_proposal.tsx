// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/begin_from_proposal.tsx
//
// From a proposal that may be tried to its experiment: the way to the canvas, until an experiment came of it. The
// thread then leads there.

import { LinkButton } from '#ui';
import { t } from '#words';
import { useThread } from '../thread/index.ts';
import { useExperiments } from './use_experiments.ts';

export function BeginFromProposal({ id }: { id: string }) {
  const mayBegin = useExperiments().data?.abilities.includes('begin') ?? false;
  const knots = useThread('proposal', id).data?.data.knots;
  if (!mayBegin || knots === undefined || knots.some((knot) => knot.kind === 'experiment'))
    return null;
  return (
    <p className="row no-print">
      <LinkButton href={`/essayer/nouveau?from_kind=proposal&from_id=${id}`} kind="main" icon="try">
        {t('experiments.begin.open')}
      </LinkButton>
    </p>
  );
}
