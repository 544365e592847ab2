// SPDX-License-Identifier: EUPL-1.2
// web/ballots/manifest_test.ts
//
// Each check of the manifest, seen refusing.
// @vitest-environment node

import { describe, expect, test } from 'vitest';
import { b64, deviceRandom, sha256Hex } from './bytes.ts';
import { campaign_id, exampleCampaign } from './example_campaign.ts';
import { drawHalf, publicHalf, signManifest } from './halves.ts';
import { checkEnough, checkInstrument, checkManifest, offeredPlaces } from './manifest.ts';
import { readManifest } from './manifest_shape.ts';

const example = exampleCampaign();
const expected = { campaign: campaign_id, hash32: example.hash.slice(0, 32) };
const checked = (made = example, wanted: { campaign: string; hash32?: string } = expected) =>
  checkManifest(made.text, made.signatures, wanted);
const refused = (code: string) => expect.objectContaining({ code });

test('a manifest that everybody signed is taken', async () => {
  expect(await checked()).toMatchObject({ hash: example.hash, manifest: example.manifest });
  expect((await checked(example, { campaign: campaign_id })).hash).toBe(example.hash);
  const light = exampleCampaign({ mode: 'light' });
  expect((await checked(light, { campaign: campaign_id })).manifest.mode).toBe('light');
});

test('the link’s hash is the manifest’s', async () => {
  const other = exampleCampaign(); // same words, other keys
  await expect(checked(other)).rejects.toEqual(refused('hash'));
  await expect(checked(example, { ...expected, hash32: '' })).rejects.toEqual(refused('hash'));
  await expect(checked(example, { ...expected, hash32: example.hash.slice(0, 8) })).rejects.toEqual(
    refused('hash'),
  );
  await expect(checked({ ...example, text: `${example.text} ` })).rejects.toEqual(refused('hash'));
});

test('it is of this campaign', async () => {
  const campaign = '01hq7c0d3campaign000000002';
  await expect(checked(example, { ...expected, campaign })).rejects.toEqual(refused('hash'));
});

test('each college has signed it', async () => {
  const [one, other] = example.signatures;
  if (!one || !other) throw new Error('two colleges');
  for (const signatures of [[], [one], [other], [one, { ...other, signature: one.signature }]])
    await expect(checked({ ...example, signatures })).rejects.toEqual(refused('signature'));
  const stranger = drawHalf(deviceRandom);
  const forged = { ...other, signature: b64(signManifest(stranger, example.hash)) };
  await expect(checked({ ...example, signatures: [one, forged] })).rejects.toEqual(
    refused('signature'),
  );
});

test('the urn may be another body’s', () => {
  for (const urn of [
    'https://urne.example.org',
    'https://urne.example.org:8443',
    'http://127.0.0.1:1',
  ])
    expect(readManifest(JSON.stringify({ ...example.manifest, urn })).urn).toBe(urn);
  expect(readManifest(example.text).urn).toBe(undefined);
});

test('answers are sealed to both halves', async () => {
  const other = b64(publicHalf(drawHalf(deviceRandom)));
  const made = exampleCampaign({ change: (manifest) => ({ ...manifest, joint_key: other }) });
  await expect(checked(made, { campaign: campaign_id })).rejects.toEqual(refused('joint_key'));
});

test('the token key is like everybody’s', async () => {
  const made = exampleCampaign({ rsa: { bits: 2048, exponent: 65537 } });
  await expect(checked(made, { campaign: campaign_id })).rejects.toEqual(refused('token_key'));
});

test('the questionnaire is the one that was signed', () => {
  const made = exampleCampaign({ instrument: '{"id":"x"}' });
  checkInstrument(made.manifest, '{"id":"x"}');
  expect(() => checkInstrument(made.manifest, '{"id":"y"}')).toThrow('instrument');
});

test('that enough tokens were issued is signed by the guichet', () => {
  checkEnough(example.manifest, example.enough);
  expect(() => checkEnough(example.manifest, exampleCampaign().enough)).toThrow('enough');
});

test('people choose from what is offered', () => {
  expect(
    offeredPlaces(example.manifest).map(({ name, within, categories }) => [
      name,
      within,
      categories.length,
    ]),
  ).toEqual([
    ['Médecine A', ['Pôle médecine'], 2],
    ['Médecine B', ['Pôle médecine'], 2],
    ['Logistique', [], 0],
  ]);
});

describe('a manifest that is not whole is refused', () => {
  const { manifest } = example;
  const [house] = manifest.places;
  test.each<[string, object]>([
    ['another format', { format: 'etabli-manifest-2' }],
    ['no campaign', { campaign: 'ABC' }],
    ['no title', { title: '' }],
    ['an unknown mode', { mode: 'open' }],
    ['k under eleven', { k: 10 }],
    ['half a person', { eligible: 1.5 }],
    ['no instrument', { instrument: null }],
    [
      'a hash that is none',
      { instrument: { ...manifest.instrument, sha256: sha256Hex('').toUpperCase() } },
    ],
    ['no language', { languages: [] }],
    ['a day that is none', { opens_on: '2026-11-31' }],
    ['a closing before the opening', { closes_on: '2026-11-20' }],
    ['no place', { places: [] }],
    ['a place twice', { places: [house, house] }],
    ['a parent that comes later', { places: [house, { code: 'p9', name: '?', parent: 'p10' }] }],
    ['two roots', { places: [house, { code: 'p9', name: '?', parent: null }] }],
    ['nothing offered', { offered: {} }],
    ['an offered place that is not there', { offered: { p9: [] } }],
    ['an offered occupation that is not there', { offered: { p2: ['c9'] } }],
    ['one college', { colleges: manifest.colleges.slice(0, 1) }],
    ['the same college twice', { colleges: [manifest.colleges[0], manifest.colleges[0]] }],
    ['two colleges in light mode', { mode: 'light' }],
    ['a short key', { joint_key: 'AAAA' }],
    ['no size', { sizes: { profile: 64, answers: 0 } }],
    ['an endless size', { sizes: { profile: 64, answers: 10_000_000 } }],
    ['an urn without TLS', { urn: 'http://urne.example.org' }],
    ['an urn that is a path', { urn: 'https://urne.example.org/' }],
    ['an urn that says more to the page’s policy', { urn: 'https://urne.example.org *' }],
    ['an urn that is no text', { urn: null }],
  ])('%s', (_, change) => {
    expect(() => readManifest(JSON.stringify({ ...manifest, ...change }))).toThrow(
      expect.objectContaining({ code: 'shape' }),
    );
  });
  test('no JSON', () => expect(() => readManifest('{')).toThrow('not JSON'));
});
