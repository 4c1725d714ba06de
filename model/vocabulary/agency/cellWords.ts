/** What the words in the cells of agency files mean; looked up after `foldText`. A word that is not here is a bad value:
 * which way money or a call went is never guessed. For the holder of an account 借 is what leaves it and 贷 what comes in. */
export const sideWords = {
  out: '出 转出 支 支出 付 付款 付出 借 借方 支取 取出 汇出 debit d dr 主叫 主叫话单 呼出 去电 发送 发短信 短信发送 主叫短信 发送短信 moc mosms'.split(
    ' ',
  ),
  in: '进 入 转入 收 收入 收款 贷 贷方 存入 汇入 credit c cr 被叫 被叫话单 呼入 来电 接收 收短信 短信接收 被叫短信 接收短信 mtc mtsms'.split(
    ' ',
  ),
} as const;

export const successWords = {
  done: '成功 交易成功 是 已成功 正常 true y yes success 已入账 已记账'.split(' '),
  failed:
    '失败 交易失败 否 不成功 未成功 不正常 false n no fail failed 冲正 已冲正 被冲正 撤销 已撤销 退回 已退回'.split(
      ' ',
    ),
} as const;

/** Kinds of communication. What carries data is no call, and is left out. */
export const communicationWords = {
  voice: '语音 通话 电话 语音通话 话音 本地 长途 漫游 本地通话 国内通话 国内长途 国际长途 国内漫游 voice call'.split(
    ' ',
  ),
  sms: '短信 短消息 彩信 点对点短信 短信息 sms mms'.split(' '),
  data: '上网 流量 数据 数据业务 gprs 4g 5g data'.split(' '),
} as const;
