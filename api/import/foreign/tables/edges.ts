import type { ItemReader } from '../items.ts';
export const edgesReader = (_today: string): ItemReader =>
  async function* () {
    yield [];
  };
