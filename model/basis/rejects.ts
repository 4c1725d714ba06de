import type { Words } from '../vocabulary/words.ts';

/** Why a row, a column or a file of a bundle was not taken in as it is. A reject names file, line, field and code, never a value. */
export const rejectCodes = {
  no_basis: { zh: '无合法依据', en: 'No lawful basis' },
  privileged: { zh: '辩护人与嫌疑人的通信', en: 'Privileged: counsel and suspect' },
  bad_value: { zh: '取值无效', en: 'Bad value' },
  missing_field: { zh: '缺少必填内容', en: 'Missing field' },
  dangling: { zh: '所指对象不存在', en: 'Points at nothing' },
  duplicate: { zh: '编号重复', en: 'Duplicate' },
  future_date: { zh: '日期在将来', en: 'Date in the future' },
  not_allowed: { zh: '不可写入', en: 'Not allowed' },
  bad_row: { zh: '行结构有误', en: 'Broken row' },
  line_too_long: { zh: '行过长', en: 'Line too long' },
  not_utf8: { zh: '不是 UTF-8 编码', en: 'Not UTF-8' },
  refused_column: { zh: '不接收的栏目', en: 'Refused column' },
  unknown_column: { zh: '未知栏目', en: 'Unknown column' },
  missing_column: { zh: '缺少必备栏目', en: 'Missing column' },
  missing_header: { zh: '缺少表头', en: 'Missing header' },
  duplicate_column: { zh: '栏目重复', en: 'Duplicate column' },
  unknown_file: { zh: '未知文件', en: 'Unknown file' },
  unknown_type: { zh: '未知类型', en: 'Unknown type' },
  unreadable: { zh: '无法读取', en: 'Unreadable' },
  bad_identity: { zh: '证件号码校验不符', en: 'Identity number does not check' },
  bad_company_code: { zh: '统一社会信用代码校验不符', en: 'Company code does not check' },
  victim_and_suspect: { zh: '同案既为被害人又为嫌疑人', en: 'Victim and suspect of one case' },
  ownership_cycle: { zh: '循环持股', en: 'Cycle of ownership' },
  self_tie: { zh: '两端为同一对象', en: 'Tie to itself' },
  missing_code: { zh: '缺失代码按空白处理', en: 'Missing code read as empty' },
  left_out: { zh: '不计入', en: 'Left out' },
  reported_twice: { zh: '重复上报', en: 'Reported twice' },
  unknown_holder: { zh: '户主未能确定', en: 'Holder not known' },
} as const satisfies Record<string, Words>;
export type RejectCode = keyof typeof rejectCodes;

interface Reason extends Words {
  readonly code: RejectCode;
}
const reason = (code: RejectCode, zh: string, en: string): Reason => ({ code, zh, en });

