// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/own_half.tsx
//
// Where a college's half comes from when it is needed: this device, or two of its three sheets typed again. What is typed stays in
// this page and goes with it.

import { useState } from 'react';
import { Button, Choice, Notice, TextField } from '#ui';
import { t } from '#words';
import { halfFromSheets } from './ceremony.ts';
import { type Refusal, useOwnStep } from './use_own_step.ts';

export function RefusalNote({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <div role="alert">
      <Notice>
        <p className="read">{t(`campaigns.refused.${refusal}`)}</p>
      </Notice>
    </div>
  );
}

interface OwnHalfProps {
  /** What is kept on this device, if it is. */
  kept: string | null;
  /** For the rehearsal: from the sheets, though the device has it. */
  way?: 'device' | 'sheets';
  action: string;
  isBusy: boolean;
  onHalf: (half: string) => void;
}

/** <OwnHalf kept={half} action={t('…')} onHalf={sign} /> */
export function OwnHalf({ kept, way, action, isBusy, onHalf }: OwnHalfProps) {
  const [chosen, setChosen] = useState<'device' | 'sheets'>('device');
  // Erased meanwhile, the sheets are what is left.
  const from = way ?? (kept === null ? 'sheets' : chosen);
  return (
    <div className="stack">
      {way === undefined && kept !== null && (
        <Choice
          label={t('campaigns.half.from')}
          isSideBySide
          options={(['device', 'sheets'] as const).map((value) => ({
            value,
            label: t(`campaigns.half.from_${value}`),
          }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {from === 'device' && kept !== null && (
        <p>
          <Button kind="main" isBusy={isBusy} onPress={() => onHalf(kept)}>
            {action}
          </Button>
        </p>
      )}
      {from === 'device' && kept === null && (
        <Notice>
          <p className="read">{t('campaigns.half.not_here')}</p>
        </Notice>
      )}
      {from === 'sheets' && <TwoSheets action={action} isBusy={isBusy} onHalf={onHalf} />}
    </div>
  );
}

interface TwoSheetsProps {
  action: string;
  isBusy: boolean;
  onHalf: (half: string) => void;
}

function TwoSheets({ action, isBusy, onHalf }: TwoSheetsProps) {
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const step = useOwnStep();
  return (
    <form
      className="stack two-sheets"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        step.run(async () => onHalf(await halfFromSheets(one, other)));
      }}
    >
      <p className="small soft read">{t('campaigns.half.sheets_hint')}</p>
      <TextField label={t('campaigns.half.sheet_one')} value={one} onChange={setOne} />
      <TextField label={t('campaigns.half.sheet_other')} value={other} onChange={setOther} />
      <RefusalNote refusal={step.refusal} />
      <p>
        <Button
          type="submit"
          kind="main"
          isBusy={isBusy || step.isBusy}
          isDisabled={one.trim() === '' || other.trim() === ''}
        >
          {action}
        </Button>
      </p>
    </form>
  );
}
