// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/together/joint_reading.tsx
//
// What the three fields of one experiment say together: a sentence, then each field with its shape and its words.

import { fieldName, jointSentence } from './joint_words.ts';
import { StandingMark } from './standing_shape.tsx';
import { fields, type Joint } from './types.ts';

export function JointReading({ joint }: { joint: Joint }) {
  return (
    <div className="stack joint">
      <p className={joint.is_mixed ? 'joint-says is-mixed' : 'joint-says'}>
        {jointSentence(joint)}
      </p>
      <dl className="joint-fields">
        {fields.map((field) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <StandingMark standing={joint[field]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
