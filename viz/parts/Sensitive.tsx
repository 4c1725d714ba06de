import { useState } from 'react';
import { useWords } from '../i18n/useWords.ts';
import { Button } from './controls.tsx';

const shownAtEnd = 4;

/** A number that is shown masked until somebody asks for it. */
export function Sensitive({ value }: { value: string }) {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  if (isShown) return <>{value}</>;
  return (
    <>
      {masked(value)}
      <Button kind="quiet" onPress={() => setShown(true)}>
        {t('evidence.reveal')}
      </Button>
    </>
  );
}

export const masked = (value: string): string => `••••${value.slice(-shownAtEnd)}`;
