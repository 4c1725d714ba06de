import { InvalidInput, NotFound } from '../../model/errors.ts';
import { isEnumValue } from '../../model/vocabulary/enums.ts';
import { createClock } from '../clock.ts';
import { openLedger } from '../installation.ts';
import type { Role } from '../ledger/ledger.ts';
import { checkRoles, createSignIn } from '../services/sessions/signIn.ts';
import { type Command, type Given, listOption, textOption, WrongUsage } from './command.ts';
import { write } from './output.ts';

export const user: Command = {
  name: 'user',
  summary: { zh: '账号：新建、列出、停用、改角色', en: 'accounts: add, list, disable, roles' },
  usage: 'add NAME --roles R,... [--unit U] [--compartments C,...] | list | disable NAME | roles NAME --roles R,...',
  options: {
    data: { type: 'string' },
    roles: { type: 'string' },
    unit: { type: 'string' },
    compartments: { type: 'string' },
    out: { type: 'string' },
  },
  async run(given) {
    const [act, name] = given.positionals;
    const clock = createClock(given.environment.timeZone, given.environment.now);
    const ledger = openLedger(textOption(given, 'data') ?? given.environment.data);
    const audit = (detail: Record<string, string>) =>
      ledger.audit.record({
        at: clock.now().toISOString(),
        user: 'local',
        account: given.environment.account,
        action: `command:user ${act}`,
        purpose: null,
        subjects: [],
        outcome: 'ok',
        detail,
      });
    try {
      if (act === 'list') {
        audit({});
        await write(given, { users: ledger.users.list() });
        return 0;
      }
      if (name === undefined) throw new WrongUsage('powang user add|disable|roles NAME, or powang user list');
      const signIn = createSignIn({ ledger, clock });
      if (act === 'add') {
        const added = signIn.addUser(
          {
            name,
            unit: textOption(given, 'unit') ?? null,
            roles: rolesOption(given),
            compartments: listOption(given, 'compartments') ?? [],
          },
          `http://${given.environment.host}:${given.environment.port}`,
        );
        audit({ name, roles: added.user.roles.join(','), compartments: added.user.compartments.join(',') });
        await write(given, added);
        return 0;
      }
      const found = ledger.users.byName(name);
      if (found === undefined) throw new NotFound();
      if (act === 'disable') ledger.users.disable(found.id);
      else if (act === 'roles') ledger.users.setRoles(found.id, rolesOption(given));
      else throw new WrongUsage('powang user add|disable|roles NAME, or powang user list');
      audit({ name });
      await write(given, { user: ledger.users.find(found.id) });
      return 0;
    } finally {
      ledger.close();
    }
  },
};

function rolesOption(given: Given): Role[] {
  const names = listOption(given, 'roles') ?? [];
  if (names.length === 0) throw new WrongUsage('--roles is needed');
  const roles = names.map((name): Role => {
    if (!isEnumValue('role', name)) throw new InvalidInput('--roles', `no role is called ${name}`);
    return name;
  });
  checkRoles(roles);
  return roles;
}
