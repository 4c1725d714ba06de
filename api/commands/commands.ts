import { approvals } from './approvals.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { communities } from './communities.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { type Generate, type GeneratePack, generateCommand } from './generate.ts';
import { importCommand } from './import.ts';
import { links } from './links.ts';
import { paths } from './paths.ts';
import { rank } from './rank.ts';
import { screen } from './screen.ts';
import { type Serve, serveCommand } from './serve.ts';
import { user } from './user.ts';

/** Every command of `powang`; what stands a floor higher (the generator, the server with its demonstration) is handed down. */
export const createCommands = ({
  generate,
  generatePack,
  serve,
}: {
  generate: Generate;
  generatePack: GeneratePack;
  serve: Serve;
}): readonly Command[] => [
  serveCommand(serve),
  importCommand,
  screen,
  links,
  communities,
  paths,
  rank,
  generateCommand(generate, generatePack),
  exportCommand,
  approvals,
  user,
  audit,
  doctor,
];
