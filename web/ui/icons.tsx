// SPDX-License-Identifier: EUPL-1.2
// web/ui/icons.tsx
//
// The drawings: 24 box, round ends, no fill, the colour of the text beside them. An icon stands
// beside a word; alone it is decoration (hidden from screen readers), so its control carries a name.

const paths = {
  bench: 'M2.5 8h19M4 8v3h16V8M6.5 11v9M17.5 11v9M6.5 16h11M9 8V4.5h4V8',
  // The five rooms.
  frame: 'M9 4H4v16M15 20h5V4M9 12h6M12 9v6',
  listen: 'M11 6 5 12l6 6M19 6l-6 6 6 6',
  understand: 'M15 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM21 12a6 6 0 1 1-12 0 6 6 0 0 1 12 0z',
  try: 'M2.5 19h19M4 19V8M8 19v-5M12 19V8M16 19v-5M20 19V8',
  share: 'M2 18h6.5L6 6h12l-2.5 12H22',
  // Knots of the thread.
  quote: 'M4 5h16v11H11l-4 4v-4H4z',
  proposal: 'M5 19c0-8 4-13 14-14-1 10-6 14-14 14zM5 19l7-7',
  answer: 'M4 6h16v12H4zM4 7l8 6 8-6',
  chart: 'M3 5v15h18M6 15l4-5 4 3 6-7',
  sheet: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  home: 'M4 11l8-7 8 7M6 10v10h12V10',
  gate: 'M5 21V4M19 21V4M5 7h14M12 7v14M9.5 14h.01M14.5 14h.01',
  rule: 'M5 4v16M5 5h13l-3 4 3 4H5',
  questionnaire: 'M5 4h14v16H5zM8 9l1 1 2-2M8 15l1 1 2-2M14 9h2M14 15h2',
  // Tools and signs.
  help: 'M12 3v2.5M12 12.5V21M8.5 21h7M4 5.5h12.5L20 9l-3.5 3.5H4z',
  search: 'M16.5 10.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM15 15l5.5 5.5',
  person: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM5 20c.8-4 3.5-6 7-6s6.2 2 7 6',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7v5l3.5 2',
  eye: 'M2.5 12c3-5 6-7 9.5-7s6.5 2 9.5 7c-3 5-6 7-9.5 7s-6.5-2-9.5-7zM14.8 12a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0z',
  check: 'm5 12.5 5 5 9-11',
  plus: 'M12 5v14M5 12h14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  down: 'm6 9 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  undo: 'M9 6 4 11l5 5M4 11h10a5.5 5.5 0 0 1 0 9h-3',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  mix: 'M3 7h4l10 10h4M3 17h4l3-3M14 10l3-3h4M18.5 4.5 21 7l-2.5 2.5M18.5 14.5 21 17l-2.5 2.5',
  same: 'M5 9.5h14M5 14.5h14',
  differently: 'M3 8h11M11 5l3 3-3 3M21 16H10M13 13l-3 3 3 3',
  pass: 'M6 12h12',
  note: 'M12 8v5M12 16.5v.01M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

export type State = 'to_come' | 'under_way' | 'done' | 'awaited';

/** Ring, half disc, disc, clock: a state is a shape, never a colour. */
export function StateShape({ state }: { state: State }) {
  return (
    <svg className="state-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="8" className={state === 'done' ? 'filled' : undefined} />
      {state === 'under_way' && <path d="M12 4a8 8 0 0 1 0 16z" className="filled" />}
      {state === 'awaited' && <path d="M12 7.5V12h4" />}
    </svg>
  );
}
