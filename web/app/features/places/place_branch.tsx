// SPDX-License-Identifier: EUPL-1.2
// web/app/features/places/place_branch.tsx
//
// The places under one place, each with what it was before, and the form that changes it.

import { useState } from 'react';
import { Button, Opened } from '#ui';
import { fullDay, t } from '#words';
import { ChangePlace } from './change_place.tsx';
import { childrenOf, kindWord } from './kinds.ts';
import type { PlaceLine } from './use_places.ts';

interface BranchProps {
  lines: readonly PlaceLine[];
  parent_id: string;
  mayShape: boolean;
  today: string;
}

export function PlaceBranch({ parent_id, ...rest }: BranchProps) {
  const children = childrenOf(rest.lines).get(parent_id) ?? [];
  if (children.length === 0) return null;
  return (
    <ul className="places">
      {children.map((line) => (
        <li key={line.place.id}>
          <PlaceItem line={line} {...rest} />
          <PlaceBranch parent_id={line.place.id} {...rest} />
        </li>
      ))}
    </ul>
  );
}

interface ItemProps extends Omit<BranchProps, 'parent_id'> {
  line: PlaceLine;
}

function PlaceItem({ line, lines, mayShape, today }: ItemProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { place, past } = line;
  return (
    <>
      <div className="row spread">
        <span>
          <b>{place.name}</b> <span className="soft small">{kindWord(place.kind)}</span>{' '}
          {typeof place.headcount === 'number' && (
            <span className="soft small">{t('places.headcount', { count: place.headcount })}</span>
          )}{' '}
          {place.closed_on && (
            <span className="soft small">
              {t('places.closed', { day: fullDay(place.closed_on) })}
            </span>
          )}
        </span>
        {mayShape && !isOpen && (
          <Button
            kind="quiet"
            onPress={() => setIsOpen(true)}
            aria-label={t('places.change_title', { name: place.name })}
          >
            {t('places.change')}
          </Button>
        )}
      </div>
      {past.map((before) => (
        <p className="soft small" key={before.id}>
          {t(before.parent_id === place.parent_id ? 'places.before' : 'places.before_moved', {
            day: fullDay(before.until_on),
            name: before.name,
          })}
        </p>
      ))}
      {isOpen && (
        <Opened onClose={() => setIsOpen(false)}>
          <ChangePlace line={line} lines={lines} today={today} onClose={() => setIsOpen(false)} />
        </Opened>
      )}
    </>
  );
}
