// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/forecast_part.tsx
//
// What this cut will be able to show, if so many answer: told before anybody is asked, so that nobody is promised a page that
// cannot be. Shown, not shown, not asked: words and hatching.

import { useState } from 'react';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { type Column, DataTable, Notice, Plank, withheld } from '#ui';
import { Field } from '#ui/field.tsx';
import { number, t } from '#words';
import type { Cut, Forecast, ForecastPlace } from './types.ts';
import { useForecast } from './use_campaigns.ts';
import type { Keeping } from './use_keeping.ts';

const share_first = 60;
/** A mark of our own, not a rule: what is asked beyond it is answered by fewer people and with less care. */
const minutes_year_max = 30;

export function ForecastPart({ keeping }: { keeping: Keeping }) {
  const [share, setShare] = useState(share_first);
  const forecast = useForecast(keeping.view.id, share, keeping.isKept);
  return (
    <Plank title={t('campaigns.forecast.title')}>
      <p className="read">{t('campaigns.forecast.lead')}</p>
      <Field
        label={t('campaigns.forecast.share', { share: number(share) })}
        hint={t('campaigns.forecast.share_hint')}
      >
        {(ids) => (
          <input
            {...ids}
            className="forecast-share"
            type="range"
            min={30}
            max={100}
            step={10}
            value={share}
            onChange={(event) => setShare(Number(event.target.value))}
          />
        )}
      </Field>
      {keeping.isKept ? (
        <Loaded from={forecast}>
          {(shown) => <ForecastTable forecast={shown} cut={keeping.view.cut} />}
        </Loaded>
      ) : (
        <p className="soft">{t('campaigns.forecast.waits')}</p>
      )}
    </Plank>
  );
}

export function ForecastTable({ forecast, cut }: { forecast: Forecast; cut: Cut }) {
  const cell = (place: ForecastPlace, category: string | null) => {
    const found = place.cells.find((each) => (each.category ?? null) === category);
    if (found === undefined) return '';
    if (found.open) return t('campaigns.forecast.shown');
    if (found.too_small) return <span className="soft">{t('campaigns.cut.not_asked')}</span>;
    return withheld;
  };
  const columns: Column<ForecastPlace>[] = [
    { id: 'place', label: t('campaigns.cut.place'), isRowHeader: true, cell: (row) => row.name },
    {
      id: 'respondents',
      label: t('campaigns.forecast.respondents'),
      isNumber: true,
      cell: (row) =>
        t('campaigns.forecast.of', {
          people: number(row.respondents),
          headcount: number(row.headcount),
        }),
    },
    {
      id: 'minutes',
      label: t('campaigns.forecast.minutes_year'),
      isNumber: true,
      cell: (row) => number(row.minutes_year),
    },
    { id: 'all', label: t('campaigns.everybody'), cell: (row) => cell(row, null) },
    ...cut.categories.map((category) => ({
      id: category.code,
      label: inLanguage(category.name) || t('campaigns.cut.unnamed'),
      cell: (row: ForecastPlace) => cell(row, category.code),
    })),
  ];
  return (
    <div className="stack">
      <p className="read">
        {t('campaigns.forecast.cells', {
          open: forecast.open_cells,
          closed: forecast.closed_cells,
        })}{' '}
        {t('campaigns.forecast.minutes', {
          people: number(forecast.eligible),
          hours: number(Math.round(forecast.minutes_asked / 60)),
        })}
      </p>
      <DataTable
        caption={t('campaigns.forecast.table', { share: number(forecast.share) })}
        isStacked="short"
        columns={columns}
        rows={forecast.places}
        rowId={(row) => row.code}
      />
      {forecast.places.some((place) => place.minutes_year > minutes_year_max) && (
        <Notice>
          <p className="read">{t('campaigns.forecast.much', { minutes: minutes_year_max })}</p>
        </Notice>
      )}
      <Notice>
        <p className="read">{t('campaigns.forecast.note')}</p>
      </Notice>
    </div>
  );
}
