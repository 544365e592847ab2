// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/comment_text.tsx
//
// A comment whose words are hidden and shown again with a touch; those that may name somebody are underlined.

import { t } from '#words';
import { hiddenIn, mayName, namedBy, shownOf, wordsOf } from './masking.ts';

interface CommentTextProps {
  written: string;
  shown: string;
  isLeftOut: boolean;
  names: readonly string[];
  onChange: (shown: string) => void;
}

export function CommentText({ written, shown, isLeftOut, names, onChange }: CommentTextProps) {
  const parts = wordsOf(written);
  const hidden = hiddenIn(written, shown);
  const named = namedBy(names);
  const turn = (index: number) => {
    const next = new Set(hidden);
    if (!next.delete(index)) next.add(index);
    onChange(shownOf(parts, next));
  };
  if (isLeftOut) return <p className="comment comment-out">{written}</p>;
  return (
    <div className="stack">
      <p className="small soft">{t('campaigns.comments.touch')}</p>
      <p className="comment">
        {parts.words.map(({ gap, text }, index) => (
          <span key={index}>
            {gap}
            <button
              type="button"
              className={mayName(parts.words, index, named) ? 'word word-named' : 'word'}
              aria-pressed={hidden.has(index)}
              onClick={() => turn(index)}
            >
              {text}
            </button>
          </span>
        ))}
      </p>
    </div>
  );
}
