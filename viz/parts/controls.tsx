import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  Select as AriaSelect,
  TextField as AriaTextField,
  ToggleButton as AriaToggleButton,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Button as PressButton,
  SelectValue,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';

/** Thin shells around React Aria: one look, and every control has its words. */
export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'plain' | 'main' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
}
export function Button({ children, onPress, kind = 'plain', icon, isDisabled = false }: ButtonProps) {
  return (
    <PressButton className={`button ${kind}`} onPress={onPress} isDisabled={isDisabled}>
      {icon !== undefined && <Icon name={icon} size={16} />}
      {children}
    </PressButton>
  );
}

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly isSelected?: boolean;
}
/** A button without a visible word: its word is the tooltip. */
export function IconButton({ icon, label, onPress, isDisabled = false, isSelected }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      {isSelected === undefined ? (
        <PressButton className="icon-button" aria-label={label} onPress={onPress} isDisabled={isDisabled}>
          <Icon name={icon} />
        </PressButton>
      ) : (
        <AriaToggleButton
          className="icon-button"
          aria-label={label}
          isSelected={isSelected}
          onChange={onPress}
          isDisabled={isDisabled}
        >
          <Icon name={icon} />
        </AriaToggleButton>
      )}
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly isInvalid?: boolean;
  readonly hideLabel?: boolean;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
  readonly width?: 'short' | 'long';
}
export function TextField({
  label,
  value,
  onChange,
  placeholder,
  isInvalid = false,
  hideLabel = false,
  onEnter,
  onLeave,
  width = 'long',
}: TextFieldProps) {
  return (
    <AriaTextField
      className={`field ${width}`}
      value={value}
      onChange={onChange}
      isInvalid={isInvalid}
      onBlur={() => onLeave?.()}
      {...(hideLabel ? { 'aria-label': label } : {})}
      onKeyDown={(event) => {
        // While Chinese is being composed, Enter takes the suggestion.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
        else event.continuePropagation();
      }}
    >
      {!hideLabel && <Label>{label}</Label>}
      <Input {...(placeholder === undefined ? {} : { placeholder })} />
    </AriaTextField>
  );
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (id: string) => void;
  readonly hideLabel?: boolean;
}
export function Select({ label, value, options, onChange, hideLabel = false }: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => onChange(String(key))}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label>{label}</Label>}
      <PressButton className="select-button">
        <SelectValue />
        <Icon name="chevronDown" size={14} />
      </PressButton>
      <Popover className="popover">
        <ListBox className="listbox" items={options.map((option) => ({ ...option }))}>
          {(option) => (
            <ListBoxItem className="listbox-item" id={option.id} textValue={option.text}>
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface CheckboxProps {
  readonly children?: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly label?: string;
}
export function Checkbox({ children, isSelected, onChange, label }: CheckboxProps) {
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={isSelected}
      onChange={onChange}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="checkbox-box" aria-hidden="true">
        {isSelected && <Icon name="check" size={14} />}
      </span>
      {children}
    </AriaCheckbox>
  );
}
