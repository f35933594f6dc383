-- Attaches files of the host, writes one, loads a library, starts a program.
-- expect: ok | runtime_error
-- forbid: root:
-- forbid: uid=
ATTACH DATABASE '/etc/shadow' AS shadow;
SELECT * FROM shadow.sqlite_master;
ATTACH DATABASE '/usr/runyard-was-here' AS outside;
CREATE TABLE outside.t (a);
SELECT readfile('/etc/shadow');
SELECT writefile('/etc/runyard-was-here', 'x');
SELECT load_extension('/tmp/none');
.shell id
.system id
