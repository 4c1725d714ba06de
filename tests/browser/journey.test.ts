import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './page.ts';
import { type DemonstrationServer, startDemonstration } from './server.ts';

let server: DemonstrationServer;
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  server = await startDemonstration();
  browser = await openBrowser();
  watched = await openPage(browser, server.origin);
  watched.page.setDefaultTimeout(60_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What the server holds of the board, asked with the page's own session. */
const stored = (page: Page, id: string) =>
  page.evaluate(async (board) => {
    const answer = await fetch(`/api/v1/boards/${board}`, { headers: { 'Powang-Purpose': 'review:browser-test' } });
    return (await answer.json()).content as Record<string, unknown>;
  }, id);

describe('an investigator, from a link to a saved board', () => {
  it('signs in by the link, which leaves the address at once', async () => {
    const { page } = watched;
    await page.goto(server.link);
    await page.getByRole('heading', { name: '首页' }).waitFor();
    expect(page.url()).toBe(`${server.origin}/`);
    await watched.picture('zh-home');
  });

  it('finds a two-character name, and the name never enters the address', async () => {
    const { page } = watched;
    await page.goto(`${server.origin}/search`);
    const box = page.locator('#search-box input').first();
    await box.fill('秦川');
    await page.locator('.hit', { hasText: '秦川' }).first().waitFor();
    expect(decodeURIComponent(page.url())).not.toContain('秦川');
    await watched.picture('zh-search');
    await box.fill('ldj');
    await page.locator('.hit', { hasText: '雷大江' }).first().waitFor();
  });

  it('expands him, and opens a line down to its rows', async () => {
    const { page } = watched;
    await page.locator('.hit', { hasText: '雷大江' }).first().getByRole('checkbox').click({ force: true });
    await page.getByRole('button', { name: '放到新画布' }).click();
    await page.waitForURL(/\/board\/o_/);
    await page.getByRole('button', { name: '表格视图' }).click();
    await page
      .getByRole('row', { name: /雷大江/ })
      .getByRole('checkbox')
      .click({ force: true });
    await page.getByRole('button', { name: '展开', exact: true }).click();
    await page.getByRole('button', { name: /^添加 \d+ 个$/ }).click();
    await page.getByRole('button', { name: /^关系 1\d/ }).click();
    await page
      .getByRole('row', { name: /段永刚.*私人/ })
      .first()
      .click();
    await page.getByRole('button', { name: '打开记录' }).first().click();
    await page
      .getByText(/calls\.csv:\d+/)
      .first()
      .waitFor();
    await watched.picture('zh-board-rows');
    await page.getByRole('button', { name: '表格视图' }).click();
    await page.waitForTimeout(1_500);
    await watched.picture('zh-board');
  });

  it('asks for the path between an official and a suspect', async () => {
    const { page } = watched;
    await page.getByRole('button', { name: '表格视图' }).click();
    await page.getByRole('button', { name: /^对象 \d/ }).click();
    const choose = (name: RegExp) => page.getByRole('row', { name }).getByRole('checkbox').click({ force: true });
    const put = page.getByRole('button', { name: '放入所选' });
    await page.getByRole('button', { name: '路径', exact: true }).first().click();
    await choose(/段永刚/);
    await put.first().click();
    await choose(/段永刚/);
    await choose(/雷三水/);
    await put.last().click();
    await page.getByRole('button', { name: '查找路径' }).click();
    await page
      .getByText(/最弱等级/)
      .first()
      .waitFor();
    await watched.picture('zh-paths');
    await page.getByRole('button', { name: '全部添加' }).click();
  });

  it('finds the board again as it was left', async () => {
    const { page } = watched;
    await page.getByText('已保存').waitFor();
    const id = /\/board\/(o_\w+)/.exec(page.url())![1]!;
    const before = await stored(page, id);
    expect(Object.keys(before).filter((key) => key.startsWith('entity:')).length).toBeGreaterThanOrEqual(10);
    await page.reload();
    await page.getByText('已保存').waitFor();
    await page.waitForTimeout(3_000); // past the autosave: nothing may have moved
    expect(await stored(page, id)).toEqual(before);
    await watched.picture('zh-board-reloaded');
  });

  it('made no request off the origin, broke no policy, threw nothing', () => {
    expect(watched.faults).toEqual([]);
  });
});

describe('every page, in both languages', () => {
  const pages: readonly (readonly [string, string])[] = [
    ['home', '/'],
    ['search', '/search'],
    ['links', '/links'],
    ['communities', '/communities'],
    ['screening', '/screening'],
    ['import', '/import'],
    ['boards', '/boards'],
    ['jobs', '/jobs'],
    ['settings', '/settings'],
  ];

  it('runs communities and a screen, and opens a person on the list down to the parts', async () => {
    const { page } = watched;
    await page.goto(`${server.origin}/communities`);
    await page
      .getByRole('button', { name: /计算|运行/ })
      .first()
      .click();
    await page.waitForURL(/\/communities\/r_/, { timeout: 120_000 });
    await page.getByRole('row').nth(1).waitFor();
    await watched.picture('zh-communities-run');
    await page.goto(`${server.origin}/screening`);
    await page
      .getByRole('button', { name: /筛查|生成|运行/ })
      .first()
      .click();
    await page.waitForURL(/\/screening\/r_/, { timeout: 120_000 });
    await page.getByRole('row').nth(1).click();
    await page.waitForTimeout(1_500);
    await watched.picture('zh-screening-run');
    expect(await page.locator('main').textContent()).not.toMatch(/\d\s*%/);
  });

  it("shows an official's page, private ties apart from duty", async () => {
    const { page } = watched;
    await page.goto(`${server.origin}/search`);
    await page.locator('#search-box input').first().fill('段永刚');
    await page.locator('.hit', { hasText: '段永刚' }).first().getByRole('link').click();
    await page.getByRole('link', { name: '公职人员页' }).first().click();
    await page.waitForURL(/\/official\/e_/);
    await page.getByText('副所长').first().waitFor();
    await watched.picture('zh-official');
  });

  it.each(pages)('%s', async (name, path) => {
    const { page } = watched;
    await page.goto(`${server.origin}${path}`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.waitForTimeout(1_500);
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
    await watched.picture(`en-${name}`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.waitForTimeout(500);
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    await watched.picture(`zh-${name}`);
    expect(watched.faults).toEqual([]);
  });
});
