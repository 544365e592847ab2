// SPDX-License-Identifier: EUPL-1.2
// web/app/features/public/people_facts.tsx
//
// Establishments and organisations that took part, as sourced facts: being listed says nothing of anybody's work.

import { inLanguage } from '#app/pack_text.ts';
import { t } from '#words';
import { FromPack } from './from_pack.tsx';
import { useReference } from './references.ts';

export function PeopleFacts() {
  const waves = useReference('waves').data?.data.content.items ?? [];
  return (
    <>
      <FromPack id="establishments" anchor="establishments">
        {({ items }) =>
          waves.map((wave) => (
            <div key={wave.code} className="stack">
              <h3>{inLanguage(wave.title)}</h3>
              <ul className="bullets">
                {items
                  .filter((item) => item.wave === wave.code)
                  .map((item) => (
                    <li key={item.code}>
                      {t('public.establishment', {
                        name: item.name,
                        departement: item.departement.name,
                      })}
                    </li>
                  ))}
              </ul>
            </div>
          ))
        }
      </FromPack>
      <FromPack id="organisations" anchor="organisations">
        {({ items, roles }) =>
          roles.map((role) => (
            <div key={role.code} className="stack">
              <h3>{inLanguage(role.title)}</h3>
              <ul className="bullets">
                {items
                  .filter((item) => item.roles.includes(role.code))
                  .map((item) => (
                    <li key={item.code}>
                      {item.title
                        ? t('public.organisation', {
                            name: item.name,
                            title: inLanguage(item.title),
                          })
                        : item.name}
                    </li>
                  ))}
              </ul>
            </div>
          ))
        }
      </FromPack>
    </>
  );
}
