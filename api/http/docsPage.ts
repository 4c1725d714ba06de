import { z } from 'zod';
import type { Language } from './language.ts';
import { prefix } from './mount.ts';
import type { Route } from './route.ts';
import { type Tag, tags } from './tags.ts';

const words = {
  title: { zh: '破网 · 接口说明', en: 'Powang · interface' },
  intro: {
    zh: '所有错误均为 problem+json。读取数据时以 Powang-Purpose 说明事由。',
    en: 'Every error is problem+json. Reads of data name their purpose in Powang-Purpose.',
  },
  roles: { zh: '角色', en: 'Roles' },
  anyone: { zh: '无需登录', en: 'no session needed' },
  signedIn: { zh: '已登录即可', en: 'whoever is signed in' },
  purpose: { zh: '须说明事由', en: 'needs a purpose' },
  query: { zh: '查询参数', en: 'Query' },
  body: { zh: '请求体', en: 'Body' },
  answer: { zh: '返回', en: 'Answer' },
};

export const docsStyle = `
body { font: 15px/1.5 system-ui, "Noto Sans SC", sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1f24; background: #fff; }
code, pre { font-family: ui-monospace, monospace; font-size: 13px; }
pre { background: #f4f5f7; padding: .75rem; overflow: auto; }
summary { cursor: pointer; padding: .3rem 0; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 600; }
.note { color: #59626e; }
@media (prefers-color-scheme: dark) { body { color: #e6e8eb; background: #16191d; } pre { background: #20242a; } .note { color: #9aa4b0; } }
`;

/** The interface as a page: plain HTML, one style sheet of our own, no script. */
export function docsPage(routes: readonly Route[], language: Language): string {
  const chapters = tagNames().flatMap((tag) => {
    const found = routes.filter((route) => route.tags[0] === tag);
    return found.length === 0
      ? []
      : [`<h2>${escaped(tags[tag][language])}</h2>`, ...found.map((route) => section(route, language))];
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${words.title[language]}</title>
<link rel="stylesheet" href="${prefix}/docs/style.css"></head><body><h1>${words.title[language]}</h1>
<p>${words.intro[language]} <a href="${prefix}/openapi.json">openapi.json</a></p>
${chapters.join('\n')}</body></html>`;
}

const tagNames = () => Object.keys(tags).filter((name): name is Tag => Object.hasOwn(tags, name));

function section(route: Route, language: Language): string {
  const path = `${route.atRoot === true ? '' : prefix}${route.path}`;
  const parts = [
    ...schemaPart(
      words.query[language],
      Object.keys(route.schemas.query.shape).length === 0 ? null : route.schemas.query,
      'input',
    ),
    ...schemaPart(words.body[language], route.schemas.body, 'input'),
    ...Object.entries(route.responses).flatMap(([status, schema]) =>
      schemaPart(`${words.answer[language]} ${status}`, schema, 'output'),
    ),
  ];
  return `<details><summary><span class="method">${route.method.toUpperCase()}</span> <code>${escaped(path)}</code>
 — ${escaped(route.summary[language])}</summary><p class="note">${escaped(whoOf(route, language))}</p>${parts.join('')}</details>`;
}

function whoOf({ guard }: Route, language: Language): string {
  if (guard === null) return words.anyone[language];
  const who =
    guard.roles === undefined ? words.signedIn[language] : `${words.roles[language]}: ${guard.roles.join(', ')}`;
  return guard.data ? `${who} · ${words.purpose[language]}` : who;
}

function schemaPart(title: string, schema: z.ZodType | string | null, io: 'input' | 'output'): string[] {
  if (schema === null) return [];
  const text = typeof schema === 'string' ? schema : schemaText(schema, io);
  return [`<h4>${escaped(title)}</h4><pre>${escaped(text)}</pre>`];
}

function schemaText(schema: z.ZodType, io: 'input' | 'output'): string {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.stringify(rest, null, 2);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
