import { describe, expect, test } from 'vitest';
import { enumAliases } from '../../../model/vocabulary/enums/aliases.ts';
import {
  enumLabel,
  enumNames,
  enumValue,
  enumValues,
  isEnumName,
  isEnumValue,
} from '../../../model/vocabulary/enums.ts';
import { foldText } from '../../../model/vocabulary/fold.ts';

describe('an enum cell', () => {
  test('may be the value, or the label in either language', () => {
    for (const name of enumNames)
      for (const value of enumValues(name)) {
        const words = enumLabel(name, value);
        expect(enumValue(name, value), `${name}.${value}`).toBe(value);
        expect(enumValue(name, words?.zh ?? ''), `${name}.${value} zh`).toBe(value);
        expect(enumValue(name, words?.en ?? ''), `${name}.${value} en`).toBe(value);
      }
  });

  test('may be written full-width, in capitals, with blanks', () => {
    expect(enumValue('organisationKind', ' Ｐｕｂｌｉｃ　Ｂｏｄｙ ')).toBe('public_body');
    expect(enumValue('gangTier', 'evil_group')).toBe('evil-group');
    expect(enumValue('department', '公　安')).toBe('police');
    expect(enumValue('gender', '男\ufeff')).toBe('male');
  });

  test('means what the column says: 逮捕 is a decision, 立案 a stage and a decision', () => {
    expect(enumValue('decision', '逮捕')).toBe('arrested');
    expect(enumValue('decision', '立案')).toBe('filed');
    expect(enumValue('stage', '立案')).toBe('filing');
    expect(enumValue('tieKind', '战友')).toBe('comrade');
    expect(enumValue('yesNo', '是')).toBe('true');
  });

  test('that is none of them is none of them', () => {
    for (const text of ['', '  ', 'constructor', '__proto__', 'toString', '警察局长'])
      expect(enumValue('department', text), text).toBeUndefined();
    expect(enumLabel('department', 'constructor')).toBeUndefined();
    expect(isEnumName('__proto__')).toBe(false);
    expect(isEnumValue('department', 'police')).toBe(true);
  });
});

test('other words lead to a value that exists, and never shadow a label of another value', () => {
  for (const [name, table] of Object.entries(enumAliases)) {
    expect(isEnumName(name), name).toBe(true);
    if (!isEnumName(name)) continue;
    for (const [alias, value] of Object.entries(table)) {
      expect(enumValues(name), `${name}.${alias}`).toContain(value);
      expect(enumValue(name, alias), `${name}.${alias}`).toBe(value);
    }
  }
});

test('no two values of a list are spelt alike', () => {
  for (const name of enumNames) {
    const spelt = enumValues(name).map((value) => foldText(enumLabel(name, value)?.zh ?? ''));
    expect(new Set(spelt).size, name).toBe(spelt.length);
  }
});
