-- Executions and everything that belongs to them. Ids are 16 bytes, times are microseconds since 1970-01-01 UTC.
--
-- `executions` is rewritten at every change of status, so what is large is written once: submissions elsewhere, the
-- report with the last change.

CREATE TABLE executions (
    seq              INTEGER PRIMARY KEY, -- order of acceptance
    id               BLOB    NOT NULL UNIQUE,
    owner            BLOB    NOT NULL,
    session          BLOB,
    language         TEXT    NOT NULL,
    priority         INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 9),
    status           TEXT    NOT NULL
                     CHECK (status IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'TIMEOUT', 'CANCELLED')),
    attempts         INTEGER NOT NULL DEFAULT 0, -- counted when claimed; given back only by a draining server
    epoch            INTEGER NOT NULL DEFAULT 0, -- grows with every claim, never shrinks: the fence
    instance         TEXT,                       -- the server process that holds the lease
    worker           TEXT,
    lease_until      INTEGER,
    available_at     INTEGER NOT NULL,           -- not claimed before
    turn             INTEGER NOT NULL,           -- fairness: an owner's waiting jobs of one priority have one each
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    created_at       INTEGER NOT NULL,
    started_at       INTEGER,
    finished_at      INTEGER,
    changed_at       INTEGER NOT NULL,           -- of the last change of status
    last_event_seq   INTEGER NOT NULL DEFAULT 0, -- number of the attempt's last live event, its `end`
    report           BLOB,
    CHECK ((report IS NULL) = (finished_at IS NULL)),
    CHECK ((report IS NULL) = (status IN ('QUEUED', 'RUNNING')))
) STRICT;

CREATE INDEX executions_waiting ON executions (priority DESC, turn, available_at, seq) WHERE status = 'QUEUED';
CREATE INDEX executions_turns ON executions (owner, priority, turn) WHERE status = 'QUEUED';
CREATE INDEX executions_leased ON executions (lease_until) WHERE status = 'RUNNING';
CREATE INDEX executions_by_owner ON executions (owner, seq);
CREATE INDEX executions_by_session ON executions (session, owner, seq) WHERE session IS NOT NULL;
CREATE INDEX executions_finished ON executions (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE submissions (
    execution INTEGER PRIMARY KEY,
    body      BLOB NOT NULL
) STRICT;

-- Append-only: what proves that every execution took one path and ended once.
CREATE TABLE transitions (
    execution   INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    from_status TEXT,
    to_status   TEXT    NOT NULL,
    attempt     INTEGER NOT NULL, -- the epoch
    at          INTEGER NOT NULL,
    PRIMARY KEY (execution, seq)
) STRICT, WITHOUT ROWID;

-- How many wait and run now, and how many ever ended in each way. Counting rows would cost more the more wait.
CREATE TABLE counters (
    status   TEXT    NOT NULL,
    priority INTEGER NOT NULL,
    total    INTEGER NOT NULL,
    PRIMARY KEY (status, priority)
) STRICT, WITHOUT ROWID;
INSERT INTO counters
    WITH status (name) AS (
        VALUES ('QUEUED'), ('RUNNING'), ('COMPLETED'), ('FAILED'), ('TIMEOUT'), ('CANCELLED')
    ), priority (level) AS (
        VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)
    )
    SELECT name, level, 0 FROM status, priority;

-- Evidence: every attempt that failed for a reason that is ours.
CREATE TABLE failures (
    execution INTEGER NOT NULL,
    epoch     INTEGER NOT NULL,
    worker    TEXT,
    kind      TEXT    NOT NULL,
    detail    TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (execution, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letters (
    execution   INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    replayed_as BLOB
) STRICT;

CREATE TABLE idempotency_keys (
    owner       BLOB    NOT NULL,
    key         TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    execution   INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    PRIMARY KEY (owner, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_execution ON idempotency_keys (execution);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE workers (
    id      TEXT    PRIMARY KEY,
    permits INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    id          BLOB    PRIMARY KEY,
    owner       BLOB    NOT NULL,
    language    TEXT    NOT NULL,
    source_code BLOB    NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shares (
    id         BLOB    PRIMARY KEY,
    owner      BLOB    NOT NULL,
    content    BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The database itself keeps the log and refuses what may never happen, whatever a future statement says.

CREATE TRIGGER executions_accepted AFTER INSERT ON executions BEGIN
    INSERT INTO transitions VALUES (NEW.seq, 1, NULL, NEW.status, NEW.epoch, NEW.changed_at);
    UPDATE counters SET total = total + 1 WHERE status = NEW.status AND priority = NEW.priority;
END;

CREATE TRIGGER executions_end_once BEFORE UPDATE OF status ON executions
WHEN OLD.status NOT IN ('QUEUED', 'RUNNING') BEGIN
    SELECT RAISE(ABORT, 'an execution ends once');
END;

CREATE TRIGGER executions_run_before_they_end BEFORE UPDATE OF status ON executions
WHEN OLD.status = 'QUEUED' AND NEW.status IN ('COMPLETED', 'TIMEOUT') BEGIN
    SELECT RAISE(ABORT, 'an execution that waits has no result');
END;

CREATE TRIGGER executions_moved AFTER UPDATE OF status ON executions WHEN OLD.status <> NEW.status BEGIN
    INSERT INTO transitions
        SELECT NEW.seq, max(seq) + 1, OLD.status, NEW.status, NEW.epoch, NEW.changed_at
        FROM transitions WHERE execution = NEW.seq;
    UPDATE counters SET total = total - 1 WHERE status = OLD.status AND priority = OLD.priority;
    UPDATE counters SET total = total + 1 WHERE status = NEW.status AND priority = NEW.priority;
END;

CREATE TRIGGER executions_forgotten AFTER DELETE ON executions BEGIN
    DELETE FROM submissions WHERE execution = OLD.seq;
    DELETE FROM transitions WHERE execution = OLD.seq;
    DELETE FROM failures WHERE execution = OLD.seq;
    DELETE FROM dead_letters WHERE execution = OLD.seq;
    DELETE FROM idempotency_keys WHERE execution = OLD.seq;
END;

CREATE TRIGGER executions_keep_live BEFORE DELETE ON executions WHEN OLD.finished_at IS NULL BEGIN
    SELECT RAISE(ABORT, 'an execution that has not ended is not forgotten');
END;

CREATE TRIGGER transitions_never_change BEFORE UPDATE ON transitions BEGIN
    SELECT RAISE(ABORT, 'transitions are append-only');
END;

CREATE TRIGGER transitions_stay BEFORE DELETE ON transitions
WHEN EXISTS (SELECT 1 FROM executions WHERE seq = OLD.execution) BEGIN
    SELECT RAISE(ABORT, 'transitions are append-only');
END;
