import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium; nothing is downloaded. Software rendering, no traffic of its own. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
const pictures = fileURLToPath(new URL('../../.tmp/screenshots/', import.meta.url));

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere but the origin, refusals by the content security policy, uncaught errors: each fails the run. */
  readonly faults: string[];
  picture(name: string): Promise<void>;
}

export async function openPage(
  browser: Browser,
  origin: string,
  size = { width: 1366, height: 625 },
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) faults.push(`off the origin: ${url}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  mkdirSync(pictures, { recursive: true });
  return {
    page,
    context,
    faults,
    async picture(name) {
      await page.screenshot({ path: `${pictures}${name}.png` });
    },
  };
}
