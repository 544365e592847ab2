// SPDX-License-Identifier: EUPL-1.2
// web/ui/thread.tsx
//
// The thread: from a sentence to what became of it. ThreadStrip is the line under a title (upright
// on a phone); ThreadLine is the whole of it, on a sheet. Solid where it happened, dashed where it
// is to come; each knot is a link.

import type { ReactNode } from 'react';
import { t } from '#words';
import { Icon, type IconName } from './icons.tsx';
import { TextLink } from './text_link.tsx';
import './thread.css';

export type KnotKind =
  | 'quote'
  | 'space'
  | 'proposal'
  | 'rule'
  | 'answer'
  | 'experiment'
  | 'chart'
  | 'sheet'
  | 'gate'
  | 'questionnaire'
  | 'elsewhere';

const icons: Record<KnotKind, IconName> = {
  quote: 'quote',
  space: 'quote',
  proposal: 'proposal',
  rule: 'rule',
  answer: 'answer',
  experiment: 'try',
  chart: 'chart',
  sheet: 'sheet',
  gate: 'gate',
  questionnaire: 'questionnaire',
  elsewhere: 'home',
};

export interface Knot {
  id: string;
  kind: KnotKind;
  label: string;
  href?: string;
  isHere?: boolean;
  isToCome?: boolean;
}

export function ThreadStrip({ knots }: { knots: readonly Knot[] }) {
  return (
    <nav aria-label={t('common.thread')} className="thread-strip">
      <span className="label" aria-hidden="true">
        {t('common.thread')}
      </span>
      <ol>
        {knots.map((knot) => (
          <li
            key={knot.id}
            className={knot.isToCome ? 'to-come' : undefined}
            aria-current={knot.isHere ? 'true' : undefined}
          >
            <StripKnot knot={knot} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StripKnot({ knot }: { knot: Knot }) {
  const inside = (
    <>
      <Icon name={icons[knot.kind]} />
      <span>{knot.label}</span>
      {knot.isToCome && <span className="hide"> ({t('common.state.to_come')})</span>}
    </>
  );
  if (knot.isHere) return <span className="you">{inside}</span>;
  if (knot.href === undefined) return <span className="with-icon">{inside}</span>;
  return (
    <TextLink href={knot.href} className="with-icon">
      {inside}
    </TextLink>
  );
}

export interface LineKnot extends Omit<Knot, 'label' | 'href'> {
  /** « 12 mai · réponse » */
  label: string;
  children: ReactNode;
}

export function ThreadLine({ knots }: { knots: readonly LineKnot[] }) {
  return (
    <ol className="thread-line">
      {knots.map((knot, index) => (
        <li
          key={knot.id}
          className={[
            knot.isHere && 'here',
            knot.isToCome && 'to-come',
            knots[index + 1]?.isToCome && 'before-to-come',
          ]
            .filter(Boolean)
            .join(' ')}
          aria-current={knot.isHere ? 'true' : undefined}
        >
          <span className="knot">
            <Icon name={icons[knot.kind]} />
          </span>
          <span className="label">{knot.label}</span>
          <div>{knot.children}</div>
        </li>
      ))}
    </ol>
  );
}
