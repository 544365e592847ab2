// SPDX-License-Identifier: EUPL-1.2
// web/e2e/form_fixture.tsx
//
// The questionnaire of form_instrument.ts in the frame of the small page, as the answering page will hold it. ?en speaks
// English; what was told last and what was done stand on window, where the story looks.

/** @jsxImportSource preact */

import { render } from 'preact';
import { createForm, type Given } from '../form/index.ts';
import { FormView, loadFormWords } from '../form/view/index.ts';
import { Page } from '../respond/page.tsx';
import { speak } from '../respond/words.ts';
import '../respond/respond.css';
import { instrument } from './form_instrument.ts';

const language = location.search === '?en' ? 'en' : 'fr';
const told: { given?: Given; done?: unknown } = {};
Object.assign(window, { told });

async function start() {
  await Promise.all([speak(language), loadFormWords(language)]);
  const root = document.getElementById('root');
  if (root === null) return;
  const form = createForm(instrument);
  render(
    <Page title={instrument.title[language]} under="Les Charmes · jusqu’au 26 novembre">
      <FormView
        form={form}
        language={language}
        onChange={(given) => (told.given = given)}
        onDone={(answers) => {
          told.done = answers;
        }}
      />
    </Page>,
    root,
  );
}

void start();
