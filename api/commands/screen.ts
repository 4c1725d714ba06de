import { createClock } from '../clock.ts';
import { works } from '../jobs/works.ts';
import { requireRole } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { createRuns } from '../services/runs/runs.ts';
import type { Command, ExitCode } from './command.ts';
import { write } from './output.ts';
import { idsOption, storeOptions, withStore } from './store.ts';

export const screen: Command = {
  name: 'screen',
  summary: {
    zh: '待核查名单：先核查谁、为什么、什么能澄清',
    en: 'screen officials: whom to check first, why, and what would clear',
  },
  usage: '[--suspects ID,...|--gang ID] [--true-at D] [--known-at D] [--out FILE.json]',
  options: { ...storeOptions, suspects: { type: 'string' }, gang: { type: 'string' }, out: { type: 'string' } },
  run: (given) =>
    withStore<ExitCode>(given, async (reading) => {
      const { installation, viewer, clocks, record } = reading;
      requireRole(viewer.user, whoMay.analyse);
      const suspects = await idsOption(given, reading, 'suspects');
      const gang = (await idsOption(given, reading, 'gang'))?.[0];
      const options = { ...(suspects === undefined ? {} : { suspects }), ...(gang === undefined ? {} : { gang }) };
      const runs = createRuns({
        ledger: installation.ledger,
        clock: createClock(given.environment.timeZone, given.environment.now),
      });
      const run = await runs.answer(viewer, { kind: 'screen', clocks, options }, (audience, others) =>
        works.screen(
          installation,
          { audience, clocks, options, others },
          { signal: given.signal, onProgress: given.progress },
        ),
      );
      record('screen', [...(suspects ?? []), ...(gang === undefined ? [] : [gang])], { run: run.id });
      await write(given, run.result);
      return 0;
    }),
};
