import { isTypeName, propertyOf } from '../../../model/vocabulary/types.ts';
import type { Entity } from '../../client/entities.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EntityName } from '../../parts/EntityName.tsx';
import { Sensitive } from '../../parts/Sensitive.tsx';

const hiddenProperties: ReadonlySet<string> = new Set(['name']);

/** The merged view: each value with the number of assertions behind it; differing values stand beside each other. */
export function MergedProperties({ entity }: { entity: Entity }) {
  const { t, property, propertyValue } = useWords();
  const shown = Object.entries(entity.properties).filter(
    ([name, values]) => values.length > 0 && (!hiddenProperties.has(name) || values.length > 1),
  );
  if (shown.length === 0) return null;
  const show = (name: string, value: string) => {
    const definition = isTypeName(entity.type) ? propertyOf(entity.type, name) : undefined;
    if (definition?.type === 'entity') return <EntityName id={value} />;
    if (definition?.sensitive === true) return <Sensitive value={value} />;
    return propertyValue(entity.type, name, value);
  };
  return (
    <dl className="pairs">
      {shown.map(([name, values]) => (
        <div key={name}>
          <dt>{property(entity.type, name)}</dt>
          <dd>
            {values.map(({ value, assertions }) => (
              <span key={value} className="value">
                {show(name, value)}
                <span className="faint" title={t('evidence.saidBy', { n: assertions.length })}>
                  {' '}
                  ×{assertions.length}
                </span>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
