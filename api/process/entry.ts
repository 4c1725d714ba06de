import { fileURLToPath } from 'node:url';

/** Where the built file of a child process lies. Production runs from dist and gets the sibling `.js`;
 * tests run the source and fork what `npm run build:server` built, so one place maps `X/api/…` to `X/dist/api/…`. */
export function childEntry(moduleUrl: string, relative: `./${string}.ts` | `../${string}.ts`): string {
  const path = fileURLToPath(new URL(relative, moduleUrl));
  if (fileURLToPath(moduleUrl).endsWith('.js')) return path.replace(/\.ts$/, '.js');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  return `${root}dist/${path.slice(root.length).replace(/\.ts$/, '.js')}`;
}
