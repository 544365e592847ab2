// SPDX-License-Identifier: EUPL-1.2
// web/ui/dialog.tsx
//
// A sheet laid over the page: focus goes in, stays in, comes back; Escape closes. Not for "are you
// sure": we prefer UndoBar.

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '#words';
import { Button } from './button.tsx';
import './dialog.css';

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot; « Fermer » is always there. */
  actions?: ReactNode;
  isWide?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, actions, isWide }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={isWide ? 'dialog-frame wide' : 'dialog-frame'}>
        <AriaDialog className="dialog stack">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="row dialog-actions">
            {actions}
            <Button kind="quiet" onPress={onClose}>
              {t('common.close')}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
