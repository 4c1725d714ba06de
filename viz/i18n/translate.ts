import { type EnumName, enumLabel } from '../../model/vocabulary/enums.ts';
import { isTieKind, tieKinds } from '../../model/vocabulary/kinds.ts';
import { isTypeName, propertyOf, typeDefinitions } from '../../model/vocabulary/types.ts';
import type { Language, Words } from '../../model/vocabulary/words.ts';
import { fill, type Values } from './fill.ts';
import { type MessageKey, messages } from './messages.ts';

/** All words of one language. What the vocabulary does not know is shown as it came, never left blank. */
export function wordsIn(language: Language) {
  const number = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 2 });
  const one = (words: Words | undefined, otherwise: string): string => words?.[language] ?? otherwise;
  return {
    language,
    t: (key: MessageKey, values?: Values): string => fill(messages[key][language], values),
    say: (words: Words): string => words[language],
    /** Little is not nothing. */
    number: (value: number): string => (value > 0 && value < 0.005 ? '< 0.01' : number.format(value)),
    kind: (kind: string): string => one(isTieKind(kind) ? tieKinds[kind].label : undefined, kind),
    type: (type: string): string => one(isTypeName(type) ? typeDefinitions[type].label : undefined, type),
    types: (type: string): string => one(isTypeName(type) ? typeDefinitions[type].plural : undefined, type),
    value: (name: EnumName, value: string): string => one(enumLabel(name, value), value),
    property: (type: string, property: string): string =>
      one(isTypeName(type) ? propertyOf(type, property)?.label : undefined, property),
    propertyValue(type: string, property: string, value: string): string {
      const definition = isTypeName(type) ? propertyOf(type, property) : undefined;
      if (definition?.type === 'boolean') return one(enumLabel('yesNo', value), value);
      return definition?.enum === undefined ? value : one(enumLabel(definition.enum, value), value);
    },
    period(from: string | null | undefined, to: string | null | undefined): string {
      if (!from && !to) return messages['common.unknownDate'][language];
      if (from === to || !to)
        return fill(messages[to ? 'common.onDate' : 'common.sinceDate'][language], { from: from ?? '' });
      return from ? `${from} – ${to}` : fill(messages['common.untilDate'][language], { to });
    },
  };
}
export type WordsOf = ReturnType<typeof wordsIn>;
