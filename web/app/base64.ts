// SPDX-License-Identifier: EUPL-1.2
// web/app/base64.ts
//
// Bytes of a file as text, for a request in JSON.

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
