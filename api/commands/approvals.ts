import type { Id } from '../../model/ids.ts';
import { createClock } from '../clock.ts';
import { expireApprovals } from '../import/expire.ts';
import { openInstallation } from '../installation.ts';
import { requireRole, type Viewer } from '../services/access/viewer.ts';
import { whoMay } from '../services/access/whoMay.ts';
import { createApprovalService } from '../services/approvals/approvals.ts';
import { type Command, type ExitCode, textOption, WrongUsage } from './command.ts';
import { write } from './output.ts';
import { storeOptions, withStore } from './store.ts';

export const approvals: Command = {
  name: 'approvals',
  summary: {
    zh: '批准文书：列出；清除已到期批准名下的数据',
    en: 'approvals: list them; erase what rests on those that have ended',
  },
  usage: 'list | expire',
  options: { ...storeOptions, out: { type: 'string' } },
  async run(given) {
    const [act] = given.positionals;
    if (act === 'list')
      return withStore<ExitCode>(given, async ({ installation, viewer, clocks, record, stamp }) => {
        requireRole(viewer.user, whoMay.readApprovals);
        const { ledger, clock, services } = installation;
        const visible = (reader: Viewer, ids: readonly Id[]) => services.entities.visible(reader.audience, clocks, ids);
        const items = await createApprovalService({ ledger, clock, visible }).list(viewer);
        record('approvals list', [], { approvals: items.length });
        await write(given, { items, ...stamp });
        return 0;
      });
    if (act !== 'expire') throw new WrongUsage('powang approvals list|expire');
    const clock = createClock(given.environment.timeZone, given.environment.now);
    const installation = await openInstallation({
      dataFolder: textOption(given, 'data') ?? given.environment.data,
      access: 'write',
      graph: 'here',
      clock,
      neo4j: given.environment.neo4j,
    });
    try {
      await write(given, await expireApprovals(installation, { account: given.environment.account }));
      return 0;
    } finally {
      await installation.close();
    }
  },
};
