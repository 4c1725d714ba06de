import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesAs } from './bundles.ts';
import { powang, temporaryFolder } from './processes.ts';

/** Exit codes and where words go: results to standard output, messages to standard error. */
const folder = temporaryFolder();
const data = join(folder, 'data');

describe('help', () => {
  it('of the program and of a command: exit 0, on standard output', async () => {
    const [all, one] = await Promise.all([powang('--help'), powang('import', '--help')]);
    expect([all.code, one.code, all.stderr, one.stderr]).toEqual([0, 0, '', '']);
    for (const name of [
      'serve',
      'import',
      'screen',
      'links',
      'communities',
      'paths',
      'rank',
      'generate',
      'export',
      'approvals',
      'user',
      'audit',
      'doctor',
    ])
      expect(all.stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
    expect(one.stdout).toContain('--strict');
  });
});

describe('wrong usage is exit 2, with a word on standard error and nothing on standard output', () => {
  it.each([
    ['no such command', ['frobnicate']],
    ['k = 0', ['paths', '--from', 'a', '--to', 'b', '--k', '0']],
    ['no measure', ['rank', '--data', data]],
  ])('%s', async (_, args) => {
    const ran = await powang(...args);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/^powang: /);
    expect(ran.stderr).not.toMatch(/^ +at /m);
  });
});

describe('what cannot be done is exit 1, by name', () => {
  it('nothing to import', async () => {
    const missing = await powang('import', join(folder, 'nowhere'), '--data', data);
    const empty = await powang('import', await filesAs(join(folder, 'empty'), { 'readme.txt': '' }), '--data', data);
    expect([missing.code, missing.stdout, missing.stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^powang: invalid_input: /),
    ]);
    expect([empty.code, empty.stdout, empty.stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^powang: invalid_input: /),
    ]);
  });
});
