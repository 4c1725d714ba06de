import type { BatchRow } from '../../client/imports.ts';
import { useWords } from '../../i18n/useWords.ts';

/** That a batch was taken back: by whom, when, why; of which compartments where it is not all one may see. */
export function TakenBack({ batch }: { batch: BatchRow }) {
  const { t } = useWords();
  const acts = new Map<string, { by: string; day: string; reason: string; compartments: string[] }>();
  for (const { compartment, by, day, reason } of batch.takenBack) {
    const key = JSON.stringify([by, day, reason]);
    const act = acts.get(key) ?? { by, day, reason, compartments: [] };
    act.compartments.push(compartment);
    acts.set(key, act);
  }
  return (
    <>
      {[...acts].map(([key, { by, day, reason, compartments }]) => (
        <p className="notice" key={key}>
          {t('import.takenBackBy', { by, day, reason })}
          {batch.left && ` ${t('import.takenBackOf', { compartments: compartments.join(', ') })}`}
        </p>
      ))}
    </>
  );
}
