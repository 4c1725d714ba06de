/** A text cut into runs: Chinese characters, or letters and digits of any other script. What separates them finds nothing. */
export interface Segment {
  readonly han: boolean;
  readonly characters: readonly string[];
  /** Where it starts in the text, in UTF-16 units: 0 when the text begins with it. */
  readonly at: number;
}

const runPattern = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const onlyHan = /^[\u4e00-\u9fff]+$/;
const onlyAscii = /^[0-9a-z]+$/;

export function segmentsOf(text: string): Segment[] {
  if (onlyHan.test(text)) return [{ han: true, characters: text.split(''), at: 0 }];
  if (onlyAscii.test(text)) return [{ han: false, characters: text.split(''), at: 0 }];
  const segments: Segment[] = [];
  for (const match of text.matchAll(runPattern)) {
    segments.push({ han: match[1] !== undefined, characters: [...match[0]], at: match.index });
  }
  return segments;
}
