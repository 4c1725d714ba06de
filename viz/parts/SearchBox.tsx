import { Input, Button as PressButton, SearchField } from 'react-aria-components';
import { Icon } from './Icon.tsx';

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: () => void;
  readonly autoFocus?: boolean;
}
export function SearchBox({ label, value, onChange, onSubmit, autoFocus = false }: SearchBoxProps) {
  return (
    <SearchField
      className="search-box"
      aria-label={label}
      value={value}
      onChange={onChange}
      onSubmit={() => onSubmit?.()}
      autoFocus={autoFocus}
    >
      <Icon name="search" size={16} />
      <Input placeholder={label} autoComplete="off" spellCheck="false" />
      <PressButton className="icon-button small">
        <Icon name="cross" size={14} />
      </PressButton>
    </SearchField>
  );
}
