import { cornerMarks } from '../../model/vocabulary/tieMarks.ts';
import { useWords } from '../i18n/useWords.ts';

/** What the records say of a person, in words: holds a post, is a recorded suspect. Neutral marks, no colour of alarm. */
export function RoleTags({ roles }: { roles: readonly string[] }) {
  const { value, say } = useWords();
  return (
    <>
      {roles.includes('official') && <span className="tag framed">{value('entityRole', 'official')}</span>}
      {roles.includes('suspect') && (
        <span className="tag" title={say(cornerMarks.recordedSuspect.label)}>
          {cornerMarks.recordedSuspect.sign} {value('entityRole', 'suspect')}
        </span>
      )}
    </>
  );
}
