import type { TieKind } from '../../../model/vocabulary/kinds.ts';
import type { TypeName } from '../../../model/vocabulary/types.ts';

/** Labels and relationship types stand in the text of statements, so they come from our own vocabulary and from nowhere else. */
export const relationshipOf = (kind: TieKind): string => `\`${kind.toUpperCase()}\``;
export const labelOf = (type: TypeName): string => `\`${type}\``;
