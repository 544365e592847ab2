// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/codes_paper.tsx
//
// What is handed out: letters of one page, slips to cut and mix, and the poster, which lets nobody in by itself. No name on any.

import { QrCode } from '#app/qr_code.tsx';
import { duration, fullDay, t } from '#words';
import { addressOf, grouped, shortHash } from './links.ts';
import type { CampaignView } from './types.ts';

interface PaperProps {
  view: CampaignView;
  codes: readonly string[];
  links: readonly string[];
}

export function Letters({ view, codes, links }: PaperProps) {
  return links.map((link, at) => (
    <article className="printed-page" key={link}>
      <p>{view.establishment_name}</p>
      <h2>{view.title}</h2>
      <p>{view.purpose}</p>
      <div className="printed-link">
        <QrCode text={link} label={t('campaigns.paper.qr')} />
        <div>
          <p>{t('campaigns.paper.scan')}</p>
          <p className="is-code">{link}</p>
          <p>{t('campaigns.paper.code')}</p>
          <p className="is-code">{grouped(codes[at] ?? '')}</p>
        </div>
      </div>
      <Digest view={view} />
      <When view={view} />
      <Promises view={view} />
      <p>{t('campaigns.paper.not_named')}</p>
    </article>
  ));
}

export function Slips({ view, codes, links }: PaperProps) {
  return (
    <div className="printed-slips">
      {links.map((link, at) => (
        <div className="printed-slip" key={link}>
          <div>
            <p>
              <b>{view.title}</b>
            </p>
            <p>{t('campaigns.paper.slip')}</p>
            <p className="is-code">{`${location.host}/q/${view.id}`}</p>
            <p className="is-code">{grouped(codes[at] ?? '')}</p>
            {view.manifest_sha256 && (
              <p>{t('campaigns.paper.hash', { hash: shortHash(view.manifest_sha256) })}</p>
            )}
            {view.closes_on && (
              <p>{t('campaigns.codes.until', { day: fullDay(view.closes_on) })}</p>
            )}
          </div>
          <QrCode text={link} label={t('campaigns.paper.qr')} />
        </div>
      ))}
    </div>
  );
}

export function Poster({ view }: { view: CampaignView }) {
  const address = addressOf(location.origin, view.id);
  return (
    <article className="printed-page printed-poster">
      <p>{view.establishment_name}</p>
      <h2>{view.title}</h2>
      <p>{view.purpose}</p>
      <When view={view} />
      <Promises view={view} />
      <div className="printed-link">
        <QrCode text={address} label={t('campaigns.paper.qr')} />
        <p>{t('campaigns.paper.poster_code')}</p>
      </div>
      <Digest view={view} />
    </article>
  );
}

/** What somebody compares who typed the address by hand. */
function Digest({ view }: { view: CampaignView }) {
  if (view.manifest_sha256 == null) return null;
  return (
    <p>
      {t('campaigns.paper.hash', { hash: shortHash(view.manifest_sha256) })}{' '}
      {t('campaigns.paper.hash_hint')}
    </p>
  );
}

function When({ view }: { view: CampaignView }) {
  return (
    <p>
      {t('campaigns.paper.minutes', { duration: duration(view.minutes) })}{' '}
      {view.opens_on &&
        view.closes_on &&
        t('campaigns.paper.when', {
          from: fullDay(view.opens_on),
          to: fullDay(view.closes_on),
        })}
    </p>
  );
}

function Promises({ view }: { view: CampaignView }) {
  return (
    <ul>
      {view.mode === 'sealed' && <li>{t('campaigns.paper.sealed')}</li>}
      <li>{t('campaigns.paper.threshold', { k: view.k })}</li>
      <li>{t('campaigns.paper.same_for_all')}</li>
      <li>{t('campaigns.paper.free')}</li>
      {view.destroy_by && (
        <li>{t('campaigns.paper.destroyed', { day: fullDay(view.destroy_by) })}</li>
      )}
    </ul>
  );
}
