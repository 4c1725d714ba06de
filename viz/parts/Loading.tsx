import { useEffect, useState } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { Button } from './controls.tsx';

const skeletonAfterMs = 200;
const sayAfterMs = 3_000;

export interface LoadingProps {
  readonly rows?: number;
  readonly what?: string;
  readonly onCancel?: () => void;
}
/** A skeleton of the list to come after 200 ms; after 3 s what is being done, and a way to stop it. */
export function Loading({ rows = 5, what, onCancel }: LoadingProps) {
  const { t } = useWords();
  const [age, setAge] = useState<'new' | 'shown' | 'long'>('new');
  useEffect(() => {
    const first = setTimeout(() => setAge('shown'), skeletonAfterMs);
    const second = setTimeout(() => setAge('long'), sayAfterMs);
    return () => {
      clearTimeout(first);
      clearTimeout(second);
    };
  }, []);
  return (
    <div className="loading" role="status" aria-busy="true">
      {age !== 'new' &&
        Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => <div key={row} className="skeleton" />)}
      {age === 'long' ? (
        <p>{what ?? t('common.loading')}</p>
      ) : (
        <span className="hidden-text">{t('common.loading')}</span>
      )}
      {age === 'long' && onCancel !== undefined && <Button onPress={onCancel}>{t('common.cancel')}</Button>}
    </div>
  );
}
