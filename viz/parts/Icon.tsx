import adjustments from '@tabler/icons/outline/adjustments.svg?raw';
import affiliate from '@tabler/icons/outline/affiliate.svg?raw';
import back from '@tabler/icons/outline/arrow-back-up.svg?raw';
import forward from '@tabler/icons/outline/arrow-forward-up.svg?raw';
import camera from '@tabler/icons/outline/camera.svg?raw';
import check from '@tabler/icons/outline/check.svg?raw';
import chevronDown from '@tabler/icons/outline/chevron-down.svg?raw';
import chevronLeft from '@tabler/icons/outline/chevron-left.svg?raw';
import chevronRight from '@tabler/icons/outline/chevron-right.svg?raw';
import circles from '@tabler/icons/outline/circles.svg?raw';
import clipboard from '@tabler/icons/outline/clipboard-list.svg?raw';
import clock from '@tabler/icons/outline/clock.svg?raw';
import download from '@tabler/icons/outline/download.svg?raw';
import eyeOff from '@tabler/icons/outline/eye-off.svg?raw';
import home from '@tabler/icons/outline/home.svg?raw';
import info from '@tabler/icons/outline/info-circle.svg?raw';
import language from '@tabler/icons/outline/language.svg?raw';
import lasso from '@tabler/icons/outline/lasso.svg?raw';
import board from '@tabler/icons/outline/layout-dashboard.svg?raw';
import link from '@tabler/icons/outline/link.svg?raw';
import logout from '@tabler/icons/outline/logout.svg?raw';
import maximize from '@tabler/icons/outline/maximize.svg?raw';
import menu from '@tabler/icons/outline/menu-2.svg?raw';
import pin from '@tabler/icons/outline/pin.svg?raw';
import plus from '@tabler/icons/outline/plus.svg?raw';
import route from '@tabler/icons/outline/route.svg?raw';
import search from '@tabler/icons/outline/search.svg?raw';
import settings from '@tabler/icons/outline/settings.svg?raw';
import table from '@tabler/icons/outline/table.svg?raw';
import tidy from '@tabler/icons/outline/topology-star-3.svg?raw';
import trash from '@tabler/icons/outline/trash.svg?raw';
import upload from '@tabler/icons/outline/upload.svg?raw';
import cross from '@tabler/icons/outline/x.svg?raw';
import zoomIn from '@tabler/icons/outline/zoom-in.svg?raw';
import zoomOut from '@tabler/icons/outline/zoom-out.svg?raw';
import { drawingOf } from './drawing.ts';

const sources = {
  adjustments,
  affiliate,
  back,
  forward,
  camera,
  check,
  chevronDown,
  chevronLeft,
  chevronRight,
  circles,
  clipboard,
  clock,
  download,
  eyeOff,
  home,
  info,
  language,
  lasso,
  board,
  link,
  logout,
  maximize,
  menu,
  pin,
  plus,
  route,
  search,
  settings,
  table,
  tidy,
  trash,
  upload,
  cross,
  zoomIn,
  zoomOut,
};
export type IconName = keyof typeof sources;

/** An icon beside a word or on a labelled button: never the only carrier of a meaning, so hidden from readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return <Drawing lines={drawingOf(sources[name])} size={size} />;
}

export function Drawing({ lines, size = 18 }: { lines: readonly string[]; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
