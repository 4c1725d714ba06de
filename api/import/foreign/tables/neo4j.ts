import type { ItemReader } from '../items.ts';
export const neo4jReader = (_today: string): ItemReader =>
  async function* () {
    yield [];
  };
