import { useWords } from '../i18n/useWords.ts';

/** An Admiralty grade: the two signs, and their words beside them for whoever does not know them by heart. */
export function Grade({
  grade,
  brief = false,
}: {
  grade: { reliability: string; credibility: string } | null | undefined;
  brief?: boolean;
}) {
  const { t, value } = useWords();
  if (!grade) return <span className="faint">{t('evidence.noGrade')}</span>;
  const words = `${value('reliability', grade.reliability)} · ${value('credibility', grade.credibility)}`;
  return (
    <span className="grade" title={words}>
      <b>
        {grade.reliability}
        {grade.credibility}
      </b>
      {!brief && <span> {words}</span>}
    </span>
  );
}
