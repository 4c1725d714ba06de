/** Tables of `ledger.sqlite`. A change of shape raises the version and adds a step; what is there is never rewritten. */
export const schemaVersion = 3;

/** From the version before to the one named. */
export const steps: Readonly<Record<number, string>> = {
  2: `
CREATE TABLE batches_taken_back (
  batch TEXT NOT NULL REFERENCES batches (batch),
  compartment TEXT NOT NULL,
  by_batch TEXT NOT NULL REFERENCES batches (batch),
  said_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (batch, compartment)
) STRICT, WITHOUT ROWID;
`,
  3: `
CREATE TABLE board_snapshots (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  true_at TEXT NOT NULL,
  known_at TEXT NOT NULL,
  data_version TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX snapshots_by_board ON board_snapshots (board);
CREATE TRIGGER snapshot_is_not_changed BEFORE UPDATE ON board_snapshots BEGIN SELECT RAISE(ABORT, 'a snapshot stays as it is'); END;
`,
};

/** The first shape; the steps follow it. */
export const schema = `
CREATE TABLE batches (
  sequence INTEGER PRIMARY KEY,
  batch TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  user TEXT NOT NULL,
  demonstration INTEGER NOT NULL,
  pid INTEGER NOT NULL,
  process TEXT NOT NULL,
  started_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('intended', 'done', 'undone', 'erased')),
  rejected INTEGER NOT NULL DEFAULT 0,
  report TEXT NOT NULL DEFAULT 'null',
  event_kinds TEXT NOT NULL DEFAULT '[]',
  finished_at TEXT,
  reason TEXT
) STRICT;
CREATE INDEX open_batches ON batches (state) WHERE state = 'intended';
CREATE TABLE batch_counts (
  batch TEXT NOT NULL REFERENCES batches (batch),
  compartment TEXT NOT NULL,
  entities INTEGER NOT NULL,
  ties INTEGER NOT NULL,
  events INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (batch, compartment)
) STRICT, WITHOUT ROWID;
CREATE TABLE running_hashes (compartment TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  compartment TEXT NOT NULL,
  batch TEXT NOT NULL,
  retain_until TEXT NOT NULL,
  paper TEXT NOT NULL,
  ended_day TEXT,
  ended_reason TEXT,
  erased TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX approvals_by_retention ON approvals (retain_until);
CREATE INDEX approvals_ended ON approvals (ended_day) WHERE ended_day IS NOT NULL;

CREATE TABLE users (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  unit TEXT,
  roles TEXT NOT NULL,
  compartments TEXT NOT NULL,
  demonstration INTEGER NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE sign_in_links (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  started_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE boards (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  demonstration INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX boards_by_owner ON boards (owner);
CREATE TABLE board_items (
  board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (board, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  question TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  audience TEXT NOT NULL,
  data_version TEXT NOT NULL,
  result TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE run_counts (
  kind TEXT NOT NULL,
  audience TEXT NOT NULL,
  day TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, audience, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TABLE audit_head (one INTEGER PRIMARY KEY CHECK (one = 1), records INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
INSERT INTO audit_head VALUES (1, 0, '');
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
CREATE TRIGGER audit_is_not_erased BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
`;
