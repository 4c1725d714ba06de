import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { Point } from '../../canvas/layout/place.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useWords } from '../../i18n/useWords.ts';
import { useGo } from '../../state/asOf.ts';
import { usePanel } from '../../state/board/panel.ts';
import { useBoard } from '../../state/board/store.ts';
import { useTrays } from '../../state/trays.ts';
import { hideSelected, pinSelected, removeSelected } from './boardActs.ts';

/** What one can do with the entity under the pointer; the same as the toolbar and the keys. */
export function BoardMenu({ menu, onClose }: { menu: { id: string; at: Point } | null; onClose: () => void }) {
  const { t } = useWords();
  const go = useGo();
  const show = usePanel((state) => state.show);
  const put = useTrays((state) => state.put);
  const anchor = useRef<HTMLSpanElement>(null);
  const selected = () => [...useBoard.getState().selection];
  const acts: readonly { id: MessageKey; run: () => void }[] = [
    { id: 'board.openPage', run: () => menu !== null && go(`/entity/${menu.id}`) },
    { id: 'board.expand', run: () => show('expand') },
    { id: 'search.toTrayA', run: () => put('a', selected()) },
    { id: 'search.toTrayB', run: () => put('b', selected()) },
    { id: 'board.pin', run: pinSelected },
    { id: 'board.hide', run: hideSelected },
    { id: 'board.remove', run: removeSelected },
  ];
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu?.at.x ?? 0, top: menu?.at.y ?? 0 }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={menu !== null}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
      >
        <Menu
          className="listbox"
          aria-label={t('board.menu')}
          onAction={(key) => {
            acts.find((act) => act.id === key)?.run();
            onClose();
          }}
        >
          {acts.map(({ id }) => (
            <MenuItem className="listbox-item" id={id} key={id}>
              {t(id)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
