import type { ItemReader } from '../items.ts';
export const gexfReader = (_today: string): ItemReader =>
  async function* () {
    yield [];
  };
