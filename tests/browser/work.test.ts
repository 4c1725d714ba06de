import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, type WatchedPage } from './page.ts';
import { type DemonstrationServer, startDemonstration } from './server.ts';

let server: DemonstrationServer;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  server = await startDemonstration();
  browser = await openBrowser();
  watched = await openPage(browser, server.origin);
  page = watched.page;
  page.setDefaultTimeout(60_000);
  await page.goto(server.link);
  await page.getByRole('heading', { name: '首页' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The same page in English, looked at, and back. */
async function alsoInEnglish(name: string): Promise<void> {
  await watched.picture(`zh-${name}`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.waitForTimeout(400);
  await watched.picture(`en-${name}`);
  await page.getByRole('button', { name: '中文' }).click();
}

/** The id of the first hit for a name, asked with the page's own session. */
const idOf = (name: string): Promise<string> =>
  page.evaluate(async (q) => {
    const answer = await fetch(`/api/v1/entities?q=${encodeURIComponent(q)}`, {
      headers: { 'Powang-Purpose': 'review:browser-test' },
    });
    return String((await answer.json()).items[0].id);
  }, name);

/** Three people on a new board. */
async function newBoard(): Promise<string> {
  const ids = [await idOf('雷大江'), await idOf('段永刚'), await idOf('雷三水')];
  await page.goto(`${server.origin}/board/new?seed=${ids.join(',')}`);
  await page.waitForURL(/\/board\/o_/);
  await page.getByText('已保存').waitFor();
  return /\/board\/(o_\w+)/.exec(page.url())![1]!;
}

describe('a batch', () => {
  it('is brought in, looked at, and taken back with its impact told before and a reason', async () => {
    await page.goto(`${server.origin}/import`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,name\nTB-1,撤回甲\nTB-2,撤回乙\n'),
    });
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.waitForURL(/\/import\/b_/);
    await alsoInEnglish('batch');
    await page.getByRole('button', { name: '撤回此批次…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('撤回 2 条断言').waitFor();
    await dialog.getByText('不再显示 2 个对象').waitFor();
    const act = dialog.getByRole('button', { name: '撤回', exact: true });
    expect(await act.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('来源有误');
    await watched.picture('zh-batch-impact');
    await act.click();
    await page.getByText(/撤回：来源有误/).waitFor();
    expect(await page.getByRole('button', { name: '撤回此批次…' }).count()).toBe(0);
    await alsoInEnglish('batch-taken-back');
    await page.goto(`${server.origin}/import`);
    await page.getByText('已撤回').first().waitFor();
    await alsoInEnglish('batches');
    await page.goto(`${server.origin}/search`);
    await page.locator('#search-box input').first().fill('撤回甲');
    await page.waitForTimeout(1_500);
    expect(await page.locator('.hit', { hasText: '撤回甲' }).count()).toBe(0);
  });
});

describe('long work', () => {
  it('is still listed after a reload', async () => {
    await page.goto(`${server.origin}/screening`);
    await page
      .getByRole('button', { name: /筛查|生成|运行/ })
      .first()
      .click();
    await page.waitForURL(/\/screening\/r_/, { timeout: 120_000 });
    await page.goto(`${server.origin}/jobs`);
    await page.locator('.job', { hasText: '筛查' }).waitFor();
    await page.locator('.job', { hasText: '导入' }).waitFor();
    await page.reload();
    await page.locator('.job', { hasText: '筛查' }).getByRole('link', { name: '结果' }).waitFor();
    await alsoInEnglish('jobs-reloaded');
  });
});

describe('a snapshot of a board', () => {
  it('is kept under a name, opened read-only, and taken as the beginning of a new board', async () => {
    const board = await newBoard();
    await alsoInEnglish('board-of-three');
    await page.getByRole('button', { name: '快照' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('还没有快照').waitFor();
    await dialog.getByRole('textbox').fill('会前');
    await dialog.getByRole('button', { name: '留存快照' }).click();
    await dialog.getByRole('link', { name: '会前' }).waitFor();
    await watched.picture('zh-snapshots');
    await dialog.getByRole('link', { name: '会前' }).click();
    await page.waitForURL(new RegExp(`/board/${board}/snapshot/n_`));
    await page.getByText(/只读快照/).waitFor();
    await page.waitForTimeout(1_500);
    await alsoInEnglish('snapshot');
    await page.getByRole('button', { name: '表格视图' }).click();
    await page.getByRole('link', { name: '雷大江' }).waitFor();
    await alsoInEnglish('snapshot-table');
    await page.getByRole('button', { name: '另存为新画布' }).click();
    await page.waitForURL((url) => /\/board\/o_\w+$/.test(url.pathname) && !url.pathname.includes(board));
    await page.getByText('已保存').waitFor();
    await page.waitForTimeout(1_000);
    await watched.picture('zh-snapshot-as-board');
  });
});

describe('an export', () => {
  const downloaded = async (press: () => Promise<void>): Promise<Record<string, string>> => {
    const [file] = await Promise.all([page.waitForEvent('download'), press()]);
    const archive = unzipSync(new Uint8Array(await readFile(await file.path())));
    return Object.fromEntries(
      Object.entries(archive).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
    );
  };
  it('of a board is announced with a reason, made, and fetched', async () => {
    await newBoard();
    await page.getByRole('button', { name: '导出' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '生成' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('核对');
    for (const [format, file] of [
      [null, 'entities.csv'],
      ['图文件（GEXF）', 'powang.gexf'],
      ['FollowTheMoney 数据', 'powang.ftm.json'],
    ] as const) {
      if (format !== null) {
        await dialog.getByRole('button', { name: /格式/ }).click();
        await page.getByRole('option', { name: format }).click();
      }
      await dialog.getByRole('button', { name: '生成' }).click();
      await dialog.getByText('已完成').waitFor();
      const files = await downloaded(() => dialog.getByRole('link', { name: '下载文件' }).click());
      expect(files[file]).toContain('雷大江');
      expect(files['NOTICE.txt']).toContain('核对');
    }
    await watched.picture('zh-export');
    await dialog.getByRole('button', { name: /关闭|Close/ }).click();
  });

  it('of what is on file about one entity is a JSON file', async () => {
    const id = await idOf('雷大江');
    await page.goto(`${server.origin}/entity/${id}`);
    await page.getByRole('button', { name: '下载在档内容（JSON）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('核对');
    await dialog.getByRole('button', { name: '生成' }).click();
    const files = await downloaded(() => dialog.getByRole('link', { name: '下载文件' }).click());
    expect(JSON.parse(files[`dossier-${id}.json`]!)).toMatchObject({ entity: { caption: '雷大江' }, complete: true });
    await watched.picture('zh-dossier');
  });
});

describe('a double click', () => {
  it('expands at the first try, also while a slow page is busy with the first of the two clicks', async () => {
    await page.goto(`${server.origin}/board/new?seed=${await idOf('雷大江')}`);
    await page.waitForURL(/\/board\/o_/);
    await page.getByText('已保存').waitFor();
    const slow = await watched.context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.reload();
    await page.getByText('已保存').waitFor();
    await page.waitForTimeout(2_000);
    // One entity on a board stands in the middle of it.
    const box = (await page.locator('.canvas').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (const clickCount of [1, 2]) {
      await page.mouse.down({ clickCount });
      await page.waitForTimeout(40);
      await page.mouse.up({ clickCount });
      if (clickCount === 1) await page.waitForTimeout(180);
    }
    await page.getByRole('tab', { name: '展开', selected: true }).waitFor();
    await page.getByRole('heading', { name: /雷大江：共 \d+ 条关系/ }).waitFor();
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await slow.detach();
    await alsoInEnglish('double-click');
  });
});

describe('a timeline', () => {
  it('of one person, then of two, opens a month down to its rows', async () => {
    const [first, second] = [await idOf('雷大江'), await idOf('段永刚')];
    await page.goto(`${server.origin}/entity/${first}/timeline`);
    await page.locator('.timeline li').first().waitFor();
    await alsoInEnglish('timeline');
    await page.goto(`${server.origin}/entity/${first}/timeline?with=${second}`);
    const month = page.locator('.timeline li', { hasText: '通话' }).first();
    await month.getByRole('button', { name: '打开记录' }).click();
    await month
      .getByText(/calls\.csv:\d+/)
      .first()
      .waitFor();
    await alsoInEnglish('timeline-of-two');
  });
});

describe('throughout', () => {
  it('no request off the origin, no broken policy, nothing thrown', () => {
    expect(watched.faults).toEqual([]);
  });
});
