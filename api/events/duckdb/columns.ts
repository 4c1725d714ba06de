/** Columns of an event file, in their order, the same for every kind; the views show them all and `ts` beside. */
export const eventColumns = {
  id: 'VARCHAR', // 32 hexadecimal digits
  batch: 'VARCHAR',
  from_id: 'VARCHAR',
  to_id: 'VARCHAR',
  from_given: 'VARCHAR',
  to_given: 'VARCHAR',
  group_id: 'VARCHAR',
  at_s: 'BIGINT',
  until_s: 'BIGINT',
  amount: 'BIGINT',
  n: 'BIGINT',
  detail: 'VARCHAR',
  note: 'VARCHAR',
  on_duty: 'BOOLEAN',
  source: 'VARCHAR',
  origin: 'VARCHAR',
  grade: 'INTEGER',
  compartment: 'VARCHAR',
  approval: 'VARCHAR',
  known_day: 'INTEGER',
  file: 'VARCHAR',
  line: 'BIGINT',
} as const;
export type EventColumn = keyof typeof eventColumns;
export const eventColumnNames = Object.keys(eventColumns) as EventColumn[]; // the keys of the literal above

/** Order inside a file: what is asked of one entity lies together. */
export const fileOrder = 'from_id, at_s';
export const parquetOptions = 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880';
