import type { Words } from '../words.ts';

/** Values that say where a statement comes from, on what basis, and how far it holds. */
export const sourceEnums = {
  sourceKind: {
    register: { zh: '登记信息', en: 'Register' },
    telecom: { zh: '通信', en: 'Telecom' },
    bank: { zh: '银行', en: 'Bank' },
    case: { zh: '案件', en: 'Case' },
    procurement: { zh: '采购', en: 'Procurement' },
    personnel: { zh: '人事', en: 'Personnel' },
    tip: { zh: '举报', en: 'Tip' },
    report: { zh: '报告', en: 'Report' },
    other: { zh: '其他', en: 'Other' },
  },
  approvalLevel: {
    county: { zh: '县级', en: 'County' },
    city: { zh: '市级', en: 'City' },
    province: { zh: '省级', en: 'Province' },
    ministry: { zh: '部级', en: 'Ministry' },
  },
  approvalKind: {
    calls: { zh: '通话', en: 'Calls' },
    bank: { zh: '银行', en: 'Bank' },
    copresence: { zh: '同行同住', en: 'Co-presence' },
    household: { zh: '同户', en: 'Household' },
  },
  recordsKind: {
    calls: { zh: '通话', en: 'Calls' },
    bank: { zh: '银行', en: 'Bank' },
    copresence: { zh: '同行同住', en: 'Co-presence' },
    cases: { zh: '案件', en: 'Cases' },
    shares: { zh: '股权', en: 'Shares' },
    tenders: { zh: '招投标', en: 'Tenders' },
  },
  certainty: {
    confirmed: { zh: '已确认', en: 'Confirmed' },
    suspected: { zh: '疑似', en: 'Suspected' },
  },
  callKind: {
    voice: { zh: '语音', en: 'Voice' },
    sms: { zh: '短信', en: 'SMS' },
  },
  copresenceKind: {
    hotel_room: { zh: '同房', en: 'Hotel room' },
    hotel: { zh: '同酒店', en: 'Hotel' },
    trip: { zh: '同行', en: 'Trip' },
    meal: { zh: '聚餐', en: 'Meal' },
    checkpoint: { zh: '卡口', en: 'Checkpoint' },
    visit: { zh: '拜访', en: 'Visit' },
    meeting: { zh: '会议', en: 'Meeting' },
  },
  reliability: {
    A: { zh: '完全可靠', en: 'Completely reliable' },
    B: { zh: '通常可靠', en: 'Usually reliable' },
    C: { zh: '比较可靠', en: 'Fairly reliable' },
    D: { zh: '通常不可靠', en: 'Not usually reliable' },
    E: { zh: '不可靠', en: 'Unreliable' },
    F: { zh: '可靠性无法判断', en: 'Reliability cannot be judged' },
  },
  credibility: {
    1: { zh: '经其他来源证实', en: 'Confirmed by other sources' },
    2: { zh: '很可能属实', en: 'Probably true' },
    3: { zh: '可能属实', en: 'Possibly true' },
    4: { zh: '存疑', en: 'Doubtful' },
    5: { zh: '不大可能', en: 'Improbable' },
    6: { zh: '真实性无法判断', en: 'Truth cannot be judged' },
  },
  yesNo: {
    true: { zh: '是', en: 'Yes' },
    false: { zh: '否', en: 'No' },
  },
} as const satisfies Record<string, Record<string, Words>>;
