import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { entityQuery } from '../../client/entities.ts';
import { useTitle } from '../../frame/useTitle.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EntityEvidence, EntityHead } from '../../panels/evidence/EntityEvidence.tsx';
import { MergedProperties } from '../../panels/evidence/MergedProperties.tsx';
import { Answered } from '../../parts/Answered.tsx';
import { Button } from '../../parts/controls.tsx';
import { ExportDialog } from '../../parts/ExportDialog.tsx';
import { useClocks, useGo } from '../../state/asOf.ts';
import { useTrays } from '../../state/trays.ts';
import { EntityTies } from './EntityTies.tsx';
import { EntityTimeline } from './EntityTimeline.tsx';

const tabs: readonly { id: string; name: MessageKey }[] = [
  { id: 'summary', name: 'entity.summary' },
  { id: 'evidence', name: 'panel.evidence' },
  { id: 'ties', name: 'entity.ties' },
  { id: 'timeline', name: 'entity.timeline' },
];

const dossierOnly = ['dossier'] as const;

export function EntityScreen({ id, tab }: { id: string; tab: string }) {
  const { t } = useWords();
  const go = useGo();
  const [isExporting, setExporting] = useState(false);
  const put = useTrays((state) => state.put);
  const entity = useQuery(entityQuery(id, useClocks()));
  useTitle('entity.page');
  return (
    <div className="column">
      <Answered query={entity}>
        {(found) => (
          <>
            <EntityHead entity={found} isPage />
            <div className="row acts">
              <Button icon="board" kind="main" onPress={() => go('/board/new', { seed: [found.id] })}>
                {t('search.toBoard')}
              </Button>
              <Button onPress={() => put('a', [found.id])}>{t('search.toTrayA')}</Button>
              <Button onPress={() => put('b', [found.id])}>{t('search.toTrayB')}</Button>
              <Button icon="download" onPress={() => setExporting(true)}>
                {t('export.dossier')}
              </Button>
              <ExportDialog
                title={t('export.dossier')}
                isOpen={isExporting}
                onClose={() => setExporting(false)}
                of={{ ids: [found.id] }}
                formats={dossierOnly}
              />
              {found.roles.includes('official') && (
                <Button onPress={() => go('/links', { official: [found.id] })}>{t('entity.linksOfOfficial')}</Button>
              )}
              {found.roles.includes('suspect') && (
                <Button onPress={() => go('/links', { suspect: [found.id] })}>{t('entity.linksOfSuspect')}</Button>
              )}
              {found.type === 'Gang' && (
                <Button onPress={() => go('/links', { gang: found.id })}>{t('entity.linksOfGang')}</Button>
              )}
            </div>
            <Tabs
              className="tabs"
              selectedKey={tabs.some((one) => one.id === tab) ? tab : 'summary'}
              onSelectionChange={(key) => go(`/entity/${id}/${key}`, {}, { replace: true })}
            >
              <TabList className="tab-list" aria-label={t('entity.page')}>
                {tabs.map((one) => (
                  <Tab key={one.id} id={one.id} className="tab">
                    {t(one.name)}
                  </Tab>
                ))}
              </TabList>
              <TabPanel id="summary" className="tab-panel">
                <MergedProperties entity={found} />
                <p className="faint">{t('entity.key', { key: found.key })}</p>
                {found.members.length > 1 && <p className="faint">{t('entity.merged', { n: found.members.length })}</p>}
              </TabPanel>
              <TabPanel id="evidence" className="tab-panel">
                <EntityEvidence id={id} />
              </TabPanel>
              <TabPanel id="ties" className="tab-panel">
                <EntityTies id={id} />
              </TabPanel>
              <TabPanel id="timeline" className="tab-panel">
                <EntityTimeline id={id} />
              </TabPanel>
            </Tabs>
          </>
        )}
      </Answered>
    </div>
  );
}
