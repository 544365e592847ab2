// SPDX-License-Identifier: EUPL-1.2
// web/tools/message_arguments.mjs
//
// The arguments of an ICU message: { count: 'number', name: 'text', b: 'tag' }. Used to write the
// key types and to hold the English words to the same arguments as the French.

import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

function gather(elements, found) {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
      case TYPE.select:
        found[element.value] ??= 'text';
        break;
      case TYPE.number:
      case TYPE.plural:
        found[element.value] = 'number';
        break;
      case TYPE.tag:
        found[element.value] = 'tag';
        gather(element.children, found);
        break;
      default:
        break;
    }
    for (const option of Object.values(element.options ?? {})) gather(option.value, found);
  }
  return found;
}

/** Throws with the message when it is not well-formed ICU MessageFormat. */
export function argumentsOf(message) {
  try {
    return gather(parse(message), {});
  } catch (cause) {
    throw new Error(`not a well-formed message: ${message}`, { cause });
  }
}
