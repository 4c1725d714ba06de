import { create } from 'zustand';

/** Why one reads: sent with every read and logged. In memory only. */
export type PurposeKind = 'case' | 'lead' | 'review';
export interface Purpose {
  readonly kind: PurposeKind;
  readonly text: string;
}
interface SessionState {
  readonly purpose: Purpose;
  /** True once the API said that it does not know us any more: what is shown stays, a banner offers to sign in. */
  readonly signedOut: boolean;
  readonly offline: boolean;
  setPurpose(purpose: Purpose): void;
  setSignedOut(signedOut: boolean): void;
  setOffline(offline: boolean): void;
}

export const useSession = create<SessionState>()((set) => ({
  purpose: { kind: 'review', text: 'daily-work' },
  signedOut: false,
  offline: false,
  setPurpose: (purpose) => set({ purpose }),
  setSignedOut: (signedOut) => set({ signedOut }),
  setOffline: (offline) => set({ offline }),
}));

/** A header is Latin: what is not is percent-encoded. */
export const purposeText = ({ kind, text }: Purpose): string =>
  `${kind}:${encodeURIComponent(text.trim()).replaceAll('%20', ' ').replaceAll('%3A', ':').replaceAll('%2F', '/')}`;
export const purposeHeader = (): string => purposeText(useSession.getState().purpose);
