import type { ItemReader } from '../items.ts';
export const graphmlReader = (_today: string): ItemReader =>
  async function* () {
    yield [];
  };
