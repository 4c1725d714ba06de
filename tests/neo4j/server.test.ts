import neo4j from 'neo4j-driver';
import { expect, inject, test } from 'vitest';

const server = inject('neo4j');

test.skipIf(server === null)('the server answers, and to nobody without its password', async () => {
  const { uri, user, password } = server!;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const wrong = neo4j.driver(uri, neo4j.auth.basic(user, `${password}x`));
  try {
    const { records } = await driver.executeQuery(
      'CALL dbms.components() YIELD versions RETURN versions[0] AS version',
    );
    expect(records[0]?.get('version')).toMatch(/^5\.26\./);
    await expect(wrong.verifyAuthentication()).resolves.toBe(false);
  } finally {
    await driver.close();
    await wrong.close();
  }
});
