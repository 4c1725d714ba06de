import { type PointerEvent, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Scene } from '../canvas/scene.ts';
import type { Picture } from '../client/subgraph.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { useWords } from '../i18n/useWords.ts';
import { IconButton } from '../parts/controls.tsx';
import { type PanelTab, usePanel } from '../state/board/panel.ts';
import { usePreferences } from '../state/preferences.ts';
import { EvidencePanel } from './evidence/EvidencePanel.tsx';
import { ExpandPanel } from './expand/ExpandPanel.tsx';
import { LegendPanel } from './LegendPanel.tsx';
import { PathsPanel } from './paths/PathsPanel.tsx';

const tabs: readonly { id: PanelTab; name: MessageKey }[] = [
  { id: 'evidence', name: 'panel.evidence' },
  { id: 'expand', name: 'panel.expand' },
  { id: 'paths', name: 'panel.paths' },
  { id: 'legend', name: 'panel.legend' },
];

export function SidePanel({ scene, picture }: { scene: Scene; picture: Picture }) {
  const { t } = useWords();
  const { tab, show, isOpen, setOpen } = usePanel();
  const { panelWidth, change } = usePreferences();
  const start = useRef<{ x: number; width: number } | null>(null);
  if (!isOpen) {
    return (
      <aside className="side-panel closed">
        <IconButton icon="chevronLeft" label={t('panel.open')} onPress={() => setOpen(true)} />
      </aside>
    );
  }
  const drag = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, width: panelWidth };
    },
    onPointerMove(event: PointerEvent) {
      if (start.current === null) return;
      change({ panelWidth: Math.min(520, Math.max(300, start.current.width + start.current.x - event.clientX)) });
    },
    onPointerUp() {
      start.current = null;
    },
  };
  return (
    <aside className="side-panel" style={{ width: panelWidth }} aria-label={t('panel.name')}>
      <div className="panel-grip" aria-hidden="true" {...drag} />
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => show(tabs.find(({ id }) => id === key)?.id ?? 'legend')}
      >
        <div className="row tabs-head">
          <TabList className="tab-list" aria-label={t('panel.name')}>
            {tabs.map(({ id, name }) => (
              <Tab key={id} id={id} className="tab">
                {t(name)}
              </Tab>
            ))}
          </TabList>
          <span className="grow" />
          <IconButton icon="chevronRight" label={t('panel.close')} onPress={() => setOpen(false)} />
        </div>
        <TabPanel id="evidence" className="tab-panel">
          <EvidencePanel scene={scene} />
        </TabPanel>
        <TabPanel id="expand" className="tab-panel">
          <ExpandPanel picture={picture} />
        </TabPanel>
        <TabPanel id="paths" className="tab-panel">
          <PathsPanel />
        </TabPanel>
        <TabPanel id="legend" className="tab-panel">
          <LegendPanel scene={scene} picture={picture} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
