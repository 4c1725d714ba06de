import { isTieKind } from '../../../model/vocabulary/kinds.ts';
import type { Words } from '../../../model/vocabulary/words.ts';
import { useWords } from '../../i18n/useWords.ts';
import { EntityName } from '../../parts/EntityName.tsx';

/** Why a contact counts as duty: `office:KIND`, `case:ID` or `duty:KIND`. */
export function DutyReason({ reason }: { reason: string | Words | null | undefined }) {
  const { t, say, kind, value } = useWords();
  if (!reason) return null;
  if (typeof reason !== 'string') return <p className="faint">{say(reason)}</p>;
  const at = reason.indexOf(':');
  const [sort, rest] = at < 0 ? [reason, ''] : [reason.slice(0, at), reason.slice(at + 1)];
  if (sort === 'case' && rest.startsWith('e_')) {
    return (
      <p className="faint">
        {t('evidence.dutyByCase')} <EntityName id={rest} />
      </p>
    );
  }
  const words = sort === 'duty' ? value('dutyKind', rest) : isTieKind(rest) ? kind(rest) : rest;
  return (
    <p className="faint">{t(sort === 'office' ? 'evidence.dutyByOffice' : 'evidence.dutyByTask', { what: words })}</p>
  );
}
