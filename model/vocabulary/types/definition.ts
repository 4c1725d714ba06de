import type { EnumName } from '../enums.ts';
import type { Words } from '../words.ts';

export type PropertyType =
  | 'text'
  | 'name'
  | 'date'
  | 'number'
  | 'money'
  | 'boolean'
  | 'entity'
  | 'identifier'
  | 'phone'
  | 'enum';

export interface PropertyDefinition {
  readonly label: Words;
  readonly type: PropertyType;
  /** Only where `type` is `enum`. */
  readonly enum?: EnumName;
  /** One source commonly gives several values. (Every property may hold several after a merge.) */
  readonly many?: true;
  /** Shown masked until the reader asks for it with a reason. */
  readonly sensitive?: true;
  /** Not a FollowTheMoney property: left out of a FollowTheMoney export. */
  readonly extension?: true;
}

export type Properties = Readonly<Record<string, PropertyDefinition>>;

export interface EdgeDefinition {
  /** Name of the property that holds the end a tie starts from. */
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
}

export type TypeClass = 'entity' | 'tie' | 'record';

export interface TypeDefinition {
  readonly name: string;
  readonly label: Words;
  readonly plural: Words;
  /** A type of this vocabulary whose properties come on top of the own ones. */
  readonly extends?: string;
  /** Not a FollowTheMoney type. */
  readonly extension: boolean;
  readonly class: TypeClass;
  readonly edge?: EdgeDefinition;
  readonly properties: Properties;
}