/** The sentence of each reason, under its code. */
export const rejectReasons = {
  // no lawful basis
  no_approval: reason(
    'no_basis',
    '未写明批准编号，也未为整份文件指定批准',
    'the row names no approval, and none was given for the whole file',
  ),
  unknown_approval: reason(
    'no_basis',
    '所写批准不存在、不可用或未被接收',
    'the approval named is not known or was not accepted',
  ),
  unknown_level: reason('no_basis', '批准级别不在设定之内', 'the level is not one of those configured'),
  number_taken: reason(
    'duplicate',
    '该机关的这一文号已属另一批准',
    'another approval bears this number of this authority',
  ),
  unknown_case: reason('dangling', '所写案件不存在', 'the case named is not known'),
  case_not_criminal: reason('no_basis', '所写案件不是刑事案件', 'the case named is not a criminal case'),
  case_not_opened: reason(
    'no_basis',
    '案件在批准有效期止时尚未立案',
    'the case was not opened by the end of the approval',
  ),
  not_in_force: reason(
    'no_basis',
    '取得记录之日批准不在有效期内',
    'the approval was not in force on the day the records were obtained',
  ),
  retention_past: reason('no_basis', '保存期限已过', 'the records may no longer be kept'),
  ended: reason('no_basis', '批准已终止', 'the approval has been ended'),
  kind: reason('no_basis', '批准的种类不含此类记录', 'the approval does not cover this kind of record'),
  subject: reason(
    'no_basis',
    '两端（或同一事件的参与人）均非批准对象',
    'nobody in the row is a subject of the approval',
  ),
  window: reason('no_basis', '时间不在批准的数据期间内', 'the time lies outside the data window'),
  no_time: reason(
    'no_basis',
    '没有时间，无法判断是否在数据期间内',
    'without a time it cannot be shown to lie in the data window',
  ),
  counsel: reason(
    'privileged',
    '辩护人与本案嫌疑人之间的往来不予接收',
    'what passes between defence counsel and a suspect of the case is not taken in',
  ),
  // values
  bad_value: reason(
    'bad_value',
    '取值不符合该栏目的类型或词表',
    'the value does not fit the type or the words of its column',
  ),
  out_of_range: reason('bad_value', '数值超出允许范围', 'the number is out of range'),
  ends_before_start: reason('bad_value', '止早于起', 'it ends before it starts'),
  whole_day: reason('bad_value', '事件的时间至少要精确到日', 'the time of an event must name a day at least'),
  wrong_kind_of_party: reason('bad_value', '所指对象的类别不符', 'it points at a party of the wrong kind'),
  not_a_phone: reason('bad_value', '不是电话号码', 'not a telephone number'),
  digits_lost: reason(
    'bad_value',
    '号码被存成科学计数法，末尾数字已丢失；请按文本格式重新导出',
    'the number was saved in scientific notation and its last digits are lost; export it again as text',
  ),
  future: reason('future_date', '日期晚于导入之日', 'the date lies after the day of import'),
  missing: reason('missing_field', '必填栏目为空', 'a required cell is empty'),
  unknown_reference: reason(
    'dangling',
    '所指对象既不在本数据包也不在库中',
    'it points at nothing in the bundle or the store',
  ),
  differs: reason(
    'duplicate',
    '同一文件、同一来源中该编号的内容不一致',
    'the same id of the same source stands earlier with other content',
  ),
  two_types: reason('duplicate', '该编号已属另一类对象', 'this id already belongs to another kind of party'),
  // where it may go
  compartment: reason('not_allowed', '不可写入该知悉范围', 'not a compartment you may write to'),
  // rows and files
  cells: reason('bad_row', '单元格数目与表头不一致', 'the row has another number of cells than the header'),
  bad_quotes: reason('bad_row', '引号之后有多余内容', 'there is text after a closing quote'),
  unclosed_quote: reason('bad_row', '引号没有结束', 'a quote is never closed'),
  not_text: reason('bad_row', '含有空字符', 'the row holds a NUL character'),
  line_too_long: reason('line_too_long', '行超过长度上限', 'the line is longer than is taken in'),
  not_utf8: reason('not_utf8', '请另存为 UTF-8 编码后再导入', 'save the file as UTF-8 and import it again'),
  refused_column: reason(
    'refused_column',
    '民族、宗教等内容一律不接收，整份文件未导入',
    'ethnicity and religion are never taken in; the file was refused',
  ),
  unknown_column: reason(
    'unknown_column',
    '未知栏目，其内容未导入，其余照常',
    'the column is unknown; its cells were left out, its rows kept',
  ),
  missing_column: reason('missing_column', '表头缺少必备栏目', 'the header lacks a required column'),
  missing_header: reason('missing_header', '第一行不是表头', 'the first line is not a header'),
  duplicate_column: reason('duplicate_column', '同一栏目出现两次', 'a column stands twice in the header'),
  unknown_file: reason('unknown_file', '不是数据包的文件', 'not a file of a bundle'),
  repeated_file: reason('duplicate', '同名文件出现两次，后者未读', 'the file stands twice; the second was not read'),
  empty_file: reason('missing_header', '文件为空', 'the file is empty'),
  unreadable: reason('unreadable', '读取失败', 'reading failed'),
  // files of other tools
  unknown_type: reason('unknown_type', '本系统没有这一类型，未导入', 'the model has no such type; it was left out'),
  bad_json: reason('bad_row', '不是一个 JSON 对象', 'the line is not one JSON object'),
  not_well_formed: reason(
    'unreadable',
    '不是完整、合法的 XML，整份文件未导入',
    'not well-formed XML; the file was refused',
  ),
  doctype: reason(
    'not_allowed',
    '含 DOCTYPE（可能引用外部文件或无限展开），整份文件未导入',
    'it has a DOCTYPE, which may read files or grow without end; the file was refused',
  ),
  unknown_encoding: reason('unreadable', '声明的编码无法识别', 'the encoding it declares is not known'),
  no_graph: reason('missing_header', '文件中没有图', 'there is no graph in the file'),
  too_deep: reason('bad_row', '嵌套层次过多', 'nested more deeply than is taken in'),
  hyperedge: reason('unknown_type', '一边多端的关系未导入', 'an edge of more than two ends was left out'),
  deletion: reason(
    'not_allowed',
    '撤回须在系统内说明理由办理，文件中的删除未执行',
    'taking back is an act with a reason; a deletion in a file is not carried out',
  ),
  folded_figure: reason(
    'no_basis',
    '往来的合计数不能代替记录，请按通话、流水、同行文件导入',
    'a sum of contacts is no record of them: import the records as calls, payments or co-presence',
  ),
  holding: reason(
    'no_basis',
    '账户、电话须凭批准以 accounts.csv、phones.csv 导入',
    'accounts and phones come in by accounts.csv and phones.csv, under an approval',
  ),
  presence: reason(
    'no_basis',
    '参加者属同行记录，未导入；请凭批准以 copresence.csv 导入',
    'who was there is co-presence: left out here, it comes in by copresence.csv under an approval',
  ),
  currency: reason('bad_value', '金额不是人民币，未换算、未导入', 'the amount is not in yuan; it is not converted'),
  refused_property: reason(
    'refused_column',
    '民族、宗教等内容一律不接收，该项未导入',
    'ethnicity and religion are never taken in; the property was left out',
  ),
  // notes: the row is kept
  unknown_property: reason(
    'unknown_column',
    '未知属性，内容记入备注',
    'the property is unknown; its values are kept in the notes',
  ),
  nearest_type: reason(
    'unknown_type',
    '本系统没有这一类型，按最接近的类型保留',
    'the model has no such type; kept as the nearest it has',
  ),
  untyped: reason('unknown_type', '未写明类型，按未分类主体保留', 'no type is given; kept as a party of unknown kind'),
  untyped_tie: reason(
    'unknown_type',
    '关系类型不在词表，按其他关联、最低等级保留',
    'the kind of tie is none of the model; kept as another link of the lowest grade',
  ),
  repeated: reason(
    'duplicate',
    '同一编号出现不止一次，各处内容均保留',
    'the id stands more than once; all of it is kept',
  ),
  weight: reason('bad_value', '权重不是正数，未保留', 'the weight is no positive number and was left out'),
  reference_left_out: reason(
    'dangling',
    '属性所指对象不存在，该项未保留',
    'the property points at nothing known and was left out',
  ),
  bad_identity: reason(
    'bad_identity',
    '身份证号校验不符，按原样保留',
    'the identity number does not check; kept as given',
  ),
  bad_company_code: reason(
    'bad_company_code',
    '统一社会信用代码校验不符，按原样保留',
    'the company code does not check; kept as given',
  ),
  unknown_subject: reason('dangling', '批准对象中有人不在库中', 'a subject of the approval is not known'),
  may_dangle: reason('dangling', '所指对象不在库中，按原样保留', 'it points at nothing known; kept as given'),
  victim_and_suspect: reason(
    'victim_and_suspect',
    '此人在同一案件中既为被害人又为嫌疑人，在该案中受保护',
    'one person is victim and suspect of one case, and protected in it',
  ),
  ownership_cycle: reason('ownership_cycle', '持股关系构成循环', 'the ownership closes a cycle'),
  self_tie: reason('self_tie', '两端为同一对象', 'both ends are the same'),
  missing_code: reason('missing_code', '“-77”按空白处理', 'cells of -77 were read as empty'),
  // rows that are no event of their own: left out, and counted
  failed_transaction: reason('left_out', '交易未成功，不计入', 'the transaction failed; left out'),
  not_a_call: reason('left_out', '不是通话或短信，不计入', 'neither a call nor a short message; left out'),
  reported_twice: reason(
    'reported_twice',
    '两方或多份文件上报的同一笔，只计一次，两处出处均保留',
    'the same event stands in another row; counted once, both places kept',
  ),
  holder_unknown: reason(
    'unknown_holder',
    '库中无人持该证件号码；户名只作线索',
    'nobody known bears this identity number; the name is a candidate only',
  ),
  holder_several: reason(
    'unknown_holder',
    '库中多人持该证件号码，未作归属',
    'several known people bear this identity number; the number stays nobody’s',
  ),
} as const satisfies Record<string, Reason>;
export type RejectReason = keyof typeof rejectReasons;
