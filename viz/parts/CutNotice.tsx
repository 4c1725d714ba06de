import type { CutAnswer } from '../client/shapes.ts';
import { useWords } from '../i18n/useWords.ts';

/** A limit is always said. What is hidden from the reader is never said, not even as a number. */
export function CutNotice({ answer, shown }: { answer: CutAnswer | undefined; shown?: number }) {
  const { t, value, number } = useWords();
  if (answer === undefined || answer.complete) return null;
  const { cutAt, limit } = answer;
  const first = shown ?? limit;
  return (
    <p className="notice cut" role="note">
      {first === null || first === undefined ? t('common.cut') : t('common.cutFirst', { n: number(first) })}
      {cutAt !== null && ` ${t('common.cutAt', { reason: value('cutReason', cutAt.reason), at: number(cutAt.at) })}`}{' '}
      {t('common.narrow')}
    </p>
  );
}
