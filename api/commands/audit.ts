import { openLedger } from '../installation.ts';
import { type Command, textOption, WrongUsage } from './command.ts';
import { write } from './output.ts';

export const audit: Command = {
  name: 'audit',
  summary: { zh: '审计记录：校验链条是否完整', en: 'the audit record: verify that its chain is whole' },
  usage: 'verify',
  options: { data: { type: 'string' }, out: { type: 'string' } },
  async run(given) {
    if (given.positionals[0] !== 'verify') throw new WrongUsage('powang audit verify');
    const ledger = openLedger(textOption(given, 'data') ?? given.environment.data);
    try {
      const verified = ledger.audit.verify();
      await write(given, verified);
      return verified.firstBroken === null ? 0 : 1;
    } finally {
      ledger.close();
    }
  },
};
