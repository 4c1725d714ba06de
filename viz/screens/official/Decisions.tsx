import type { Name } from '../../client/links.ts';
import type { DecisionStrip } from '../../client/officials.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Disclosed } from '../../parts/Disclosed.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { Table } from '../../parts/Table.tsx';
import { RateStrip } from './RateStrip.tsx';

/** How this official decided beside peers of the same kind: own rate, the peers' spread, n, and the decisions themselves. */
export function Decisions({
  strips,
  names,
}: {
  strips: readonly DecisionStrip[];
  names: Readonly<Record<string, Name>>;
}) {
  const { t } = useWords();
  if (strips.length === 0) return <Empty why={t('official.noDecisions')} />;
  return (
    <>
      <p className="faint">{t('official.decisionsHow')}</p>
      {strips.map((strip) => (
        <Strip key={`${strip.stage}|${strip.stratum?.en ?? ''}`} strip={strip} names={names} />
      ))}
    </>
  );
}

function Strip({ strip, names }: { strip: DecisionStrip; names: Readonly<Record<string, Name>> }) {
  const { t, value, say, number } = useWords();
  const { own, peers, ownOfSuspects, rows } = strip;
  return (
    <section className="strip">
      <h3>
        {value('stage', strip.stage)}{' '}
        {strip.stratum && (
          <span className="faint">{t('official.peers', { who: say(strip.stratum), n: number(peers.officials) })}</span>
        )}
      </h3>
      <p>
        {t('official.ownRate', { lighter: number(own.lighter), n: number(own.decisions) })}
        {' · '}
        {peers.decisions === 0
          ? t('official.noPeers')
          : t('official.peerRate', { lighter: number(peers.lighter), n: number(peers.decisions) })}
        {ownOfSuspects &&
          ownOfSuspects.decisions > 0 &&
          ` · ${t('official.ofSuspects', { lighter: number(ownOfSuspects.lighter), n: number(ownOfSuspects.decisions) })}`}
      </p>
      <RateStrip own={own} peers={peers} />
      <Disclosed title={t('official.openDecisions', { n: number(rows.length) })}>
        <Table
          label={t('official.decisions')}
          rows={rows}
          keyOf={(row) => `${row.decisionId ?? ''}${row.at ?? ''}${row.partyId ?? ''}`}
          columns={[
            {
              id: 'at',
              title: t('rows.at'),
              cell: (row) => (row.at ?? '').slice(0, 10),
              by: (row) => row.at ?? '',
              width: '110px',
            },
            {
              id: 'decision',
              title: t('official.decision'),
              cell: (row) => value('decision', row.decision),
              by: (row) => row.decision,
              width: '140px',
            },
            { id: 'as', title: t('official.as'), cell: (row) => value('decisionRole', row.as), width: '90px' },
            {
              id: 'party',
              title: t('official.party'),
              cell: (row) =>
                row.partyId ? (
                  <EntityName id={row.partyId} caption={names[row.partyId]?.caption} />
                ) : (
                  t('common.unknown')
                ),
            },
            {
              id: 'suspect',
              title: '',
              cell: (row) => (row.suspect ? <span className="tag">{value('entityRole', 'suspect')}</span> : ''),
              width: '90px',
            },
            {
              id: 'case',
              title: t('official.case'),
              cell: (row) => (row.caseId ? <EntityName id={row.caseId} caption={names[row.caseId]?.caption} /> : ''),
            },
          ]}
        />
      </Disclosed>
    </section>
  );
}
