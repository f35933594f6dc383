# make run         install what is missing, build, start everything on http://127.0.0.1:8080
# make test        everything CI runs
# make check       formatting and lints only
# make test-hostile  the hostile suite with its full counts
# make test-container  the same against a server in a container without privileges (takes long)
# make test-hostile-all  the same in every mode, recorded in docs/security (takes very long)
# make test-mutations  take one protection after another away: the hostile suite has to notice, write docs/security/mutations.md
# make fuzz        run the fuzz targets, ten minutes each, write docs/security/fuzzing.md
# make dev         server in debug mode, page with live reload
# make bench       measure against the bare commands, write docs/benchmarks.md; programs that compute for a while, docs/real-programs.md
# make bench-clients  measure 10,000 who watch while 167 programs a second are submitted, write docs/many-clients.md
# make test-soak  10,000 hostile and honest programs at once (takes long)
# make test-endurance  the same mixture for 30 minutes: rate and memory stay flat
# make test-noise  how much times of the same program vary, write docs/security/noise.md
# make test-fresh  prove `make run` and `make test` on a fresh Debian (takes long)
# make test-vm     prove the jail on cgroup version 2 in a virtual machine (takes long), write docs/security/cgroup-v2.md

.PHONY: run test check dev bench bench-clients fuzz test-hostile test-container test-hostile-all test-mutations test-soak test-endurance test-noise test-fresh test-vm

run:
	@scripts/run

test:
	@scripts/test

check:
	@scripts/check

dev:
	@scripts/dev

bench:
	@scripts/bench

bench-clients:
	@scripts/bench-clients

test-hostile:
	@scripts/test-hostile

test-container:
	@scripts/test-container

test-hostile-all:
	@scripts/test-hostile-all

test-mutations:
	@scripts/test-mutations

fuzz:
	@scripts/fuzz

test-soak:
	@scripts/test-soak

test-endurance:
	@scripts/test-endurance

test-noise:
	@scripts/test-noise

test-fresh:
	@scripts/test-fresh

test-vm:
	@scripts/test-vm
