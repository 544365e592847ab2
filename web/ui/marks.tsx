// SPDX-License-Identifier: EUPL-1.2
// web/ui/marks.tsx
//
// Small signs, each a shape and a word: where something stands (StateMark), what a group made of a
// sentence (Tag), what somebody said (Quote, always « » and never a name).

import type { ReactNode } from 'react';
import { quoted, t } from '#words';
import { Icon, type IconName, type State, StateShape } from './icons.tsx';
import './marks.css';

export type { State } from './icons.tsx';

/** Without children, the state's own word. `awaited` is framed: it is the one thing owed. */
export function StateMark({ state, children }: { state: State; children?: ReactNode }) {
  return (
    <span className={state === 'awaited' ? 'state is-awaited' : 'state'}>
      <StateShape state={state} />
      <span>{children ?? t(`common.state.${state}`)}</span>
    </span>
  );
}

interface TagProps {
  kind?: 'shared' | 'differently' | 'plain';
  icon?: IconName;
  children?: ReactNode;
}

/** <Tag kind="shared" /> says « partagé »; <Tag kind="differently" /> « vécu différemment ». */
export function Tag({ kind = 'plain', icon, children }: TagProps) {
  const own = { shared: 'same', differently: 'differently', plain: undefined } as const;
  const shown = icon ?? own[kind];
  return (
    <span className={kind === 'differently' ? 'tag is-dashed' : 'tag'}>
      {shown && <Icon name={shown} />}
      {children ?? (kind === 'plain' ? null : t(`common.lived.${kind}`))}
    </span>
  );
}

/** `text` comes without quotation marks. */
export function Quote({ text, isMarked }: { text: string; isMarked?: boolean }) {
  return (
    <blockquote className={isMarked ? 'voice quote is-marked' : 'voice quote'}>
      {quoted(text)}
    </blockquote>
  );
}
