/** Admiralty grades: reliability of the source A–F, credibility of what it says 1–6. A1 is best, letter first. */
export interface Grade {
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
}
export const leastGrade: Grade = { reliability: 'F', credibility: 6 };

/** `B2` → a grade; full-width letters are folded by the caller. */
export function parseGrade(text: string): Grade | undefined {
  const match = /^([A-Fa-f])([1-6])$/.exec(text.trim());
  if (match === null) return undefined;
  return {
    reliability: match[1]!.toUpperCase() as Grade['reliability'], // the pattern allows A–F only
    credibility: Number(match[2]) as Grade['credibility'], // the pattern allows 1–6 only
  };
}
export const gradeText = (grade: Grade): string => `${grade.reliability}${grade.credibility}`;
/** 0 (A1, best) … 35 (F6). */
export const gradeRank = (grade: Grade): number => (grade.reliability.charCodeAt(0) - 65) * 6 + grade.credibility - 1;
export function gradeOfRank(rank: number): Grade {
  return {
    reliability: String.fromCharCode(65 + Math.floor(rank / 6)) as Grade['reliability'], // 0–35 stays within A–F
    credibility: ((rank % 6) + 1) as Grade['credibility'],
  };
}
