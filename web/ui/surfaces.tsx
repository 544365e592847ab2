// SPDX-License-Identifier: EUPL-1.2
// web/ui/surfaces.tsx
//
// Sheet: what is being worked on, at most one raised per topic. Plank: what frames the work (means,
// who reads). Notice: one quiet sentence. Section: a heading and what follows, straight on the bench.

import { type ReactNode, useId } from 'react';
import './surfaces.css';

interface SectionProps {
  title?: ReactNode;
  isTitleHidden?: boolean;
  children: ReactNode;
  className?: string;
}

function Titled({
  base,
  title,
  isTitleHidden,
  children,
  className,
}: SectionProps & { base: string }) {
  const id = useId();
  return (
    <section
      className={className ? `${base} ${className}` : base}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <h2 id={id} className={isTitleHidden ? 'hide' : undefined}>
          {title}
        </h2>
      )}
      {children}
    </section>
  );
}

export function Sheet(props: SectionProps) {
  return <Titled base="sheet stack" {...props} />;
}

export function Plank(props: SectionProps) {
  return <Titled base="plank stack" {...props} />;
}

export function Section(props: SectionProps) {
  return <Titled base="stack" {...props} />;
}

export function Notice({ children }: { children: ReactNode }) {
  return <div className="note">{children}</div>;
}
