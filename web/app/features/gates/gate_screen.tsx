// SPDX-License-Identifier: EUPL-1.2
// web/app/features/gates/gate_screen.tsx
//
// A gate on a page of its own: where the home page and the thread lead.

import { useParams } from '@tanstack/react-router';
import { Loaded } from '#app/api/loaded.tsx';
import { inLanguage } from '#app/pack_text.ts';
import { PageHead, TextLink } from '#ui';
import { t } from '#words';
import { useProgramme } from '../programmes/use_programmes.ts';
import { ObjectThread } from '../thread/object_thread.tsx';
import { GateSheet } from './gate_sheet.tsx';
import { PassedText } from './passed_text.tsx';
import { type Gate, useGate } from './use_gate.ts';

export function GateScreen() {
  const { gate_id } = useParams({ from: '/portes/$gate_id' });
  const file = useGate(gate_id);
  return <Loaded from={file}>{({ gate }) => <GatePage key={gate.id} gate={gate} />}</Loaded>;
}

function GatePage({ gate }: { gate: Gate }) {
  const title = usePassageTitle(gate) ?? gate.title;
  return (
    <>
      <PageHead
        room="frame"
        where={t('gates.where')}
        title={title}
        lead={t('gates.page.lead')}
        thread={<ObjectThread kind="gate" id={gate.id} />}
        actions={
          gate.programme_id && (
            <TextLink href={`/cadrer/${gate.programme_id}`}>{t('gates.page.back')}</TextLink>
          )
        }
      />
      <div className="read-wide stack-xl">
        <PassedText gate={gate} />
        <GateSheet id={gate.id} title={t('gates.table')} />
      </div>
    </>
  );
}

/** A passage between phases is named in both languages by its template. */
function usePassageTitle(gate: Gate): string | null {
  const isPhase = gate.subject_kind === 'phase' && gate.programme_id != null;
  const programme = useProgramme(gate.programme_id ?? '', isPhase);
  const passage = programme.data?.data.passages.find(({ key }) => key === gate.passage);
  return passage ? inLanguage(passage.title) : null;
}
