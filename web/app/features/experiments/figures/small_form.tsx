// SPDX-License-Identifier: EUPL-1.2
// web/app/features/experiments/figures/small_form.tsx
//
// A form that opens under a button, and closes when it is done: every form about figures is one.

import { type ReactNode, useState } from 'react';
import { Button, type IconName, Opened, Sheet } from '#ui';
import { t } from '#words';

interface OpenerProps {
  label: string;
  icon?: IconName;
  isQuiet?: boolean;
  /** Over a sheet of its own, with the button's words as its title. */
  isSheet?: boolean;
  children: (close: () => void) => ReactNode;
}

export function Opener({ label, icon, isQuiet, isSheet, children }: OpenerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  if (!isOpen)
    return (
      <Button
        {...(icon && { icon })}
        {...(isQuiet && { kind: 'quiet' as const })}
        onPress={() => setIsOpen(true)}
      >
        {label}
      </Button>
    );
  return (
    <Opened onClose={close}>
      {isSheet ? <Sheet title={label}>{children(close)}</Sheet> : children(close)}
    </Opened>
  );
}

interface FormProps {
  submit: string;
  isBusy: boolean;
  isDisabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function SmallForm({ submit, isBusy, isDisabled, onSubmit, onClose, children }: FormProps) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <p className="row">
        <Button type="submit" kind="main" isBusy={isBusy} isDisabled={isDisabled ?? false}>
          {submit}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('common.close')}
        </Button>
      </p>
    </form>
  );
}
