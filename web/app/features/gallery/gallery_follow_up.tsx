// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gallery/gallery_follow_up.tsx
//
// The carte de suivi: around a change, with few points, of a pulse.

import { Section, Sheet } from '#ui';
import { FollowUpFigure } from '../experiments/follow_up/follow_up.tsx';
import { a_pulse, around_a_change, few_weeks, journal } from './gallery_follow_up_fixture.ts';

export function GalleryFollowUp() {
  return (
    <Section title="Cartes de suivi">
      <div className="cols wide-side">
        <div className="stack-xl">
          {[around_a_change, few_weeks, a_pulse].map((item) => (
            <Sheet key={item.indicator.id}>
              <p className="label">Carte de suivi · {item.indicator.title}</p>
              <FollowUpFigure item={item} events={item === around_a_change ? journal : []} />
            </Sheet>
          ))}
        </div>
      </div>
    </Section>
  );
}
