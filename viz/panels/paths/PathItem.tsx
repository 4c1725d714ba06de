import { Fragment, useState } from 'react';
import { isDutyStep, kindsOfStep, type Path, stepsOf } from '../../client/paths.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { EvidenceIds } from '../evidence/EvidenceIds.tsx';

export interface PathItemProps {
  readonly path: Path;
  readonly nameOf: (id: string) => string;
  readonly onAdd?: () => void;
  readonly onPreview?: (isOn: boolean) => void;
}
/** A path as a sentence, with its weakest grade; opens down to the evidence of every step. */
export function PathItem({ path, nameOf, onAdd, onPreview }: PathItemProps) {
  const { t, kind, number } = useWords();
  const [isOpen, setOpen] = useState(false);
  const steps = stepsOf(path);
  const evidence = path.ties.flatMap((tie) => [...tie.assertions, ...(tie.events ? [tie.events] : [])]);
  return (
    <li
      className="path"
      onMouseEnter={() => onPreview?.(true)}
      onMouseLeave={() => onPreview?.(false)}
      onFocus={() => onPreview?.(true)}
      onBlur={() => onPreview?.(false)}
    >
      <p>
        {path.entities.map((id, index) => {
          const step = steps[index - 1];
          return (
            <Fragment key={id}>
              {step !== undefined && (
                <span className={`step${isDutyStep(step) ? ' duty' : ''}`}>
                  {' '}
                  —{kindsOfStep(step).map(kind).join('、')}
                  {isDutyStep(step) ? `（${t('common.duty')}）` : ''}→{' '}
                </span>
              )}
              <EntityName id={id} caption={nameOf(id)} />
            </Fragment>
          );
        })}
      </p>
      <div className="row">
        <span className="faint">
          {t('paths.hopsN', { n: number(path.hops) })}
          {path.weakestGrade ? ` · ${t('paths.weakest', { grade: path.weakestGrade })}` : ''}
        </span>
        <span className="grow" />
        {evidence.length > 0 && (
          <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
            {t('panel.evidence')}
          </Button>
        )}
        {onAdd !== undefined && (
          <Button icon="plus" onPress={onAdd}>
            {t('paths.add')}
          </Button>
        )}
      </div>
      {isOpen && <EvidenceIds ids={evidence} />}
    </li>
  );
}
