// SPDX-License-Identifier: EUPL-1.2
// web/ui/stale_dialog.tsx
//
// Somebody else changed this meanwhile (409 version.stale). Both versions side by side, yours kept;
// the person decides, and nothing is lost either way.

import { t } from '#words';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import './notes.css';

export interface TwoVersions {
  label: string;
  mine: string;
  theirs: string;
}

interface StaleDialogProps {
  isOpen: boolean;
  fields: readonly TwoVersions[];
  /** Back to the form, my words in it. */
  onClose: () => void;
  /** Save mine over theirs, against the current version. */
  onKeepMine: () => void;
  /** Put theirs in the form; mine stays readable in the draft. */
  onTakeTheirs: () => void;
}

export function StaleDialog({
  isOpen,
  fields,
  onClose,
  onKeepMine,
  onTakeTheirs,
}: StaleDialogProps) {
  const changed = fields.filter((field) => field.mine !== field.theirs);
  return (
    <Dialog
      title={t('common.stale.title')}
      isOpen={isOpen}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button kind="main" onPress={onKeepMine}>
            {t('common.stale.keep_mine')}
          </Button>
          <Button onPress={onTakeTheirs}>{t('common.stale.take_theirs')}</Button>
        </>
      }
    >
      <p className="read">{t('common.stale.lead')}</p>
      <div className="versions">
        {changed.map((field) => (
          <div key={field.label}>
            <h3>{field.label}</h3>
            <div className="stack">
              <p className="label">{t('common.stale.mine')}</p>
              <p className="words is-mine">{field.mine}</p>
            </div>
            <div className="stack">
              <p className="label">{t('common.stale.theirs')}</p>
              <p className="words">{field.theirs}</p>
            </div>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
