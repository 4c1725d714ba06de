import { useTitle } from '../../frame/useTitle.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Select } from '../../parts/controls.tsx';
import { usePreferences } from '../../state/preferences.ts';

const keys: readonly { keys: string; what: MessageKey }[] = [
  { keys: '/ · Ctrl K', what: 'keys.search' },
  { keys: 'E', what: 'keys.expand' },
  { keys: 'P', what: 'keys.paths' },
  { keys: 'D', what: 'keys.duty' },
  { keys: 'H', what: 'keys.hide' },
  { keys: 'Del', what: 'keys.remove' },
  { keys: 'L', what: 'keys.lasso' },
  { keys: 'T', what: 'keys.table' },
  { keys: '+ − 0 F', what: 'keys.zoom' },
  { keys: '← ↑ → ↓ · Enter', what: 'keys.walk' },
  { keys: 'Ctrl Z · Ctrl Shift Z', what: 'keys.undo' },
  { keys: 'Ctrl F', what: 'keys.find' },
];
const themes = ['system', 'light', 'dark'] as const;

export function SettingsScreen() {
  const { t } = useWords();
  const { language, theme, change } = usePreferences();
  useTitle('frame.settings');
  return (
    <div className="column">
      <h1>{t('frame.settings')}</h1>
      <div className="row">
        <Select
          label={t('settings.language')}
          value={language}
          options={[
            { id: 'zh', text: '中文' },
            { id: 'en', text: 'English' },
          ]}
          onChange={(id) => change({ language: id === 'en' ? 'en' : 'zh' })}
        />
        <Select
          label={t('settings.theme')}
          value={theme}
          options={themes.map((id) => ({ id, text: t(`settings.theme.${id}`) }))}
          onChange={(id) => change({ theme: themes.find((known) => known === id) ?? 'system' })}
        />
      </div>
      <h2>{t('settings.keys')}</h2>
      <dl className="pairs">
        {keys.map(({ keys: pressed, what }) => (
          <div key={what}>
            <dt>
              <kbd>{pressed}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="faint">{t('settings.kept')}</p>
    </div>
  );
}
