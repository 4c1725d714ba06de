import type { Said } from '../../../model/assertion.ts';
import { type Audience, compareText } from '../../../model/audience.ts';
import { type Clocks, clockDays } from '../../../model/clocks.ts';
import { NotFound } from '../../../model/errors.ts';
import type { Id } from '../../../model/ids.ts';
import { isKnown } from '../../../model/merge.ts';
import type { Post } from '../../../model/standing/standing.ts';
import { enumLabel } from '../../../model/vocabulary/enums.ts';
import type { Words } from '../../../model/vocabulary/words.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Entities } from '../entities.ts';
import type { Links } from '../links.ts';
import type { StandingSource } from '../standing.ts';
import { decisionStrips } from './decisions.ts';
import { currentPosts } from './posts.ts';

interface Deps {
  readonly facts: Facts;
  readonly entities: Entities;
  readonly standing: StandingSource;
  readonly links: Links;
}

/** What is asked for at all, by kind; a kind that is missing is unknown, never zero. */
const recordKinds = ['calls', 'bank', 'copresence', 'cases', 'shares', 'tenders'] as const;

/** Officials: the list, and one official on one page. */
export function createOfficials({ facts, entities, standing, links }: Deps) {
  return {
    async list(audience: Audience, clocks: Clocks, asked: { limit: number; offset: number; unit?: Id }) {
      const who = await standing(audience, clocks);
      const unit = asked.unit === undefined ? undefined : who.one(asked.unit);
      const all = [...who.officials]
        .filter(([, posts]) => unit === undefined || posts.some((post) => post.organisation === unit))
        .map(([id]) => id)
        .sort(compareText);
      const page = all.slice(asked.offset, asked.offset + asked.limit);
      const views = await entities.views(audience, clocks, page);
      const units = await entities.names(
        audience,
        clocks,
        page.flatMap((id) => who.officials.get(id)!.map((post) => post.organisation)),
      );
      const items = page.flatMap((id) => {
        const view = views.get(id);
        if (view === undefined) return [];
        const posts = currentPosts(who.officials.get(id)!, clockDays(clocks).trueTo).map((post) =>
          describePost(post, units),
        );
        return [{ id: view.id, key: view.key, type: view.type, caption: view.caption, posts }];
      });
      return { items, more: asked.offset + asked.limit < all.length };
    },

    /** Posts in time, private ties apart from duty, decisions against peers, what was obtained, what is disclosed, what would clear. */
    async one(audience: Audience, clocks: Clocks, id: Id) {
      const official = await entities.get(audience, clocks, id);
      const who = await standing(audience, clocks);
      const self = who.one(id);
      const posts = who.officials.get(self);
      if (posts === undefined) throw new NotFound();
      const units = await entities.names(
        audience,
        clocks,
        posts.map((post) => post.organisation),
      );
      const found = await links(audience, clocks, { officials: [self], maxHops: 3, limit: 50, deadlineMs: 5_000 });
      const strips = decisionStrips(self, who);
      const records = await recordsAbout(audience, clocks, who.membersOf(self));
      const inDecisions = strips.flatMap((strip) =>
        strip.rows.flatMap((row) => [row.caseId, ...(row.partyId === null ? [] : [row.partyId])]),
      );
      const named = await entities.names(audience, clocks, [
        ...inDecisions,
        ...records.disclosures.flatMap((one) => (one.aboutId === null ? [] : [one.aboutId])),
      ]);
      return {
        official,
        posts: posts.map((post) => describePost(post, units)),
        links: found.links,
        decisions: strips,
        coverage: recordKinds.map((kind) => ({ kind, obtained: records.obtained.filter((one) => one.kind === kind) })),
        disclosures: records.disclosures.map((one) =>
          one.aboutId !== null && !named.has(one.aboutId) ? { ...one, aboutId: null } : one,
        ),
        clears: whatWouldClear(records.obtained.map((one) => one.kind)),
        names: {
          ...found.names,
          ...Object.fromEntries([...named].map(([key, { caption, type }]) => [key, { caption, type }])),
        },
        complete: found.complete,
        limit: found.limit,
        cutAt: found.cutAt,
      };
    },
  };

  async function recordsAbout(audience: Audience, clocks: Clocks, members: readonly Id[]) {
    const days = clockDays(clocks);
    const obtained: { kind: string; from: string | null; to: string | null; assertion: Id }[] = [];
    const disclosures: { kind: string; at: string | null; aboutId: Id | null; note: string | null; assertion: Id }[] =
      [];
    const about = (said: Said) => members.includes(said.properties.person?.[0] ?? '');
    for await (const chunk of facts.scan(audience, clocks, { types: ['RecordsObtained', 'Disclosure'], kinds: [] })) {
      for (const said of chunk) {
        if (!isKnown(said, days) || !about(said)) continue;
        if (said.kind === 'RecordsObtained') {
          obtained.push({
            kind: said.properties.recordsKind?.[0] ?? '',
            from: said.validFrom,
            to: said.validTo,
            assertion: said.id,
          });
        } else {
          disclosures.push({
            kind: said.properties.disclosureKind?.[0] ?? '',
            at: said.properties.date?.[0] ?? said.validFrom,
            aboutId: said.properties.about?.[0] ?? null,
            note: said.properties.summary?.[0] ?? null,
            assertion: said.id,
          });
        }
      }
    }
    return { obtained, disclosures };
  }
}
export type Officials = ReturnType<typeof createOfficials>;

function describePost(post: Post, units: ReadonlyMap<Id, { id: Id; caption: string }>) {
  const unit = units.get(post.organisation);
  return {
    title: post.title,
    organisation: unit === undefined ? null : { id: unit.id, caption: unit.caption },
    department: post.department,
    rank: post.rank,
    area: post.area,
    remit: post.remit,
    from: post.from,
    to: post.to,
    assertions: [post.assertion],
  };
}

/** What would settle the question in this person's favour: first what was never asked for. */
function whatWouldClear(obtained: readonly string[]): Words[] {
  const missing = recordKinds.filter((kind) => !obtained.includes(kind));
  return [
    ...missing.map((kind) => {
      const label = enumLabel('recordsKind', kind) ?? { zh: kind, en: kind };
      return {
        zh: `尚未调取：${label.zh}。调取后如无异常，应记为有利证据。`,
        en: `Not obtained so far: ${label.en}. If it shows nothing unusual, that speaks in favour.`,
      };
    }),
    {
      zh: '核对公务安排：值班、办案、走访登记能否解释有关往来。',
      en: 'Check the duty roster: do shifts, cases or registered visits explain the contact?',
    },
    {
      zh: '核对亲属、同村、同学等日常关系能否解释有关往来。',
      en: 'Check whether kinship, village or school explains the contact.',
    },
  ];
}
