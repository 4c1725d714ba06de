/** Made-up names: a surname and one or two given-name characters, drawn apart. Many have two characters, many are namesakes. */
import type { Random } from './random.ts';

const COMMON_SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const OTHER_SURNAMES = [
  ...'郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const COMPOUND_SURNAMES = ['欧阳', '上官', '司马'];
const GIVEN_MALE = [...'伟强军勇磊涛斌刚辉波鹏飞龙海东林平峰亮健明华志国建新永成德福贵根旺山川松'];
const GIVEN_FEMALE = [...'芳娜敏静丽艳娟霞玲燕红梅兰英秀桂凤琴莉萍雪云洁丹婷倩慧颖春香珍玉'];
const GIVEN_MIDDLE = [...'国建志文小晓海春玉金永明世家宝长天正学庆少子立开大云'];

const COMPOUND_SHARE = 0.006;
const COMMON_SHARE = 0.62;

export function drawSurname(random: Random): string {
  if (random.chance(COMPOUND_SHARE)) return random.pick(COMPOUND_SURNAMES);
  return random.pick(random.chance(COMMON_SHARE) ? COMMON_SURNAMES : OTHER_SURNAMES);
}

export function drawGivenName(random: Random, male: boolean): string {
  const last = random.pick(male ? GIVEN_MALE : GIVEN_FEMALE);
  return random.chance(0.45) ? last : random.pick(GIVEN_MIDDLE) + last;
}
