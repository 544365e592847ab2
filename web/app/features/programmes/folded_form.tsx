// SPDX-License-Identifier: EUPL-1.2
// web/app/features/programmes/folded_form.tsx
//
// A button that becomes a form, and a form that becomes the button again.

import { type ReactNode, useState } from 'react';
import { Button, type IconName } from '#ui';

interface FoldedFormProps {
  label: string;
  icon?: IconName;
  isQuiet?: boolean;
  startsOpen?: boolean;
  children: (close: () => void) => ReactNode;
}

export function FoldedForm({ label, icon, isQuiet, startsOpen, children }: FoldedFormProps) {
  const [isOpen, setIsOpen] = useState(startsOpen ?? false);
  if (isOpen) return children(() => setIsOpen(false));
  return (
    <div className="row">
      <Button kind={isQuiet ? 'quiet' : 'plain'} icon={icon} onPress={() => setIsOpen(true)}>
        {label}
      </Button>
    </div>
  );
}
