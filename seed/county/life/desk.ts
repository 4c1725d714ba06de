/** Whose desk a step of a case lands on: a handler and a superior of the unit in charge, and who asked about it. */

import type { Random } from '../basics/random.ts';
import { inOffice } from '../cast/officials.ts';
import type { CaseFile, Gang, Official } from '../cast/world.ts';
import type { Parameters } from '../parameters.ts';
import type { Plans } from '../plans/plans.ts';

export interface Seat {
  handler?: Official;
  approver?: Official;
}

export interface Desk {
  seat(file: CaseFile, department: string, day: number, gang: Gang | undefined): Seat;
  intercession(
    seat: Seat,
    gang: Gang | undefined,
  ): { official: Official; shift: number; registered: boolean } | undefined;
}

/** From this rank on one approves instead of handling. */
const APPROVING_RANK = 5;
const ROUTINE_QUESTION = 0.015;

export function createDesk(officials: Official[], plans: Plans, parameters: Parameters, random: Random): Desk {
  const registering = new Set(
    officials.map((official) => official.unit).filter(() => random.chance(parameters.registeringShare)),
  );
  const seniors = officials.filter((official) => official.rank >= 6);
  // one person stays on one case through the steps of a unit
  const kept = new Map<string, Seat>();

  function seat(file: CaseFile, department: string, day: number, gang: Gang | undefined): Seat {
    const key = `${file.id}/${department}`;
    const earlier = kept.get(key);
    if (earlier) return earlier;
    const inUnit = (official: Official) =>
      official.department === department &&
      (department !== 'police' || official.unit === file.unit) &&
      inOffice(official, day);
    const pool = officials.filter(inUnit);
    const called = gang ? callUp(gang, department, day) : undefined;
    const handlers = pool.filter((official) => official.rank < APPROVING_RANK);
    const approvers = pool.filter((official) => official.rank >= APPROVING_RANK);
    const drawn: Seat = {};
    if (handlers.length > 0) drawn.handler = random.pick(handlers);
    if (approvers.length > 0) drawn.approver = random.pick(approvers);
    if (called) drawn[called.rank < APPROVING_RANK ? 'handler' : 'approver'] = called;
    kept.set(key, drawn);
    return drawn;
  }

  function callUp(gang: Gang, department: string, day: number): Official | undefined {
    const loads = plans.caseLoads.filter(
      (load) => load.gang === gang && load.official.department === department && inOffice(load.official, day),
    );
    return random.shuffle(loads).find((load) => random.chance(load.share))?.official;
  }

  function intercession({ handler, approver }: Seat, gang: Gang | undefined) {
    const registered = handler !== undefined && registering.has(handler.unit);
    for (const plan of plans.intercessions) {
      if (plan.gang !== gang || plan.official === handler || plan.official === approver || !random.chance(plan.share))
        continue;
      return { official: plan.official, shift: plan.shift, registered };
    }
    if (!random.chance(ROUTINE_QUESTION) || seniors.length === 0) return undefined;
    const official = random.pick(seniors);
    return official === handler || official === approver ? undefined : { official, shift: 0, registered };
  }

  return { seat, intercession };
}
