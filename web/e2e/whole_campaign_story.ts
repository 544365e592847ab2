// SPDX-License-Identifier: EUPL-1.2
// web/e2e/whole_campaign_story.ts
//
// A campaign against the real program: two colleges make their halves in two browsers, sign and rehearse; eleven phones answer by the
// code that phones run, a twelfth in a page, through a reload without a network, and a thirteenth at a kiosk; a receipt is found in
// the urn. What comes after closing is played over HTTP by tests/scenarios/campaigns_test.cpp, since a browser cannot make days pass
// for a program.

import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  type Page,
  test,
} from '@playwright/test';
import {
  askToken,
  b64,
  ballotMessage,
  checkManifest,
  type CheckedManifest,
  deviceRandom,
  drawBallotKey,
  finishToken,
  postedBallot,
  sealBallot,
  unb64,
} from '#ballots';
import { expectAccessible } from './accessible.ts';
import { button, look, step } from './answering_steps.ts';
import { inDays } from './days.ts';
import { freshServer } from './fresh_server.ts';
import { sender, twoPeople } from './two_people.ts';

const binary = process.env.ETABLI_BINARY;
test.use({ serviceWorkers: 'allow' });
const phones = 11;

async function put(request: APIRequestContext, address: string, path: string, data: object) {
  const reply = await request.put(address + path, { data, headers: { Origin: address } });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return ((await reply.json()) as { data: Record<string, unknown> }).data;
}

/** A draft that holds together, put to the colleges and accepted by both. */
async function accepted(director: Page, elected: Page, address: string, place_id: string) {
  const send = sender(director.request, address);
  const begun = await send('/api/instruments', {
    establishment_id: place_id,
    from: 'etabli-pouls-6',
  });
  const instrument_id = String((begun.line as { id: string }).id);
  await send(`/api/instruments/${instrument_id}/versions`, { version: 1 });
  const campaign = await send('/api/campaigns', {
    establishment_id: place_id,
    title: 'Le pouls du Lac',
    mode: 'sealed',
  });
  const here = `/api/campaigns/${String(campaign.id)}`;
  await put(director.request, address, here, {
    title: 'Le pouls du Lac',
    purpose: 'Savoir ce qui aide et ce qui gêne, avant l’hiver.',
    mode: 'sealed',
    instrument_id,
    instrument_number: 1,
    pickup_on: inDays(0),
    opens_on: inDays(0),
    closes_on: inDays(7),
    destroy_by: inDays(60),
    k: 11,
    cut: {
      places: [
        { code: 'p0', name: 'Hôpital du Lac', parent: null, headcount: 0, members: [place_id] },
        { code: 'p1', name: 'Médecine', parent: 'p0', headcount: 24, members: [] },
        { code: 'p2', name: 'Chirurgie', parent: 'p0', headcount: 24, members: [] },
      ],
      categories: [{ code: 'c1', name: { fr: 'Soins', en: 'Care' } }],
      people: [{ place: 'p1', category: 'c1', headcount: 24 }],
    },
    version: campaign.version,
  });
  const asked = await send(`${here}/gate`, {});
  const gate = `/api/gates/${String(asked.gate_id)}`;
  for (const page of [director, elected]) {
    const shown = (await (await page.request.get(address + gate)).json()) as {
      data: { colleges: { college_id: string }[] };
      abilities: string[];
    };
    for (const { college_id } of shown.data.colleges)
      if (shown.abilities.includes(`answer:${college_id}`))
        await put(page.request, address, `${gate}/answer`, {
          college_id,
          answer: 'yes',
          reason: '',
        });
  }
  return { id: String(campaign.id), here };
}

