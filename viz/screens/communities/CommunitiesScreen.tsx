import { useQuery } from '@tanstack/react-query';
import { type Communities, type Community, communitiesQuery, startCommunities } from '../../client/communities.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button } from '../../parts/controls.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { JobLine } from '../../parts/JobLine.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { Table } from '../../parts/Table.tsx';
import { resultId, useJob } from '../../parts/useJob.ts';
import { useClocks, useGo } from '../../state/asOf.ts';
import { CommunityDetail } from './CommunityDetail.tsx';

export function CommunitiesScreen({ run }: { run: string | null }) {
  const { t } = useWords();
  const clocks = useClocks();
  const go = useGo();
  const { job, error, start, isRunning } = useJob((done) => {
    const id = resultId(done);
    if (id !== null) go(`/communities/${id}`);
  });
  useTitle('frame.communities');
  return (
    <div className="column wide">
      <div className="row between">
        <h1>{t('frame.communities')}</h1>
        <Button kind="main" isDisabled={isRunning} onPress={() => void start(() => startCommunities(clocks))}>
          {t(run === null ? 'communities.run' : 'common.runAgain')}
        </Button>
      </div>
      <p className="faint">{t('communities.how')}</p>
      {job !== null && (run === null || resultId(job) !== run) && <JobLine job={job} />}
      {error !== null && <ProblemNotice error={error} />}
      {run === null ? job === null && <Empty why={t('communities.noRun')} /> : <Run key={run} run={run} />}
    </div>
  );
}

function Run({ run }: { run: string }) {
  const query = useQuery(communitiesQuery(run));
  return <Answered query={query}>{(result) => <Result result={result} />}</Answered>;
}

function Result({ result }: { result: Communities }) {
  const { t, number } = useWords();
  // Groups without an official or a suspect answer no question of this office; they are counted, not listed.
  const shown = result.communities.filter(
    (one) => one.members.length > 0 || (one.officials?.length ?? 0) + (one.suspects?.length ?? 0) > 0,
  );
  const ordered = [...shown].sort((a, b) => mixed(b) - mixed(a) || b.size - a.size);
  const left = result.communities.length - shown.length;
  return (
    <>
      <p>
        {t('communities.summary', {
          n: number(result.communities.length),
          entities: number(result.nodes),
          ties: number(result.edges),
          algorithm: result.algorithm,
        })}
        {result.quality != null && ` · ${t('communities.quality', { q: number(result.quality) })}`}
      </p>
      <p className="faint">
        {t('communities.asOf', { true: result.trueAt, known: result.knownAt, version: result.dataVersion.slice(0, 8) })}
      </p>
      {result.runs === 1 && <p className="notice">{t('communities.oneRun')}</p>}
      <CutNotice answer={result} />
      {left > 0 && <p className="faint">{t('communities.left', { n: number(left) })}</p>}
      <Table<Community>
        label={t('frame.communities')}
        rows={ordered}
        keyOf={(one) => one.id}
        detail={(one) => <CommunityDetail community={one} names={result.names} />}
        columns={[
          { id: 'id', title: t('communities.id'), cell: (one) => one.id, width: '70px' },
          {
            id: 'size',
            title: t('communities.size'),
            cell: (one) => number(one.size),
            by: (one) => one.size,
            numeric: true,
            width: '80px',
          },
          {
            id: 'officials',
            title: t('communities.officials'),
            cell: (one) => listed(one.officials),
            by: (one) => one.officials?.length ?? 0,
          },
          {
            id: 'suspects',
            title: t('communities.suspects'),
            cell: (one) => listed(one.suspects),
            by: (one) => one.suspects?.length ?? 0,
          },
          {
            id: 'others',
            title: t('communities.others'),
            cell: (one) => number(one.others),
            by: (one) => one.others,
            numeric: true,
            width: '90px',
          },
          {
            id: 'inside',
            title: t('communities.insideOutside'),
            cell: (one) => `${number(one.inside ?? 0)} / ${number(one.outside ?? 0)}`,
            by: (one) => one.inside ?? 0,
            numeric: true,
            width: '130px',
          },
        ]}
      />
    </>
  );

  function listed(ids: readonly string[] | null | undefined): string {
    if (ids == null) return t('common.unknown');
    const names = ids.slice(0, 3).map((id) => result.names[id]?.caption ?? `…${id.slice(-4)}`);
    return ids.length === 0 ? '0' : `${number(ids.length)} · ${names.join('、')}${ids.length > 3 ? ' …' : ''}`;
  }
}

/** Groups that hold both officials and suspects come first. */
const mixed = (one: Community): number => Math.min(one.officials?.length ?? 0, one.suspects?.length ?? 0);
