import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { Icon } from './Icon.tsx';

/** A part that opens on demand. */
export function Disclosed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Disclosure className="disclosure">
      {({ isExpanded }) => (
        <>
          <Button slot="trigger" className="button quiet">
            <Icon name={isExpanded ? 'chevronDown' : 'chevronRight'} size={14} /> {title}
          </Button>
          <DisclosurePanel>{isExpanded && children}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
