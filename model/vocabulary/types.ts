import { entityTypes } from './entityTypes.ts';
import { recordTypes } from './recordTypes.ts';
import { tieTypes } from './tieTypes.ts';
import type { Properties, PropertyDefinition, TypeClass, TypeDefinition } from './types/definition.ts';

export type {
  EdgeDefinition,
  PropertyDefinition,
  PropertyType,
  TypeClass,
  TypeDefinition,
} from './types/definition.ts';

export type EntityTypeName = keyof typeof entityTypes;
export type TieTypeName = keyof typeof tieTypes;
export type RecordTypeName = keyof typeof recordTypes;
export type TypeName = EntityTypeName | TieTypeName | RecordTypeName;

/** Every type of the vocabulary: FollowTheMoney's, and our extension in the same form. */
export const typeDefinitions: Readonly<Record<TypeName, TypeDefinition>> = {
  ...entityTypes,
  ...tieTypes,
  ...recordTypes,
};

export function isTypeName(name: string): name is TypeName {
  return Object.hasOwn(typeDefinitions, name);
}

export const typeNames: readonly TypeName[] = Object.keys(typeDefinitions).filter(isTypeName);

export function typesOfClass(wanted: TypeClass): readonly TypeName[] {
  return typeNames.filter((name) => typeDefinitions[name].class === wanted);
}

/** Whether `type` is `ancestor` or one of its kinds: a Gang is an Organization. */
export function isKindOf(type: TypeName, ancestor: TypeName): boolean {
  if (type === ancestor) return true;
  const parent = typeDefinitions[type].extends;
  return parent !== undefined && isTypeName(parent) && isKindOf(parent, ancestor);
}

function collectProperties(type: TypeName): Properties {
  const { extends: parent, properties } = typeDefinitions[type];
  if (parent === undefined || !isTypeName(parent)) return properties;
  return { ...collectProperties(parent), ...properties };
}

const allProperties = new Map<TypeName, Properties>(typeNames.map((name) => [name, collectProperties(name)]));

/** The properties of a type, inherited ones included. */
export function propertiesOf(type: TypeName): Properties {
  return allProperties.get(type) ?? {};
}

export function propertyOf(type: TypeName, property: string): PropertyDefinition | undefined {
  const properties = propertiesOf(type);
  return Object.hasOwn(properties, property) ? properties[property] : undefined;
}
