import { Link } from 'wouter';
import { isTypeName, propertyOf } from '../../../model/vocabulary/types.ts';
import type { Assertion } from '../../client/assertions.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Grade } from '../../parts/Grade.tsx';
import { masked } from '../../parts/Sensitive.tsx';
import { useAddress } from '../../state/asOf.ts';

/** What one source says, with everything one needs to judge it. */
export function AssertionCard({ assertion }: { assertion: Assertion }) {
  const { t, kind, type, value, property, propertyValue, period } = useWords();
  const address = useAddress();
  const { source, origin, grade, validFrom, validTo, knownAt, compartment, batch, retracted, objections, ends } =
    assertion;
  const said = Object.entries(assertion.properties).filter(([, values]) => values.length > 0);
  return (
    <div className={`assertion${retracted ? ' retracted' : ''}`}>
      <p className="row">
        <b>{source.name ?? source.id}</b>
        {source.kind && <span className="faint">{value('sourceKind', source.kind)}</span>}
      </p>
      <p className="faint">
        <Grade grade={grade} />
      </p>
      {retracted && (
        <p className="notice">
          {t('evidence.retracted', { reason: retracted.reason ?? '', at: (retracted.knownAt ?? '').slice(0, 10) })}
        </p>
      )}
      <dl className="pairs small">
        <div>
          <dt>{t('evidence.says')}</dt>
          <dd>
            {ends ? kind(ends.kind) : type(assertion.kind)}
            {ends && ends.role !== '' && ends.role !== ends.kind ? ` · ${roleWords(ends.role)}` : ''}
          </dd>
        </div>
        {said.map(([name, values]) => (
          <div key={name}>
            <dt>{property(assertion.kind, name)}</dt>
            <dd>{values.map((one) => shown(name, one)).join(' · ')}</dd>
          </div>
        ))}
        <div>
          <dt>{t('evidence.valid')}</dt>
          <dd>{period(validFrom, validTo)}</dd>
        </div>
        <div>
          <dt>{t('evidence.knownAt')}</dt>
          <dd>{knownAt?.slice(0, 10) ?? t('common.unknown')}</dd>
        </div>
        <div>
          <dt>{t('evidence.origin')}</dt>
          <dd>{origin ?? t('common.unknown')}</dd>
        </div>
        {compartment !== 'general' && (
          <div>
            <dt>{t('evidence.compartment')}</dt>
            <dd>{compartment}</dd>
          </div>
        )}
        {batch && (
          <div>
            <dt>{t('evidence.batch')}</dt>
            <dd>
              <Link href={address(`/import/${batch}`)}>…{batch.slice(-6)}</Link>
            </dd>
          </div>
        )}
      </dl>
      {objections.map((objection) => (
        <p key={objection.text} className="notice">
          {t('evidence.objection', { text: objection.text })}
          {objection.answer ? ` ${t('evidence.objectionAnswer', { text: objection.answer })}` : ''}
        </p>
      ))}
    </div>
  );

  function shown(name: string, one: string): string {
    const isSensitive = isTypeName(assertion.kind) && propertyOf(assertion.kind, name)?.sensitive === true;
    return isSensitive ? masked(one) : propertyValue(assertion.kind, name, one);
  }

  /** Roles are values of several lists: of cases, decisions, tenders, posts. */
  function roleWords(role: string): string {
    const lists = ['caseRole', 'decisionRole', 'tenderRole', 'tieKind'] as const;
    return lists.map((list) => value(list, role)).find((words) => words !== role) ?? role;
  }
}
