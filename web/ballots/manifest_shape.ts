// SPDX-License-Identifier: EUPL-1.2
// web/ballots/manifest_shape.ts
//
// The manifest as a type, and the only way to it: what is missing, of the wrong kind, or names something that is not
// there is refused. Members this page does not know are left alone.

import { isDay } from '../form/day.ts';
import { unb64 } from './bytes.ts';
import { Refused } from './refused.ts';

export type College = 'direction' | 'staff_representatives' | 'server';

export interface Place {
  code: string;
  name: string;
  parent: string | null;
}

export interface Category {
  code: string;
  name: Readonly<Record<'fr' | 'en', string>>;
}

export interface ManifestCollege {
  college: College;
  name: string;
  public_half: string;
  signing_key: string;
}

export interface Manifest {
  format: 'etabli-manifest-1';
  campaign: string;
  title: string;
  purpose: string;
  establishment: string;
  minutes: number;
  mode: 'sealed' | 'light';
  k: number;
  eligible: number;
  instrument: { id: string; number: number; sha256: string };
  languages: readonly ('fr' | 'en')[];
  pickup_on: string;
  opens_on: string;
  closes_on: string;
  destroy_by: string;
  places: readonly Place[];
  categories: readonly Category[];
  offered: Readonly<Record<string, readonly string[]>>;
  token_key: string;
  guichet_key: string;
  colleges: readonly ManifestCollege[];
  joint_key: string;
  sizes: { profile: number; answers: number };
  /** Of another body's urn; without it, ballots go where the page came from. */
  urn?: string;
}

/** Nobody is asked under it; colleges only raise it. */
export const k_min = 11;
/** A browser seals no more in one go on an old phone; a questionnaire needs far less. */
const sealed_bytes_max = 65_536;
/** The largest establishment group has fewer. */
const lines_max = 5000;
/** An origin, as the page is allowed to speak to; without TLS on this machine alone. */
const urn_address = /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?$/;
const college_order: Record<Manifest['mode'], readonly College[]> = {
  sealed: ['direction', 'staff_representatives'],
  light: ['server'],
};

type Fields = Readonly<Record<string, unknown>>;

export function readManifest(text: string): Manifest {
  const read = objectIn(parsed(text), '');
  check(read.format === 'etabli-manifest-1', 'format');
  check(typeof read.campaign === 'string' && /^[0-9a-z]{26}$/.test(read.campaign), 'campaign');
  for (const name of ['title', 'establishment']) textIn(read, name);
  check(typeof read.purpose === 'string', 'purpose');
  check(wholeIn(read, 'minutes') > 0, 'minutes');
  check(read.mode === 'sealed' || read.mode === 'light', 'mode');
  check(wholeIn(read, 'k') >= k_min, 'k');
  check(wholeIn(read, 'eligible') >= 0, 'eligible');
  const instrument = objectIn(read.instrument, 'instrument');
  textIn(instrument, 'id');
  wholeIn(instrument, 'number');
  check(/^[0-9a-f]{64}$/.test(textIn(instrument, 'sha256')), 'instrument');
  const languages = linesIn(read.languages, 'languages');
  check(
    languages.length > 0 && languages.every((each) => each === 'fr' || each === 'en'),
    'languages',
  );
  checkDays(read);
  checkPlaces(read);
  keyIn(read, 'guichet_key');
  keyIn(read, 'joint_key');
  textIn(read, 'token_key');
  checkColleges(read, read.mode === 'light' ? 'light' : 'sealed');
  const sizes = objectIn(read.sizes, 'sizes');
  for (const name of ['profile', 'answers']) {
    const size = wholeIn(sizes, name);
    check(size > 0 && size <= sealed_bytes_max, `sizes/${name}`);
  }
  check(read.urn === undefined || urn_address.test(textIn(read, 'urn')), 'urn');
  return read as unknown as Manifest;
}

function checkDays(read: Fields): void {
  const days = ['pickup_on', 'opens_on', 'closes_on', 'destroy_by'].map((name) => {
    const day = textIn(read, name);
    check(isDay(day), name);
    return day;
  });
  check(
    days.every((day, at) => at === 0 || (days[at - 1] ?? '') <= day),
    'days',
  );
}

/** Parents come first, so that what is above a place ends; only the first has none. */
function checkPlaces(read: Fields): void {
  const seen = new Set<unknown>();
  linesIn(read.places, 'places').forEach((each, at) => {
    const place = objectIn(each, 'places');
    textIn(place, 'name');
    const code = textIn(place, 'code');
    check(!seen.has(code), 'places');
    check(at === 0 ? place.parent === null : seen.has(place.parent), 'places/parent');
    seen.add(code);
  });
  const categories = new Set<unknown>();
  for (const each of linesIn(read.categories, 'categories')) {
    const category = objectIn(each, 'categories');
    const code = textIn(category, 'code');
    check(!categories.has(code), 'categories');
    categories.add(code);
    const name = objectIn(category.name, 'categories/name');
    textIn(name, 'fr');
    check(typeof name.en === 'string', 'categories/name');
  }
  const offered = Object.entries(objectIn(read.offered, 'offered'));
  check(offered.length > 0, 'offered');
  for (const [place, codes] of offered)
    check(
      seen.has(place) && linesIn(codes, 'offered').every((code) => categories.has(code)),
      place,
    );
}

function checkColleges(read: Fields, mode: Manifest['mode']): void {
  const colleges = linesIn(read.colleges, 'colleges').map((each) => objectIn(each, 'colleges'));
  const order = college_order[mode];
  check(colleges.length === order.length, 'colleges');
  colleges.forEach((college, at) => {
    check(college.college === order[at], 'colleges/college');
    textIn(college, 'name');
    keyIn(college, 'public_half');
    keyIn(college, 'signing_key');
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('shape', 'not JSON');
  }
}

function check(holds: boolean, where: string): void {
  if (!holds) throw new Refused('shape', where);
}

function objectIn(source: unknown, where: string): Fields {
  check(typeof source === 'object' && source !== null && !Array.isArray(source), where);
  return source as Fields;
}

function linesIn(source: unknown, where: string): readonly unknown[] {
  check(Array.isArray(source) && source.length <= lines_max, where);
  return source as unknown[];
}

function textIn(fields: Fields, name: string): string {
  const text = fields[name];
  check(typeof text === 'string' && text !== '', name);
  return text as string;
}

function wholeIn(fields: Fields, name: string): number {
  check(Number.isSafeInteger(fields[name]), name);
  return fields[name] as number;
}

/** 32 bytes. */
function keyIn(fields: Fields, name: string): void {
  check(unb64(textIn(fields, name)).length === 32, name);
}
