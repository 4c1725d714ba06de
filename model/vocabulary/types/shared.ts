import type { Properties } from './definition.ts';
import { choice, date, entity, identifier, many, name, number, ours, phone, sensitive, text } from './property.ts';

/** Property groups that FollowTheMoney keeps on its abstract types: they are no types here, as nothing is only a Thing. */

export const thing: Properties = {
  name: name('名称', 'Name'),
  alias: many(name('别名', 'Other names')),
  weakAlias: many(name('绰号', 'Weak alias')),
  previousName: many(name('曾用名', 'Previous name')),
  summary: text('概要', 'Summary'),
  description: text('描述', 'Description'),
  notes: many(text('备注', 'Notes')),
  keywords: many(text('关键词', 'Keywords')),
  topics: many(text('主题', 'Topics')),
  country: many(text('国家', 'Country')),
  address: many(text('地址', 'Address')),
  addressEntity: many(entity('地址实体', 'Address entity')),
  program: many(text('计划', 'Program')),
  programId: many(identifier('计划编号', 'Program ID')),
  sourceUrl: many(text('来源网址', 'Source link')),
  publisher: text('发布者', 'Publishing source'),
  publisherUrl: text('发布者网址', 'Publishing source URL'),
  wikidataId: identifier('维基数据编号', 'Wikidata ID'),
  wikipediaUrl: text('维基百科网址', 'Wikipedia article'),
  createdAt: date('创建于', 'Created at'),
  modifiedAt: date('修改于', 'Modified on'),
  retrievedAt: date('取回于', 'Retrieved on'),
};

export const legalEntity: Properties = {
  abbreviation: many(name('简称', 'Abbreviation')),
  email: many(text('电子邮箱', 'E-mail')),
  phone: many(phone('电话', 'Phone')),
  website: many(text('网站', 'Website')),
  legalForm: text('法律形式', 'Legal form'),
  incorporationDate: date('成立日期', 'Incorporation date'),
  dissolutionDate: date('注销日期', 'Dissolution date'),
  status: text('状态', 'Status'),
  sector: many(text('行业', 'Sector')),
  classification: many(text('分类', 'Classification')),
  registrationNumber: many(identifier('登记号', 'Registration number')),
  idNumber: sensitive(identifier('证件号码', 'ID number')),
  taxNumber: identifier('税号', 'Tax number'),
  taxStatus: text('纳税状态', 'Tax status'),
  licenseNumber: many(identifier('许可证号', 'License number')),
  leiCode: identifier('全球法人识别编码', 'LEI'),
  uscCode: identifier('统一社会信用代码', 'Unified social credit code'),
  swiftBic: identifier('银行识别代码', 'SWIFT/BIC'),
  jurisdiction: text('管辖地', 'Jurisdiction'),
  mainCountry: text('主要国家', 'Country of origin'),
  parent: entity('上级单位', 'Parent body'),
};

export const value: Properties = {
  amount: number('金额', 'Amount'),
  amountUsd: number('美元金额', 'Amount in USD'),
  amountEur: number('欧元金额', 'Amount in EUR'),
  currency: text('币种', 'Currency'),
};

/** Of every tie: FollowTheMoney's Interval, and how sure the source is. */
export const interval: Properties = {
  startDate: date('起', 'Start date'),
  endDate: date('止', 'End date'),
  date: many(date('日期', 'Date')),
  summary: text('概要', 'Summary'),
  description: text('描述', 'Description'),
  recordId: identifier('记录编号', 'Record ID'),
  sourceUrl: many(text('来源网址', 'Source link')),
  publisher: text('发布者', 'Publishing source'),
  publisherUrl: text('发布者网址', 'Publishing source URL'),
  namesMentioned: many(name('提及姓名', 'Mentioned names')),
  modifiedAt: date('修改于', 'Modified on'),
  retrievedAt: date('取回于', 'Retrieved on'),
  certainty: ours(choice('certainty', '确定程度', 'Certainty')),
};

export const interest: Properties = {
  ...interval,
  role: text('角色', 'Role'),
  status: text('状态', 'Status'),
};
