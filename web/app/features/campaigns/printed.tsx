// SPDX-License-Identifier: EUPL-1.2
// web/app/features/campaigns/printed.tsx
//
// What is printed and not shown: <Printed onDone={…}>pages</Printed> opens the browser's own dialog; the page behind stays as it is.

import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import './print.css';

export function Printed({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  useEffect(() => {
    window.addEventListener('afterprint', onDone, { once: true });
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  return createPortal(<div className="printed">{children}</div>, document.body);
}
