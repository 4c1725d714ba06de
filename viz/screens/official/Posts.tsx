import type { Post } from '../../client/officials.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EvidenceIds } from '../../panels/evidence/EvidenceIds.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { EntityName } from '../../parts/EntityName.tsx';
import { Table } from '../../parts/Table.tsx';

export function Posts({ posts }: { posts: readonly Post[] }) {
  const { t, value, period } = useWords();
  if (posts.length === 0) return <Empty why={t('official.noPosts')} />;
  const ordered = [...posts].sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
  return (
    <Table
      label={t('official.posts')}
      rows={ordered}
      keyOf={(post) => `${post.organisation?.id ?? ''}|${post.title ?? ''}|${post.from ?? ''}`}
      detail={(post) => <EvidenceIds ids={post.assertions} />}
      columns={[
        { id: 'title', title: t('official.title'), cell: (post) => post.title || t('common.unknown') },
        {
          id: 'unit',
          title: t('official.unit'),
          cell: (post) =>
            post.organisation ? (
              <EntityName id={post.organisation.id} caption={post.organisation.caption} />
            ) : (
              (post.unit ?? t('common.unknown'))
            ),
        },
        {
          id: 'department',
          title: t('official.department'),
          cell: (post) => (post.department ? value('department', post.department) : t('common.unknown')),
          width: '110px',
        },
        {
          id: 'rank',
          title: t('official.rank'),
          cell: (post) => post.rank ?? t('common.unknown'),
          width: '60px',
          numeric: true,
        },
        { id: 'remit', title: t('official.remit'), cell: (post) => (post.remit ?? []).join(' · ') },
        { id: 'period', title: t('common.period'), cell: (post) => period(post.from, post.to), width: '200px' },
      ]}
    />
  );
}
