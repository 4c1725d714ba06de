/** One form for what is stored and what is typed, so that width, case and blanks make no difference to a search.
 * NFKC folds full-width letters and digits; blanks go where Chinese or a number is written (`张 三`, `138 0000 1111`) and stay
 * between Latin words; separators inside a number (`138-0000-1111`) and the dot in a transcribed name (`买买提·吐尔逊`) go too.
 * Applying it twice changes nothing. */
export function normalise(text: string): string {
  if (plain.test(text)) return text;
  const folded = fold(fold(text));
  return folded.replace(separatorsInNumbers, '').replace(dotsAndBlanksAtHan, '').replace(/\s+/gu, ' ').trim();
}

/** Nothing to fold: Chinese characters of the common block, or digits and small letters. */
const plain = /^(?:[\u4e00-\u9fff]+|[0-9a-z]+)$/;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const separatorsInNumbers = /(?<=\p{Nd})[\s\p{Pd}]+(?=\p{Nd})/gu;
const dotsAndBlanksAtHan = /(?<=\p{Script=Han})[\s·•‧・]+|[\s·•‧・]+(?=\p{Script=Han})/gu;

const fold = (text: string): string =>
  text.normalize('NFKC').replace(/\s/gu, ' ').replace(invisible, '').toLowerCase().normalize('NFKC');

/** Characters as people count them: code points, the length that ranks a hit. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) length++;
  }
  return length;
}