/** Each in their own browser, one waiting for the other. */
async function makeTheKey(director: Page, elected: Page, id: string): Promise<void> {
  for (const page of [director, elected]) {
    await page.goto(`/ecouter/campagnes/${id}`);
    await page.getByRole('button', { name: 'Fabriquer notre moitié' }).click();
  }
  for (const page of [director, elected]) {
    await page.getByRole('button', { name: 'La montrer' }).click({ timeout: 60_000 });
    await page.getByText('Sans imprimante').click();
  }
  const onPaper = new Map<Page, string[]>();
  for (const page of [director, elected]) {
    onPaper.set(page, await page.locator('.sheet-texts code').allTextContents());
    await page.getByRole('checkbox', { name: /trois endroits/ }).click();
    await page.getByRole('button', { name: 'Signer', exact: true }).click({ timeout: 60_000 });
  }
  for (const page of [director, elected]) {
    const [first = '', , third = ''] = onPaper.get(page) ?? [];
    await page.getByRole('button', { name: 'Ouvrir l’essai' }).first().click();
    await expect(page.getByRole('heading', { name: 'Avec cet appareil' })).toHaveCount(0);
    await page.getByLabel('Une feuille').fill(first);
    await page.getByLabel('Une autre feuille').fill(third);
    await page.getByRole('button', { name: 'Ouvrir l’essai' }).click();
    await expect(page.getByRole('button', { name: 'Ouvrir l’essai' })).toHaveCount(0);
  }
}

interface Guichet {
  manifest: string;
  signatures: { college: string; signature: string }[];
  enough: string | null;
}

/** What a phone does, without its page. */
class Phone {
  private readonly key = drawBallotKey(deviceRandom);
  private ready?: { prefix: Uint8Array; token: Uint8Array };

  constructor(
    private readonly request: APIRequestContext,
    private readonly address: string,
    private readonly checked: CheckedManifest,
  ) {}

  async takeToken(code: string): Promise<void> {
    const { campaign } = this.checked.manifest;
    const message = ballotMessage(campaign, this.key.nonce);
    const asked = await askToken(this.checked.tokenKey, message, deviceRandom);
    const { blind_signature } = (await sender(this.request, this.address)(
      `/api/guichet/${campaign}/tokens`,
      { code, blinded: b64(asked.blinded) },
    )) as { blind_signature: string };
    const token = await finishToken(this.checked.tokenKey, message, asked, unb64(blind_signature));
    this.ready = { prefix: asked.prefix, token };
  }

  async answer(enough: string): Promise<void> {
    if (this.ready === undefined) throw new Error('a token comes first');
    const contents = { key: this.key, ...this.ready, profile: { place: 'p2' }, answers: {} };
    const ballot = sealBallot(
      this.checked.manifest,
      contents as Parameters<typeof sealBallot>[1],
      deviceRandom,
    );
    const reply = await this.request.post(
      `${this.address}/api/urn/${this.checked.manifest.campaign}/ballots`,
      {
        data: postedBallot(JSON.stringify(ballot), enough),
        headers: { Origin: this.address, 'Content-Type': 'application/json' },
      },
    );
    expect(reply.status(), await reply.text()).toBe(200);
  }
}

/** A reload without a network comes back to the same answers: the worker of the real program holds the page. */
async function theNetworkGoes(nurse: Page): Promise<void> {
  await nurse.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await nurse.context().setOffline(true);
  await nurse.reload();
  await expect(button(nurse, 'Suivant').or(button(nurse, 'Envoyer mes réponses'))).toBeVisible();
  await nurse.context().setOffline(false);
  if (await button(nurse, 'Suivant').isVisible()) await button(nurse, 'Suivant').click();
}

async function atTheKiosk(context: BrowserContext, id: string, code: string): Promise<void> {
  const tablet = await context.newPage();
  await tablet.goto(`/q/${id}/borne`);
  await expect(step(tablet, 'Avant de répondre')).toBeVisible();
  await button(tablet, 'Continuer').click();
  await tablet.getByLabel('Votre code').fill(code);
  await button(tablet, 'Prendre mon jeton').click();
  await tablet.getByRole('radio', { name: 'Médecine' }).check();
  await tablet.getByRole('radio', { name: /Aucun de ceux-là/ }).check();
  await button(tablet, 'Continuer').click();
  await tablet.getByRole('radio').nth(1).check();
  await button(tablet, 'Suivant').click();
  await button(tablet, 'Envoyer mes réponses').click();
  await expect(step(tablet, 'Votre réponse est dans l’urne')).toBeVisible();
  await look(tablet, 'vrai-5-borne');
  await button(tablet, 'Effacer, pour la personne suivante').click();
  await expect(step(tablet, 'Avant de répondre')).toBeVisible();
  await tablet.close();
}

