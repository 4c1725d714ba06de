import { general } from '../compartments.ts';

/** Ids of approvals. Of a paper in `general` it is the one of its row, `NS/ID`; of a paper in another compartment that stands
 * behind the compartment's name: `COMPARTMENT::NS/ID`. So a paper that somebody may not see never takes an id from one he
 * brings, and its id alone says who may know of it. An id of one's own holds no `::`. */
const mark = '::';

export const approvalId = (compartment: string, key: string): string =>
  compartment === general ? key : `${compartment}${mark}${key}`;

/** Whether a row of approvals.csv may use this as its id. */
export const mayBeApprovalKey = (key: string): boolean => !key.includes(mark);

export function compartmentOfApproval(id: string): string {
  const end = id.indexOf(mark);
  return end < 0 ? general : id.slice(0, end);
}
