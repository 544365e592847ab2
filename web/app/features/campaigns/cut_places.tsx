// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/cut_places.tsx
//
// The tree of places. One chooses one or several, and what can be done with them is offered below: rename, no longer tell apart
// what is under it, put together under one name, or take out, with a discussion instead.

import { useState } from 'react';
import { Button, Notice, Opened, TextField, TextLink } from '#ui';
import { number, t } from '#words';
import { canMerge, flatten, inTreeOrder, isSmallest, merge, remove, rename } from './cut.ts';
import type { CutProps } from './cut_part.tsx';
import type { Cut, CutPlace } from './types.ts';

const name_max = 120;

export function CutPlaces({ cut, k, onChange }: CutProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const present = chosen.filter((code) => cut.places.some((place) => place.code === code));
  const done = (next: Cut) => {
    onChange(next);
    setChosen([]);
  };
  return (
    <div className="stack">
      <h3>{t('campaigns.cut.places')}</h3>
      <ul className="cut-tree">
        {inTreeOrder(cut).map(({ place, depth }) => (
          <li key={place.code} className={`cut-depth-${Math.min(depth, 4)}`}>
            <PlaceLine
              place={place}
              k={k}
              isChosen={present.includes(place.code)}
              onChoose={(isChosen) =>
                setChosen(
                  isChosen
                    ? [...present, place.code]
                    : present.filter((code) => code !== place.code),
                )
              }
            />
          </li>
        ))}
      </ul>
      <Gestures
        key={present.join(' ')}
        cut={cut}
        chosen={present}
        onDone={done}
        onTaken={(names) => setTaken([...taken, ...names])}
      />
      {taken.length > 0 && <TakenOut names={taken} />}
    </div>
  );
}

interface PlaceLineProps {
  place: CutPlace;
  k: number;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

function PlaceLine({ place, k, isChosen, onChoose }: PlaceLineProps) {
  const people = t('campaigns.people', {
    count: place.headcount,
    shown: number(place.headcount),
  });
  const isSmall = place.parent != null && place.headcount < k;
  if (place.parent == null)
    return (
      <p>
        <b>{place.name}</b> <span className="soft">{people}</span>
      </p>
    );
  return (
    <label className="cut-place">
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span>
        <b>{place.name}</b> <span className="soft">{people}</span>
        {place.members.length > 1 && (
          <span className="hint">
            {t('campaigns.cut.members', { count: place.members.length })}
          </span>
        )}
        {isSmall && <span className="cut-small">{t('campaigns.cut.under', { k })}</span>}
      </span>
    </label>
  );
}

interface GesturesProps {
  cut: Cut;
  chosen: readonly string[];
  onDone: (cut: Cut) => void;
  onTaken: (names: readonly string[]) => void;
}

function Gestures({ cut, chosen, onDone, onTaken }: GesturesProps) {
  const [naming, setNaming] = useState(false);
  const places = cut.places.filter((place) => chosen.includes(place.code));
  const only = places.length === 1 ? places[0] : undefined;
  if (places.length === 0) return <p className="small soft">{t('campaigns.cut.choose')}</p>;
  const take = () => {
    onTaken(places.map(({ name }) => name));
    onDone(chosen.reduce((left, code) => remove(left, code), cut));
  };
  return (
    <div className="plank stack cut-gestures">
      <p>
        {t('campaigns.cut.chosen', { count: places.length })}{' '}
        <b>{places.map(({ name }) => name).join(', ')}</b>
      </p>
      {naming ? (
        <Naming
          first={only?.name ?? places.map(({ name }) => name).join(' + ')}
          isMerge={only === undefined}
          onClose={() => setNaming(false)}
          onName={(name) => onDone(only ? rename(cut, only.code, name) : merge(cut, chosen, name))}
        />
      ) : (
        <div className="row">
          {only && <Button onPress={() => setNaming(true)}>{t('campaigns.cut.rename')}</Button>}
          {canMerge(cut, chosen) && (
            <Button kind="main" onPress={() => setNaming(true)}>
              {t('campaigns.cut.merge')}
            </Button>
          )}
          {only && !isSmallest(cut, only.code) && (
            <Button onPress={() => onDone(flatten(cut, only.code))}>
              {t('campaigns.cut.flatten')}
            </Button>
          )}
          <Button onPress={take}>{t('campaigns.cut.remove')}</Button>
        </div>
      )}
      {places.length > 1 && !canMerge(cut, chosen) && (
        <p className="small soft">{t('campaigns.cut.apart')}</p>
      )}
      {only && only.parent != null && <p className="small soft">{t('campaigns.cut.one_more')}</p>}
    </div>
  );
}

interface NamingProps {
  first: string;
  isMerge: boolean;
  onClose: () => void;
  onName: (name: string) => void;
}

function Naming({ first, isMerge, onClose, onName }: NamingProps) {
  const [name, setName] = useState(first);
  return (
    <Opened onClose={onClose}>
      <form
        className="stack read"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onName(name.trim());
        }}
      >
        <TextField
          label={t(isMerge ? 'campaigns.cut.merged_name' : 'campaigns.cut.name')}
          hint={isMerge ? t('campaigns.cut.merged_hint') : undefined}
          isRequired
          length_max={name_max}
          value={name}
          onChange={setName}
        />
        <div className="row">
          <Button type="submit" kind="main" isDisabled={name.trim() === ''}>
            {t(isMerge ? 'campaigns.cut.merge' : 'campaigns.cut.rename')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </form>
    </Opened>
  );
}

/** Small teams are not left without a voice: they talk, which says more and protects better. */
function TakenOut({ names }: { names: readonly string[] }) {
  return (
    <Notice>
      <p className="read">{t('campaigns.cut.taken')}</p>
      <ul className="bullets">
        {names.map((name) => (
          <li key={name}>
            {name}{' '}
            <TextLink
              href={`/ecouter/nouvelle?${new URLSearchParams({ subject: t('campaigns.cut.discussion', { name }) })}`}
            >
              {t('campaigns.cut.discuss')}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
