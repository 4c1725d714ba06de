import { InvalidInput } from '../../../model/errors.ts';

const purposePattern = /^(case|lead|review):(.{1,400})$/su;

/** `case:ID`, `lead:ID` or `review:TEXT`. `where` names the header or the option at fault. */
export function parsePurpose(text: string, where: string): string {
  const match = purposePattern.exec(text.trim());
  const said = match?.[2]?.trim() ?? '';
  if (match === null || said === '' || hasControls(said))
    throw new InvalidInput(where, 'a purpose is case:ID, lead:ID or review:TEXT');
  return `${match[1]}:${said}`;
}

function hasControls(text: string): boolean {
  return [...text].some((letter) => letter < ' ' || letter === '\u007f');
}
