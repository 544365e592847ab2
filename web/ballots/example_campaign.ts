// SPDX-License-Identifier: EUPL-1.2
// web/ballots/example_campaign.ts
//
// A whole campaign for tests and stories, never for the page: two halves, a guichet that really signs blindly, a signed
// manifest. Runs in Node alone.

import { constants, generateKeyPairSync, type KeyObject, privateDecrypt } from 'node:crypto';
import { b64, type Bytes, deviceRandom, drawn, sha256Hex, unb64, utf8 } from './bytes.ts';
import { type SigningKey, sign, signingKeyOf } from './group.ts';
import { drawHalf, publicHalf, signingKey, signManifest } from './halves.ts';
import type { CollegeSignature } from './manifest.ts';
import type { College, Manifest } from './manifest_shape.ts';
import { jointKey } from './sealing.ts';

export interface ExampleCampaign {
  manifest: Manifest;
  /** The bytes as served. */
  text: string;
  hash: string;
  signatures: CollegeSignature[];
  halves: { college: College; half: Bytes }[];
  enough: string;
  signBlindly: (blinded: string) => string;
}

export const campaign_id = '01hq7c0d3campaign000000001';

interface Wanted {
  instrument?: string;
  /** Changes the manifest before it is signed: what a dishonest guichet could get signed. */
  change?: (manifest: Manifest) => Manifest;
  mode?: Manifest['mode'];
  rsa?: { bits: number; exponent: number };
}

const rsa_keys = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>();

/** Made once for each kind: RSA of 3072 bits takes its time. */
function rsaKey(bits: number, exponent: number) {
  const name = `${bits} ${exponent}`;
  const made =
    rsa_keys.get(name) ??
    generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: exponent });
  rsa_keys.set(name, made);
  return made;
}

export function exampleCampaign(wanted: Wanted = {}): ExampleCampaign {
  const { instrument = '{}', change = (same) => same, mode = 'sealed' } = wanted;
  const { bits, exponent } = wanted.rsa ?? { bits: 3072, exponent: 65537 };
  const { publicKey, privateKey } = rsaKey(bits, exponent);
  const guichet: SigningKey = signingKeyOf(drawn(32, deviceRandom));
  const colleges: College[] =
    mode === 'light' ? ['server'] : ['direction', 'staff_representatives'];
  const halves = colleges.map((college) => ({ college, half: drawHalf(deviceRandom) }));
  const names: Record<College, string> = {
    direction: 'La direction',
    staff_representatives: 'Les représentants du personnel',
    server: 'Le serveur',
  };
  const manifest = change({
    ...common,
    ...(mode === 'light' ? onlyTheHouse : {}),
    mode,
    instrument: { id: '01hq7c0d3instrument0000001', number: 1, sha256: sha256Hex(instrument) },
    token_key: b64(new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))),
    guichet_key: b64(guichet.key),
    colleges: halves.map(({ college, half }) => ({
      college,
      name: names[college],
      public_half: b64(publicHalf(half)),
      signing_key: b64(signingKey(half).key),
    })),
    joint_key: b64(jointKey(halves.map(({ half }) => publicHalf(half)))),
  });
  const text = JSON.stringify(manifest, null, 1);
  const hash = sha256Hex(text);
  return {
    manifest,
    text,
    hash,
    halves,
    signatures: halves.map(({ college, half }) => ({
      college,
      signature: b64(signManifest(half, hash)),
    })),
    enough: b64(sign(utf8(`etabli.enough.1:${manifest.campaign}`), guichet)),
    signBlindly: (blinded) =>
      b64(
        new Uint8Array(
          privateDecrypt(
            { key: privateKey, padding: constants.RSA_NO_PADDING },
            Buffer.from(unb64(blinded)),
          ),
        ),
      ),
  };
}

const common = {
  format: 'etabli-manifest-1',
  campaign: campaign_id,
  title: 'Nos fins de poste',
  establishment: 'Hôpital de Valombrée',
  purpose: 'Savoir ce qui aide le travail et ce qui le gêne.',
  minutes: 2,
  k: 11,
  eligible: 240,
  languages: ['fr', 'en'],
  pickup_on: '2026-11-16',
  opens_on: '2026-11-23',
  closes_on: '2026-12-07',
  destroy_by: '2027-03-31',
  places: [
    { code: 'p0', name: 'Hôpital de Valombrée', parent: null },
    { code: 'p1', name: 'Pôle médecine', parent: 'p0' },
    { code: 'p2', name: 'Médecine A', parent: 'p1' },
    { code: 'p3', name: 'Médecine B', parent: 'p1' },
    { code: 'p4', name: 'Logistique', parent: 'p0' },
  ],
  categories: [
    { code: 'c1', name: { fr: 'Soignants', en: 'Care staff' } },
    { code: 'c2', name: { fr: 'Médecins', en: 'Doctors' } },
  ],
  offered: { p2: ['c1', 'c2'], p3: ['c1', 'c2'], p4: [] },
  sizes: { profile: 64, answers: 2048 },
} as const;

const onlyTheHouse = {
  places: [{ code: 'p0', name: 'Hôpital de Valombrée', parent: null }],
  categories: [],
  offered: { p0: [] },
} as const;
