import { firstDay, lastDay } from '../../../model/dates.ts';
import type { Post } from '../../../model/standing/standing.ts';

/** Posts held on a day; where none is, the last one held (an official of the last three years). Highest first. */
export function currentPosts(posts: readonly Post[], day: number): Post[] {
  const held = posts.filter((post) => firstDay(post.from) <= day && lastDay(post.to) >= day);
  const shown = held.length > 0 ? held : posts.slice(0, 1);
  return [...shown].sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
}
