// SPDX-License-Identifier: EUPL-1.2
// web/respond/campaign/pieces.tsx
//
// What the steps of the answering page share: a step with its title, what went wrong, the choice of where things are
// kept, one option among several.

/** @jsxImportSource preact */

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../pieces.tsx';
import type { CampaignHere } from './use_campaign.ts';
import { type AnsweringKey, said } from './words.ts';

let isFirstStep = true;

/** Somebody pressed something to come here: the title takes the focus. */
export function Step({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!isFirstStep) heading.current?.focus();
    isFirstStep = false;
  }, [title]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} class="step">
        {title}
      </h2>
      {children}
    </>
  );
}

export function hasMoved(): boolean {
  return !isFirstStep;
}

const told: readonly string[] = [
  'code.unknown',
  'code.used',
  'campaign.not_open',
  'campaign.too_few',
  'ballot.other',
  'ballot.refused',
  'server.busy',
  'request.too_many',
  'network.offline',
  'not_found',
  'token',
  'too_long',
];

export function problemText(code: string): string {
  return said(`answering.problem.${told.includes(code) ? code : 'other'}` as AnsweringKey);
}

/** A layout effect, so that nothing said is passed over by a quick Tab. */
export function ProblemBox({ code }: { code: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (code !== null) box.current?.focus();
  }, [code]);
  return (
    code !== null && (
      <div class="problem" role="alert" tabIndex={-1} ref={box}>
        <p>{problemText(code)}</p>
      </div>
    )
  );
}

export function KeepChoice({ here }: { here: CampaignHere }) {
  const id = useId();
  if (here.isShared) return null;
  return (
    <div class="keep-choice">
      <label class="ticked" for={id}>
        <input
          id={id}
          type="checkbox"
          aria-describedby={`${id}-hint`}
          checked={here.where === 'device'}
          onChange={(event) => here.keep({}, event.currentTarget.checked ? 'device' : 'tab')}
        />
        <span>{said('answering.keep.label')}</span>
      </label>
      <p id={`${id}-hint`} class="small soft">
        {said('answering.keep.hint')}
      </p>
    </div>
  );
}

const whereKept = {
  device: 'answering.keep.saved',
  tab: 'answering.keep.tab',
  nowhere: 'answering.keep.not_stored',
} as const;

export function WhereKept({ here }: { here: CampaignHere }) {
  return (
    <p class="small soft where">
      {here.where !== 'nowhere' && <Icon name="check" />} {said(whereKept[here.where])}
    </p>
  );
}

interface OptionsProps {
  legend: string;
  name: string;
  options: readonly { code: string; label: string; under?: string }[];
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

/** More than a screen holds are chosen from the phone's own list. */
const listed_max = 12;

export function Options({ legend, name, options, chosen, onChoose }: OptionsProps) {
  if (options.length > listed_max)
    return (
      <div class="asked">
        <label for={name}>{legend}</label>
        <select
          id={name}
          class="input"
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="" disabled>
            {said('answering.profile.choose')}
          </option>
          {options.map(({ code, label, under }) => (
            <option key={code} value={code}>
              {under ? said('answering.profile.within', { place: label, within: under }) : label}
            </option>
          ))}
        </select>
      </div>
    );
  return (
    // A radio may not be required, a group of them may (ARIA in HTML).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <fieldset class="asked" role="radiogroup" aria-required="true">
      <legend>{legend}</legend>
      <div class="options">
        {options.map(({ code, label, under }) => (
          <label class="choice" key={code}>
            <input
              type="radio"
              name={name}
              value={code}
              checked={chosen === code}
              onChange={() => onChoose(code)}
            />
            <span>
              {label}
              {under && <span class="under">{under}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Runs again when the network is back, and now and then while the page is open. */
export function useAgain(work: () => void, every_ms: number): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    const again = () => latest.current();
    const timer = setInterval(again, every_ms);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [every_ms]);
}
