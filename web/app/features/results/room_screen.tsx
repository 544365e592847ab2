// SPDX-License-Identifier: EUPL-1.2
// web/app/features/results/room_screen.tsx
//
// The screen of the room: one question at a time, in letters that are read from the back, and what to ask the team about it.

import { useRouter } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { Button, PageHead, TextLink } from '#ui';
import { number, t } from '#words';
import { ItemFigure } from './item_figure.tsx';
import { restitutionPath } from './paths.ts';
import type { ResultPlace, Results } from './types.ts';
import { usePlaceResults } from './use_results.ts';

interface RoomScreenProps {
  id: string;
  results: Results;
  place: ResultPlace;
  /** From 1. */
  at: number;
}

export function RoomScreen({ id, results, place, at }: RoomScreenProps) {
  const router = useRouter();
  const answers = usePlaceResults(id, place.code, null);
  const count = results.items.length;
  const item = results.items[Math.min(Math.max(at, 1), count) - 1];
  const go = (next: number) => {
    const search = new URLSearchParams({ lieu: place.code, ecran: String(next) });
    void router.navigate({ href: `/comprendre/resultats/${id}/restitution?${search}` });
  };
  return (
    <div className="shown-screen stack-l">
      <PageHead
        title={place.name}
        where={t('results.restitution.question_of', { number: number(at), count: number(count) })}
        actions={
          <>
            <Button isDisabled={at <= 1} onPress={() => go(at - 1)}>
              {t('results.restitution.previous')}
            </Button>
            <Button kind="main" isDisabled={at >= count} onPress={() => go(at + 1)}>
              {t('results.restitution.following')}
            </Button>
            <TextLink href={restitutionPath(id, place.code)}>
              {t('results.restitution.leave')}
            </TextLink>
          </>
        }
      />
      <Loaded from={answers}>
        {(shown) =>
          item === undefined ? null : (
            <>
              {item.question && <p className="soft">{inLanguage(item.question)}</p>}
              <ItemFigure
                item={item}
                heading="h2"
                parts={[
                  {
                    id: 'here',
                    label: place.name,
                    shown: shown.items.find((each) => each.item === item.code)?.shown ?? null,
                  },
                ]}
              />
              <p>{t('results.restitution.ask')}</p>
            </>
          )
        }
      </Loaded>
    </div>
  );
}
