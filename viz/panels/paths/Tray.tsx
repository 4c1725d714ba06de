import { useWords } from '../../i18n/useWords.ts';
import { Button } from '../../parts/controls.tsx';
import { useBoard } from '../../state/board/store.ts';
import { type TrayName, useTrays } from '../../state/trays.ts';
import { useNames } from '../useNames.ts';

/** One side of a path question. */
export function Tray({ name }: { name: TrayName }) {
  const { t } = useWords();
  const trays = useTrays();
  const selection = useBoard((state) => state.selection);
  const nameOf = useNames([...trays.a, ...trays.b]);
  const held = trays[name];
  return (
    <fieldset className="tray">
      <legend>{t(name === 'a' ? 'paths.trayA' : 'paths.trayB')}</legend>
      <div className="row wrap">
        {held.map((id) => (
          <Button key={id} icon="cross" onPress={() => trays.take(name, id)}>
            {nameOf(id)}
          </Button>
        ))}
        {held.length === 0 && <span className="faint">{t('paths.trayEmpty')}</span>}
      </div>
      <div className="row">
        <Button kind="quiet" isDisabled={selection.size === 0} onPress={() => trays.put(name, [...selection])}>
          {t('paths.putSelected')}
        </Button>
        <Button kind="quiet" isDisabled={held.length === 0} onPress={() => trays.clear(name)}>
          {t('paths.clear')}
        </Button>
      </div>
    </fieldset>
  );
}
