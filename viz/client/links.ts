import { queryOptions } from '@tanstack/react-query';
import { type AskedClocks, get } from './http.ts';
import { pathSchema } from './paths.ts';
import { cutShape, stampShape } from './shapes.ts';
import { z } from './zod.ts';

export const nameSchema = z.union([
  z.string().transform((caption) => ({ caption, type: 'Person' })),
  z.looseObject({ caption: z.string().default(''), type: z.string().default('Person') }),
]);
export type Name = z.infer<typeof nameSchema>;

export const linkSchema = z.looseObject({
  officialId: z.string(),
  suspectId: z.string(),
  gangId: z.string().nullish(),
  private: z.array(pathSchema).default([]),
  duty: z.array(pathSchema).default([]),
  counts: z
    .looseObject({
      private: z.number().default(0),
      duty: z.number().default(0),
      origins: z.number().nullish(),
      weakestGrade: z.unknown().nullish(),
      first: z.string().nullish(),
      last: z.string().nullish(),
    })
    .nullish(),
});
export type OfficialLink = z.infer<typeof linkSchema>;

export const linksSchema = z.looseObject({
  links: z.array(linkSchema),
  names: z.record(z.string(), nameSchema).default({}),
  ...cutShape,
  ...stampShape,
});

export interface LinksAsk {
  readonly official?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly suspect?: readonly string[] | undefined;
  readonly gang?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
}
export const linksQuery = (asked: LinksAsk, clocks: AskedClocks) =>
  queryOptions({
    queryKey: ['links', asked, clocks],
    queryFn: ({ signal }) => get(linksSchema, '/official-links', { query: { ...asked }, clocks, signal }),
  });
