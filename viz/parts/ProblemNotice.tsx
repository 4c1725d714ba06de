import { asProblem } from '../client/problem.ts';
import { isMessageKey, type MessageKey } from '../i18n/messages.ts';
import { useWords } from '../i18n/useWords.ts';
import { Button } from './controls.tsx';

const keyOf = (code: string): MessageKey => {
  const key = `problem.${code}`;
  return isMessageKey(key) ? key : 'problem.unexpected_answer';
};

/** What went wrong in plain words, with the request's id for those who look after the machine. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const { code, problem } = asProblem(error);
  const details = [
    ...new Set([
      problem.detail,
      ...problem.errors.map((fault) => [fault.path, fault.message].filter(Boolean).join(': ')),
    ]),
  ].filter(Boolean);
  return (
    <div className={code === 'not_found' ? 'notice' : 'notice error'} role="alert">
      <p>{t(keyOf(code))}</p>
      {code !== 'not_found' &&
        details.map((detail) => (
          <p key={detail} className="faint">
            {detail}
          </p>
        ))}
      {problem.requestId !== '' && <p className="faint">{t('common.requestId', { id: problem.requestId })}</p>}
      {onRetry !== undefined && code !== 'not_found' && <Button onPress={onRetry}>{t('common.retry')}</Button>}
    </div>
  );
}
