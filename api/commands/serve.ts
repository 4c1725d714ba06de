import type { ServerSettings } from '../environment.ts';
import { type Command, type Given, numberOption, textOption, WrongUsage } from './command.ts';

/** Serving is the entry's to wire (the demonstration stands a floor higher); it is handed down. */
export type Serve = (options: { settings: ServerSettings; demonstration: boolean; given: Given }) => Promise<void>;

export const serveCommand = (serve: Serve): Command => ({
  name: 'serve',
  summary: { zh: '启动服务', en: 'start the server' },
  usage: '[--data DIR] [--port 3000] [--host 127.0.0.1] [--demo|--no-demo]',
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    demo: { type: 'boolean' },
    'no-demo': { type: 'boolean' },
  },
  async run(given) {
    if (given.values.demo === true && given.values['no-demo'] === true)
      throw new WrongUsage('--demo or --no-demo, not both');
    const { environment } = given;
    const settings = {
      dataFolder: textOption(given, 'data') ?? environment.data,
      host: textOption(given, 'host') ?? environment.host,
      port: numberOption(given, 'port', { least: 0, most: 65_535 }) ?? environment.port,
      timeZone: environment.timeZone,
      logLevel: environment.logLevel,
      neo4j: environment.neo4j,
    };
    await serve({ settings, demonstration: given.values['no-demo'] !== true, given });
    return 0;
  },
});
