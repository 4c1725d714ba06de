import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../canvas/style/entityLook.ts';
import { usePreferences } from '../state/preferences.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
function listen(onChange: () => void): () => void {
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
}

/** Light or dark: by choice, else as the system has it. */
export function useTheme(): Theme {
  const system = useSyncExternalStore(listen, () => dark.matches);
  const chosen = usePreferences((state) => state.theme);
  if (chosen !== 'system') return chosen;
  return system ? 'dark' : 'light';
}

/** Puts theme and language on the page itself. */
export function usePageAttributes(): void {
  const theme = useTheme();
  const language = usePreferences((state) => state.language);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [theme, language]);
}
