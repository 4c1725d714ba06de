import type { ReactNode } from 'react';

/** Why there is nothing, and the one next step. */
export function Empty({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{why}</p>
      {children}
    </div>
  );
}
