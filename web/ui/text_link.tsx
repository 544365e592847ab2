// SPDX-License-Identifier: EUPL-1.2
// web/ui/text_link.tsx
//
// A link in a sentence or a list. A path of the application ("/desk") changes the page without
// loading it again; the shell's RouterProvider sees to that.

import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';

interface TextLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
  'aria-current'?: 'page' | 'true' | 'step';
}

export function TextLink(props: TextLinkProps) {
  return <AriaLink {...props} />;
}
