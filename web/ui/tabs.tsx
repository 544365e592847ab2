// SPDX-License-Identifier: EUPL-1.2
// web/ui/tabs.tsx
//
// Two to five views of one thing. What must be printed together does not belong in tabs.

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import './dialog.css';

export interface TabView {
  id: string;
  label: string;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  views: readonly TabView[];
  selected?: string;
  onSelect?: (id: string) => void;
}

export function Tabs({ label, views, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="tab-list">
        {views.map((view) => (
          <Tab key={view.id} id={view.id} className="tab">
            {view.label}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className="tab-panel">
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
