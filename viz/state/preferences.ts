import { create } from 'zustand';
import { z } from '../client/zod.ts';

/** All that the browser keeps: language, theme and panel sizes. Never a name, an id or a search word. */
const preferencesSchema = z.object({
  language: z.enum(['zh', 'en']).catch('zh'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  panelWidth: z.number().min(300).max(520).catch(360),
  timeStripOpen: z.boolean().catch(true),
  railOpen: z.boolean().catch(false),
});
export type PreferenceValues = z.infer<typeof preferencesSchema>;

const storageKey = 'powang.preferences';

function stored(): PreferenceValues {
  try {
    return preferencesSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  } catch {
    return preferencesSchema.parse({}); // storage is off, or what it held is not ours
  }
}

interface Preferences extends PreferenceValues {
  change(values: Partial<PreferenceValues>): void;
}

export const usePreferences = create<Preferences>()((set, getState) => ({
  ...stored(),
  change(values) {
    set(values);
    try {
      localStorage.setItem(storageKey, JSON.stringify(preferencesSchema.parse(getState())));
    } catch {
      return; // storage is off: the choice holds until the page is closed
    }
  },
}));
