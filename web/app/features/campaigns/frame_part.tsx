// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/frame_part.tsx
//
// What frames a campaign: its name and what it is for, sealed or light, which fixed version of which questionnaire, its days, and
// the threshold that is only ever raised.

import { inLanguage } from '#app/pack_text.ts';
import { Choice, DateField, Notice, Section, Select, TextArea, TextField, TextLink } from '#ui';
import { duration, fullDay, t } from '#words';
import { useInstrument, useInstruments } from '../instruments/index.ts';
import { troubleAt } from './compose.tsx';
import { NumberInput } from './number_input.tsx';
import type { Mode } from './types.ts';
import type { Keeping } from './use_keeping.ts';

/** Whatever the colleges decide, never under this: docs/anonymity.md, 1. */
export const k_min = 11;
const title_max = 120;
const purpose_max = 1000;

interface PartProps {
  keeping: Keeping;
}

export function ModeChoice({ value, onChange }: { value: Mode; onChange: (mode: Mode) => void }) {
  return (
    <Choice
      label={t('campaigns.field.mode')}
      options={(['sealed', 'light'] as const).map((mode) => ({
        value: mode,
        label: t(`campaigns.mode.${mode}`),
        hint: t(`campaigns.mode_hint.${mode}`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

export function FramePart({ keeping }: PartProps) {
  const { value, change, view } = keeping;
  return (
    <Section title={t('campaigns.part.frame')}>
      <div className="stack-l read">
        <TextField
          label={t('campaigns.field.title')}
          hint={t('campaigns.field.title_hint')}
          length_max={title_max}
          value={value.title}
          error={troubleAt(view.troubles, '/title')}
          onChange={(title) => change({ title }, 'title')}
        />
        <TextArea
          label={t('campaigns.field.purpose')}
          hint={t('campaigns.field.purpose_hint')}
          length_max={purpose_max}
          rows={3}
          value={value.purpose}
          error={troubleAt(view.troubles, '/purpose')}
          onChange={(purpose) => change({ purpose }, 'purpose')}
        />
        <ModeChoice value={value.mode} onChange={(mode) => change({ mode })} />
      </div>
    </Section>
  );
}

export function QuestionsPart({ keeping }: PartProps) {
  const { value, change, view } = keeping;
  const instruments = useInstruments();
  const fixed = (instruments.data?.data.items ?? []).filter(
    (line) => !line.shipped && line.fixed != null,
  );
  const chosen = fixed.find((line) => line.id === value.instrument_id);
  return (
    <Section title={t('campaigns.part.questions')}>
      <div className="stack read">
        {instruments.data !== undefined && fixed.length === 0 ? (
          <Notice>
            <p>
              {t('campaigns.field.no_instrument')}{' '}
              <TextLink href="/ecouter/questionnaires">{t('campaigns.to_instruments')}</TextLink>
            </p>
          </Notice>
        ) : (
          <Select
            label={t('campaigns.field.instrument')}
            options={fixed.map((line) => ({
              value: line.id,
              label: inLanguage(line.title) || line.title.fr,
            }))}
            value={value.instrument_id ?? ''}
            error={troubleAt(view.troubles, '/instrument_id')}
            onChange={(id) =>
              change({
                instrument_id: id || null,
                instrument_number: fixed.find((line) => line.id === id)?.fixed ?? null,
              })
            }
          />
        )}
        {chosen && <Versions key={chosen.id} id={chosen.id} keeping={keeping} />}
        {chosen && (
          <p className="row small soft">
            <span>{t('campaigns.items', { count: chosen.items })}</span>
            <span>{t('campaigns.minutes_each', { duration: duration(chosen.minutes) })}</span>
            <TextLink
              href={`/ecouter/questionnaires/${chosen.id}/versions/${value.instrument_number ?? chosen.fixed}`}
            >
              {t('campaigns.read_questions')}
            </TextLink>
          </p>
        )}
      </div>
    </Section>
  );
}

function Versions({ id, keeping }: { id: string; keeping: Keeping }) {
  const instrument = useInstrument(id);
  const versions = instrument.data?.data.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <Select
      label={t('campaigns.field.version')}
      hint={t('campaigns.field.version_hint')}
      options={versions.map((version) => ({
        value: String(version.number),
        label: t('instruments.version', {
          number: version.number,
          day: fullDay(version.fixed_on),
        }),
      }))}
      value={String(keeping.value.instrument_number ?? '')}
      onChange={(number) => keeping.change({ instrument_number: Number(number) || null })}
    />
  );
}

const days = ['pickup_on', 'opens_on', 'closes_on', 'destroy_by'] as const;

export function DaysPart({ keeping }: PartProps) {
  const { value, change, view } = keeping;
  return (
    <Section title={t('campaigns.part.days')}>
      <p className="read soft">{t('campaigns.days_lead')}</p>
      <div className="campaign-days">
        {days.map((day) => (
          <DateField
            key={day}
            label={t(`campaigns.day.${day}`)}
            hint={t(`campaigns.day_hint.${day}`)}
            value={value[day] ?? ''}
            error={troubleAt(view.troubles, `/${day}`)}
            onChange={(written) => change({ [day]: written || null }, day)}
          />
        ))}
      </div>
    </Section>
  );
}

export function ThresholdPart({ keeping }: PartProps) {
  const { value, change, view } = keeping;
  return (
    <Section title={t('campaigns.part.threshold')}>
      <div className="stack read">
        <p>{t('campaigns.threshold_lead', { k: value.k })}</p>
        <NumberInput
          label={t('campaigns.field.k')}
          hint={t('campaigns.field.k_hint')}
          value={value.k}
          min={k_min}
          max={100}
          error={troubleAt(view.troubles, '/k')}
          onChange={(k) => change({ k }, 'k')}
        />
      </div>
    </Section>
  );
}
