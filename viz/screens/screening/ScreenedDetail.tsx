import { Link } from 'wouter';
import type { Screen, ScreenedOfficial } from '../../client/screens.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EvidenceIds } from '../../panels/evidence/EvidenceIds.tsx';
import { Button } from '../../parts/controls.tsx';
import { Disclosed } from '../../parts/Disclosed.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { useAddress, useGo } from '../../state/asOf.ts';
import { IndicatorPart } from './IndicatorPart.tsx';
import { nameIn } from './names.ts';

/** What speaks for checking and what speaks against, in two columns of equal size and order; then the next steps. */
export function ScreenedDetail({ official, screen }: { official: ScreenedOfficial; screen: Screen }) {
  const { t, say, number } = useWords();
  const address = useAddress();
  const go = useGo();
  const speaking = official.indicators.filter((part) => (part.logLr ?? 0) > 0);
  const clearing = official.indicators.filter((part) => (part.logLr ?? 0) < 0);
  const neither = official.indicators.filter((part) => (part.logLr ?? 0) === 0);
  const gangs = official.gangs.flatMap((one) => (one.gangId ? [one.gangId] : []));
  return (
    <div>
      <div className="row acts">
        <Link href={address(`/official/${official.officialId}`)}>{t('entity.officialPage')}</Link>
        <Button icon="board" onPress={() => go('/board/new', { seed: [official.officialId, ...gangs] })}>
          {t('links.onBoard')}
        </Button>
        {gangs.map((id) => (
          <EntityName key={id} id={id} caption={nameIn(screen, id)} />
        ))}
      </div>
      <div className="two-columns">
        <section>
          <h4>{t('screening.speaksFor')}</h4>
          {speaking.length === 0 && <p className="faint">{t('screening.nothingFound')}</p>}
          {speaking.map((part) => (
            <IndicatorPart key={`${part.id}${part.gangId ?? ''}`} part={part} pool={screen.officials.length} />
          ))}
        </section>
        <section>
          <h4>{t('screening.speaksAgainst')}</h4>
          {official.exculpatory.length + clearing.length === 0 && (
            <p className="faint">{t('screening.noExculpatory')}</p>
          )}
          {official.exculpatory.map((item) => (
            <div key={item.id} className="part">
              <p>{say(item.text)}</p>
              {item.evidence.length > 0 && (
                <Disclosed title={t('evidence.openRowsN', { n: number(item.evidence.length) })}>
                  <EvidenceIds ids={item.evidence} />
                </Disclosed>
              )}
            </div>
          ))}
          {clearing.map((part) => (
            <IndicatorPart key={`${part.id}${part.gangId ?? ''}`} part={part} pool={screen.officials.length} />
          ))}
        </section>
      </div>
      {neither.length > 0 && (
        <Disclosed title={t('screening.neither', { n: number(neither.length) })}>
          {neither.map((part) => (
            <IndicatorPart key={`${part.id}${part.gangId ?? ''}`} part={part} pool={screen.officials.length} />
          ))}
        </Disclosed>
      )}
      {official.nextSteps.length > 0 && (
        <>
          <h4>{t('screening.nextSteps')}</h4>
          <ol>
            {official.nextSteps.map((step) => (
              <li key={step.en}>
                {say(step)} {step.lawRef && <span className="faint">{step.lawRef}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
