import type { EnumName } from '../enums.ts';
import type { PropertyDefinition, PropertyType } from './definition.ts';

/** Short ways to write a property: its type, Chinese, English. */
function make(type: PropertyType) {
  return (zh: string, en: string): PropertyDefinition => ({ label: { zh, en }, type });
}

export const text = make('text');
export const name = make('name');
export const date = make('date');
export const number = make('number');
export const money = make('money');
export const boolean = make('boolean');
export const entity = make('entity');
export const identifier = make('identifier');
export const phone = make('phone');

export function choice(values: EnumName, zh: string, en: string): PropertyDefinition {
  return { label: { zh, en }, type: 'enum', enum: values };
}

export function many(property: PropertyDefinition): PropertyDefinition {
  return { ...property, many: true };
}

export function sensitive(property: PropertyDefinition): PropertyDefinition {
  return { ...property, sensitive: true };
}

/** Marks a property that FollowTheMoney does not know. */
export function ours(property: PropertyDefinition): PropertyDefinition {
  return { ...property, extension: true };
}