/** The questionnaire on paper: what the printer gets. */
async function printSheet(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined; // no dialog, and the sheet stays
  });
  await page.getByRole('button', { name: 'Imprimer le questionnaire' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed-form')).toContainText('Le pouls du Lac');
  expect(await page.locator('.printed-form .printed-box').count()).toBeGreaterThan(10);
  const pictures = process.env.ETABLI_PICTURES;
  if (pictures) await page.screenshot({ path: `${pictures}/vrai-6-feuille.png`, fullPage: true });
  await page.emulateMedia({ media: null });
  await page.reload();
}

test('two colleges hold the key, twelve people answer, each finds their receipt', async ({
  browser,
  page,
}) => {
  test.skip(binary === undefined, 'ETABLI_BINARY names no program');
  test.setTimeout(240_000);
  const server = await freshServer(binary ?? '');
  try {
    const { director, elected, place_id } = await twoPeople(browser, page, server);
    const { id, here } = await accepted(director, elected, server.address, place_id);
    await makeTheKey(director, elected, id);
    const { codes, manifest_sha256 } = (await sender(director.request, server.address)(
      `${here}/codes`,
      { count: phones + 2 },
    )) as { codes: string[]; manifest_sha256: string };

    const context = await browser.newContext({ baseURL: server.address, locale: 'fr-FR' });
    const guichet = async () =>
      (
        (await (await context.request.get(`${server.address}/api/guichet/${id}`)).json()) as {
          data: Guichet;
        }
      ).data;
    const { manifest, signatures } = await guichet();
    const checked = await checkManifest(manifest, signatures, { campaign: id });
    const crowd: Phone[] = [];
    for (const code of codes.slice(2)) {
      const phone = new Phone(context.request, server.address, checked);
      await phone.takeToken(code);
      crowd.push(phone);
    }
    const { enough } = await guichet();
    for (const phone of crowd) await phone.answer(enough ?? '');

    const nurse = await context.newPage();
    await nurse.setViewportSize({ width: 360, height: 740 });
    const link = `/q/${id}#${codes[0] ?? ''}.${manifest_sha256.slice(0, 32)}`;
    const refused: string[] = [];
    nurse.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await nurse.goto(link);
    await expect(step(nurse, 'Avant de répondre')).toBeVisible();
    await expect(nurse.getByText('Savoir ce qui aide et ce qui gêne')).toBeVisible();
    await look(nurse, 'vrai-1-avant');
    await button(nurse, 'Continuer').click();
    await button(nurse, 'Prendre mon jeton').click();
    await nurse.getByRole('radio', { name: 'Médecine' }).check();
    await nurse.getByRole('radio', { name: /Aucun de ceux-là/ }).check();
    await look(nurse, 'vrai-2-lieu');
    await button(nurse, 'Continuer').click();
    await nurse.getByRole('radio').nth(2).check();
    await button(nurse, 'Suivant').click();
    await expect(step(nurse, 'Vos réponses')).toBeFocused();
    await look(nurse, 'vrai-3-relire');
    await theNetworkGoes(nurse);
    expect(refused).toEqual([]);
    await button(nurse, 'Envoyer mes réponses').click();
    await expect(step(nurse, 'Votre réponse est dans l’urne')).toBeFocused();
    // It is in the list once its batch is released; before that it waits with too few others.
    await button(nurse, 'Chercher dans la liste').click();
    await expect(nurse.getByText(/Votre reçu|pas encore/).first()).toBeVisible();
    await look(nurse, 'vrai-4-recu');
    await atTheKiosk(context, id, codes[1] ?? '');
    await director.goto(`/ecouter/campagnes/${id}`);
    await printSheet(director);
    await expect(director.getByText(/11 réponses|11 personnes|11/).first()).toBeVisible();
    await expectAccessible(director);
  } finally {
    server.stop();
  }
});
