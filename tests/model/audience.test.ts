import { describe, expect, it } from 'vitest';
import {
  audienceKey,
  audienceOf,
  compartmentsOfKey,
  informantsCompartment,
  withoutInformants,
} from '../../model/audience.ts';
import { approvalId, compartmentOfApproval, mayBeApprovalKey } from '../../model/basis/approvalId.ts';

describe('ids of approvals', () => {
  it('say in which compartment the paper is', () => {
    expect(approvalId('general', 'NS/1')).toBe('NS/1');
    expect(approvalId('专案 9', 'NS/1')).toBe('专案 9::NS/1');
    expect(['NS/1', '专案 9::NS/1', 'a:b'].map(compartmentOfApproval)).toEqual(['general', '专案 9', 'general']);
    expect(['NS/1', 'a:b', 'sealed::1'].map(mayBeApprovalKey)).toEqual([true, true, false]);
  });
});

describe('an audience', () => {
  const ended = ['A1', 'sealed::A1', `${informantsCompartment}::A1`];
  it('knows of ended papers of its own compartments alone', () => {
    expect(audienceOf([], ended).endedApprovals).toEqual(['A1']);
    expect(audienceOf(['sealed'], ended).endedApprovals).toEqual(['A1', 'sealed::A1']);
    expect(audienceKey(audienceOf([], ended))).toBe(audienceKey(audienceOf([], ['A1'])));
  });
  it('without informants is the one that never held them', () => {
    expect(withoutInformants(audienceOf(['sealed', informantsCompartment], ended))).toEqual(
      audienceOf(['sealed'], ended),
    );
  });
  it('has a key that tells its compartments, whatever stands behind it', () => {
    const key = audienceKey(audienceOf(['专案 9'], ['x]"[']));
    expect(compartmentsOfKey(key)).toEqual(['general', '专案 9']);
    expect(compartmentsOfKey(`${key} case:K1]`)).toEqual(['general', '专案 9']);
  });
});
