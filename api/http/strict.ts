import type { z } from 'zod';

/** Where a schema of a request takes unknown fields without saying so: paths of its loose objects. Run when routes are put
 * together, so that a forgotten `strictObject` fails the start and every test, not a review. */
export function looseObjects(schema: z.core.$ZodType, path = ''): string[] {
  const definition: z.core.$ZodTypeDef & Readonly<Record<string, unknown>> = { ...schema._zod.def };
  const inner = innerSchemas(definition);
  const loose = definition.type === 'object' && !isNever(definition.catchall) ? [path === '' ? '(body)' : path] : [];
  return [...loose, ...inner.flatMap(([name, found]) => looseObjects(found, `${path}/${name}`))];
}

/** The places where zod keeps schemas inside a schema, by the name of the field. */
const holders = ['innerType', 'element', 'valueType', 'in', 'left', 'right', 'options', 'items', 'shape'];

function innerSchemas(definition: Readonly<Record<string, unknown>>): [string, z.core.$ZodType][] {
  return holders.flatMap((name) => {
    const held = definition[name];
    if (isSchema(held)) return [[name, held] satisfies [string, z.core.$ZodType]];
    if (held === null || typeof held !== 'object') return [];
    return Object.entries(held).flatMap(([key, one]): [string, z.core.$ZodType][] =>
      isSchema(one) ? [[key, one]] : [],
    );
  });
}

const isSchema = (value: unknown): value is z.core.$ZodType =>
  value !== null && typeof value === 'object' && '_zod' in value;
const isNever = (value: unknown): boolean => isSchema(value) && value._zod.def.type === 'never';
