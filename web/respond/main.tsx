// SPDX-License-Identifier: EUPL-1.2
// web/respond/main.tsx
//
// Starts the page of somebody without an account. /d/<code> is a discussion, /q/<code> a
// questionnaire; without a code, the page asks for it.

/** @jsxImportSource preact */

import { render } from 'preact';
import { EnterCode } from './enter_code.tsx';
import './respond.css';
import { speak } from './words.ts';

async function start() {
  await speak('fr');
  const root = document.getElementById('root');
  if (root === null) return;
  const draw = () =>
    render(<EnterCode onLanguage={(language) => void speak(language).then(draw)} />, root);
  draw();
}

void start();
