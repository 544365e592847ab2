// SPDX-License-Identifier: EUPL-1.2
// web/ui/text_area.tsx
//
// Several lines. The field grows with the text and says how much room is left once it gets short.
// Text beyond the bound is kept on screen and told about, never cut: what somebody wrote is theirs.

import { useLayoutEffect, useRef } from 'react';
import { number, t } from '#words';
import { Field, type FieldTexts } from './field.tsx';

interface TextAreaProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  /** Counted as the server does, in Unicode characters. */
  length_max?: number;
  rows?: number;
  /** Of what is written here, where it is not the page's. */
  lang?: string | undefined;
  name?: string;
  isRequired?: boolean;
}

/** From here on the remaining room is of interest. */
const shareBeforeTelling = 0.8;

export function TextArea(props: TextAreaProps) {
  const { value, onChange, length_max, rows = 4, name, isRequired } = props;
  const element = useRef<HTMLTextAreaElement>(null);
  const length = [...value].length;

  // Where `field-sizing: content` is not known yet. Reading scrollHeight needs the new text first.
  // The height depends on the text, which the effect reads from the element.
  useLayoutEffect(() => {
    const area = element.current;
    if (area === null || CSS.supports?.('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 4}px`;
  }, [value]);

  return (
    <Field
      {...props}
      after={length_max !== undefined && <RoomLeft length={length} length_max={length_max} />}
    >
      {(ids) => (
        <textarea
          {...ids}
          ref={element}
          lang={props.lang}
          className="input"
          rows={rows}
          name={name}
          value={value}
          required={isRequired}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function RoomLeft({ length, length_max }: { length: number; length_max: number }) {
  const left = length_max - length;
  const isOver = left < 0;
  const text =
    length < length_max * shareBeforeTelling
      ? ''
      : isOver
        ? t('common.room_over', { count: -left, shown: number(-left) })
        : t('common.room_left', { count: left, shown: number(left) });
  return (
    <span className={isOver ? 'room-left is-short' : 'room-left'} role="status">
      {text}
    </span>
  );
}
