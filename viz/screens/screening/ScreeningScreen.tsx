import { useQuery } from '@tanstack/react-query';
import { type Screen, screenQuery, startScreen } from '../../client/screens.ts';
import { useTitle } from '../../frame/useTitle.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Answered } from '../../parts/Answered.tsx';
import { CutNotice } from '../../parts/CutNotice.tsx';
import { Button } from '../../parts/controls.tsx';
import { Disclosed } from '../../parts/Disclosed.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { JobLine } from '../../parts/JobLine.tsx';
import { ProblemNotice } from '../../parts/ProblemNotice.tsx';
import { resultId, useJob } from '../../parts/useJob.ts';
import { useClocks, useGo } from '../../state/asOf.ts';
import { ScreenedTable } from './ScreenedTable.tsx';

/** Whom to check first, and why. The one list that is sorted by it, and says so. */
export function ScreeningScreen({ run }: { run: string | null }) {
  const { t } = useWords();
  const clocks = useClocks();
  const go = useGo();
  const { job, error, start, isRunning } = useJob((done) => {
    const id = resultId(done);
    if (id !== null) go(`/screening/${id}`);
  });
  useTitle('frame.screening');
  return (
    <div className="column wide">
      <div className="row between">
        <h1>{t('frame.screening')}</h1>
        <Button kind="main" isDisabled={isRunning} onPress={() => void start(() => startScreen(clocks))}>
          {t(run === null ? 'screening.run' : 'common.runAgain')}
        </Button>
      </div>
      {job !== null && (run === null || resultId(job) !== run) && <JobLine job={job} />}
      {error !== null && <ProblemNotice error={error} />}
      {run === null ? job === null && <Empty why={t('screening.noRun')} /> : <Run key={run} run={run} />}
    </div>
  );
}

function Run({ run }: { run: string }) {
  const query = useQuery(screenQuery(run));
  return <Answered query={query}>{(screen) => <Result screen={screen} />}</Answered>;
}

function Result({ screen }: { screen: Screen }) {
  const { t, say, value, number } = useWords();
  const [first, ...method] = screen.notes;
  const missing = Object.entries(screen.coverage).filter(([, share]) => share === null);
  const known = Object.entries(screen.coverage).flatMap(([kind, share]) => (share === null ? [] : [{ kind, share }]));
  return (
    <>
      <p className="lead">{t('screening.baseRate', { n: number(screen.officials.length) })}</p>
      {first !== undefined && <p className="faint">{say(first)}</p>}
      {method.length > 0 && (
        <Disclosed title={t('screening.method')}>
          {method.map((note) => (
            <p key={note.en} className="faint">
              {say(note)}
            </p>
          ))}
        </Disclosed>
      )}
      <p className="faint">
        {value('calibration', screen.calibration)} · {t('screening.model', { version: screen.modelVersion })} ·{' '}
        {t('communities.asOf', { true: screen.trueAt, known: screen.knownAt, version: screen.dataVersion.slice(0, 8) })}
        {screen.runsOnPool90d != null && ` · ${t('screening.otherRuns', { n: number(screen.runsOnPool90d) })}`}
      </p>
      <p>
        {t('screening.coverage')}:{' '}
        {known.map(({ kind, share }) => `${value('recordsKind', kind)} ${number(share)}`).join(' · ')}
        {missing.length > 0 &&
          ` · ${t('screening.unknownCoverage', { list: missing.map(([kind]) => value('recordsKind', kind)).join('、') })}`}
      </p>
      <CutNotice answer={screen} shown={screen.officials.length} />
      <p className="faint">{t('screening.sortedBy')}</p>
      <ScreenedTable screen={screen} />
      <p className="faint fairness">{t('common.fairness')}</p>
    </>
  );
}
