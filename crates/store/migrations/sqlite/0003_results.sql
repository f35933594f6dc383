-- Answers kept for whoever asks for the same again, by the digest of all that an answer depends on.

CREATE TABLE results (
    seq     INTEGER PRIMARY KEY,
    key     BLOB    NOT NULL UNIQUE,
    kept_at INTEGER NOT NULL,
    bytes   INTEGER NOT NULL,
    body    BLOB    NOT NULL
) STRICT;

CREATE INDEX results_by_age ON results (kept_at, seq);

-- The bytes of all together. Adding them up would cost more the more there are.
CREATE TABLE results_size (
    total INTEGER NOT NULL
) STRICT;
INSERT INTO results_size VALUES (0);

CREATE TRIGGER results_kept AFTER INSERT ON results BEGIN
    UPDATE results_size SET total = total + NEW.bytes;
END;

CREATE TRIGGER results_replaced AFTER UPDATE OF bytes ON results BEGIN
    UPDATE results_size SET total = total + NEW.bytes - OLD.bytes;
END;

CREATE TRIGGER results_forgotten AFTER DELETE ON results BEGIN
    UPDATE results_size SET total = total - OLD.bytes;
END;
