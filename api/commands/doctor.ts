import { createClock } from '../clock.ts';
import { examine } from '../doctor.ts';
import { type Command, textOption } from './command.ts';
import { write } from './output.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: { zh: '体检：各库是否完整一致', en: 'examine the data folder: is everything whole and in step' },
  usage: '',
  options: { data: { type: 'string' }, out: { type: 'string' } },
  async run(given) {
    const clock = createClock(given.environment.timeZone, given.environment.now);
    const report = await examine(
      { dataFolder: textOption(given, 'data') ?? given.environment.data, neo4j: given.environment.neo4j },
      clock,
    );
    await write(given, report);
    return report.healthy ? 0 : 1;
  },
};
