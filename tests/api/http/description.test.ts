import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../../api/http/cursor.ts';
import { languageOf } from '../../../api/http/language.ts';
import { FolderInUse, takeLock } from '../../../api/lock.ts';
import { approvalId } from '../../../model/basis/approvalId.ts';
import { approval } from '../ledger/fixture.ts';
import { freshServer } from './fixture.ts';

describe('the OpenAPI document', () => {
  it('is 3.1 and has every route with its refusals', async () => {
    const { ask } = await freshServer();
    const document = await (await ask('openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries<Record<string, { responses: object; operationId: string }>>(
      document.paths,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    );
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'post /api/v1/session',
        'patch /api/v1/boards/{id}',
        'get /api/v1/jobs/{id}/events',
        'get /api/v1/approvals',
        'get /api/v1/users',
        'get /api/v1/audit/verify',
        'get /api/v1/openapi.json',
        'get /api/v1/docs',
        'get /healthz',
        'get /readyz',
        'get /metrics',
      ]),
    );
    for (const { operation } of operations)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '404', '405', '500', '503']));
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty(name!);
    expect(
      document.paths['/api/v1/boards/{id}'].patch.parameters
        .map((parameter: { name: string }) => parameter.name)
        .sort(),
    ).toEqual(['Powang-Purpose', 'id', 'if-match']);
    expect(
      document.paths['/api/v1/boards'].post.requestBody.content['application/json'].schema.additionalProperties,
    ).toBe(false);
  });
  it('is a page too, that asks nothing from outside', async () => {
    const { ask } = await freshServer();
    const page = await (await ask('docs', { headers: { 'Accept-Language': 'zh' } })).text();
    expect(page).toContain('<html lang="zh">');
    expect(page).toContain('/api/v1/boards/:id');
    expect(page).not.toMatch(/(?:src|href|action)="?https?:|<script|style=/);
    expect((await ask('docs/style.css')).headers.get('content-type')).toContain('text/css');
  });
});

describe('operations', () => {
  it('tell alive, ready and how much is going on', async () => {
    const { ask, state } = await freshServer();
    expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await ask('/readyz')).status).toBe(200);
    state.ready = false;
    const response = await ask('/readyz');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const metrics = await (await ask('/metrics')).text();
    expect(metrics).toContain('powang_requests_total{status="503"} 1');
    expect(metrics).toContain('powang_jobs_running 0');
    expect(metrics).toContain('powang_uptime_seconds 0');
  });
});

describe('the register of approvals', () => {
  it('is paged, without subjects the reader cannot see, and ended by the supervisor', async () => {
    const server = await freshServer();
    const [one, two, secret] = [
      approval('demo/1', { subjects: ['e_x'] }),
      approval('demo/2'),
      approval(approvalId('专案 9', 'demo/1'), { compartment: '专案 9' }),
    ];
    server.ledger.approvals.put([one, two, secret]);
    server.hidden.add('e_x').add(two.caseId);
    const reader = await server.as(['inspector']);
    const first = await (await reader.ask('approvals?limit=1')).json();
    expect(first).toMatchObject({
      items: [{ id: 'demo/1', subjects: [], caseKey: 'demo/case-1' }],
      complete: false,
      limit: 1,
      cutAt: { reason: 'limit', at: 1 },
    });
    const second = await (await reader.ask(`approvals?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second).toMatchObject({
      items: [{ id: 'demo/2', caseId: null, caseKey: null }],
      nextCursor: null,
      complete: true,
    });
    const end = { method: 'POST', body: { reason: '解除' } };
    expect((await reader.ask('approvals/demo%2F1/end', end)).status).toBe(403);
    const supervisor = await server.as(['supervisor']);
    const hidden = `approvals/${encodeURIComponent('专案 9::demo/1')}/end`;
    expect((await supervisor.ask(hidden, end)).status).toBe(404);
    expect(await (await supervisor.ask('approvals/demo%2F1/end', end)).json()).toMatchObject({
      ended: { day: '2024-05-01', reason: '解除' },
    });
    expect(server.ledger.approvals.endedOn('2024-05-01')).toEqual(['demo/1']);
    const holder = await server.as(['supervisor'], { compartments: ['专案 9'] });
    expect(await (await holder.ask(hidden, end)).json()).toMatchObject({
      id: '专案 9::demo/1',
      ended: { reason: '解除' },
    });
  });
});

describe('the viewer', () => {
  it('is served with its page for every path of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'powang-viewer-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>破网</title>');
    writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {}');
    const { ask } = await freshServer({ viewerFolder: folder });
    for (const path of ['/', '/boards/o_1', '/sign-in']) {
      const page = await ask(path);
      expect([await page.text(), page.headers.get('cache-control')]).toEqual([
        '<!doctype html><title>破网</title>',
        'no-cache',
      ]);
    }
    const script = await ask('/assets/index-abc.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
    for (const path of ['/assets/gone.js', '/api/v1/nothing', '/api']) {
      const missing = await ask(path);
      expect([path, missing.status, missing.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    expect((await ask('/boards', { method: 'POST' })).status).toBe(404);
  });
});

describe('small parts', () => {
  it('a cursor is refused by another list', () => {
    expect(decodeCursor('a', encodeCursor('a', 'e_1'), z.string())).toBe('e_1');
    for (const text of [encodeCursor('b', 'e_1'), encodeCursor('a', 7), 'nonsense', ''])
      expect(() => decodeCursor('a', text, z.string())).toThrow(/cursor/);
  });
  it('the language is the first of ours', () => {
    expect(['zh-CN,en', 'en,zh', 'fr,zh;q=0.2', undefined, 'en;q=0.1,zh;q=0.9', '*'].map(languageOf)).toEqual([
      'zh',
      'en',
      'zh',
      'en',
      'zh',
      'en',
    ]);
  });
  it('one server holds a data folder, and takes it from a dead one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'powang-lock-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const free = takeLock(folder);
    expect(() => takeLock(folder)).toThrow(new FolderInUse(process.pid));
    expect(() => takeLock(folder)).toThrow(String(process.pid));
    free();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, process: 'an earlier boot/1', nonce: 'a' }));
    takeLock(folder)();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, process: '', nonce: 'a' }));
    takeLock(folder)();
    writeFileSync(join(folder, 'lock'), 'half a lo');
    takeLock(folder)();
  });
});
