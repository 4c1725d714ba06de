import { useEffect } from 'react';
import type { MessageKey } from '../i18n/messages.ts';
import { useWords } from '../i18n/useWords.ts';

/** The window's title names the kind of page, never a person. */
export function useTitle(key: MessageKey): void {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${t(key)} · ${t('frame.product')}`;
  }, [t, key]);
}
