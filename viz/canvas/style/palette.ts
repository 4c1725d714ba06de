import type { Theme } from './entityLook.ts';

/** Colours of what is drawn around entities and ties; the same values as theme/tokens.css. */
export interface Palette {
  readonly ground: string;
  readonly plate: string;
  readonly text: string;
  readonly faint: string;
  readonly halo: string;
  readonly freshHalo: string;
  readonly icon: string;
  readonly tag: string;
  readonly tagText: string;
}
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#FBFCFD',
    plate: 'rgba(251,252,253,0.86)',
    text: '#1B1F26',
    faint: '#5A6270',
    halo: '#1B1F26',
    freshHalo: '#56B4E9',
    icon: '#FFFFFF',
    tag: '#1B1F26',
    tagText: '#FFFFFF',
  },
  dark: {
    ground: '#14171C',
    plate: 'rgba(20,23,28,0.86)',
    text: '#E8EBF0',
    faint: '#A3ACB9',
    halo: '#FFFFFF',
    freshHalo: '#56B4E9',
    icon: '#14171C',
    tag: '#E8EBF0',
    tagText: '#14171C',
  },
};
export const canvasFont =
  "'Noto Sans SC Variable', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', system-ui, sans-serif";
