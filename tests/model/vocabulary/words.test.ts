import { describe, expect, test } from 'vitest';
import { bundleFiles, columnsOf } from '../../../model/vocabulary/bundle.ts';
import { enumLabel, enumNames, enumValues } from '../../../model/vocabulary/enums.ts';
import { tieFamilies, tieKindNames, tieKinds } from '../../../model/vocabulary/kinds.ts';
import { marks } from '../../../model/vocabulary/marks.ts';
import { cornerMarks, tieFamilyMarks, tieStyles } from '../../../model/vocabulary/tieMarks.ts';
import { propertiesOf, typeDefinitions, typeNames } from '../../../model/vocabulary/types.ts';
import type { Words } from '../../../model/vocabulary/words.ts';

const everyWord: [string, Words][] = [
  ...typeNames.flatMap((type): [string, Words][] => [
    [type, typeDefinitions[type].label],
    [`${type} plural`, typeDefinitions[type].plural],
    ...Object.entries(propertiesOf(type)).map(([name, { label }]): [string, Words] => [`${type}.${name}`, label]),
  ]),
  ...enumNames.flatMap((name) =>
    enumValues(name).map((value): [string, Words] => [
      `${name}.${value}`,
      enumLabel(name, value) ?? { zh: '', en: '' },
    ]),
  ),
  ...tieKindNames.map((kind): [string, Words] => [`kind ${kind}`, tieKinds[kind].label]),
  ...Object.entries(tieFamilies).map(([family, { label }]): [string, Words] => [`family ${family}`, label]),
  ...Object.entries(tieFamilyMarks).map(([family, { letter }]): [string, Words] => [`letter ${family}`, letter]),
  ...Object.entries(tieStyles).map(([style, { label }]): [string, Words] => [`style ${style}`, label]),
  ...Object.entries(cornerMarks).map(([mark, { label }]): [string, Words] => [`corner ${mark}`, label]),
  ...Object.entries(marks).flatMap(([mark, { label, shapeLabel }]): [string, Words][] => [
    [`mark ${mark}`, label],
    [`shape of ${mark}`, shapeLabel],
  ]),
  ...bundleFiles.flatMap((file) => [
    [file.file, file.label] as [string, Words],
    ...columnsOf(file).map((column): [string, Words] => [`${file.file} ${column.name}`, column.label]),
  ]),
];

describe('the words of the vocabulary', () => {
  test('stand in both languages, everywhere', () => {
    const lame = everyWord.filter(
      ([, { zh, en }]) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]/.test(en) || /\p{Script=Han}/u.test(en),
    );
    expect(lame).toEqual([]);
  });

  test('have no blanks around them', () => {
    expect(everyWord.filter(([, { zh, en }]) => zh !== zh.trim() || en !== en.trim())).toEqual([]);
  });

  test('never judge', () => {
    // Written in parts, so that the words themselves stand nowhere in the code.
    const banned = [
      'gui' + 'lty',
      'cul' + 'prit',
      'umbr' + 'ella',
      'risk sc' + 'ore',
      '有' + '罪',
      '犯罪' + '分子',
      '保护' + '伞',
    ];
    const judging = everyWord.filter(([, { zh, en }]) =>
      banned.some((word) => `${zh} ${en.toLowerCase()}`.includes(word)),
    );
    expect(judging).toEqual([]);
  });
});
