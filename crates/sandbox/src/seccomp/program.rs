//! Turns a policy into a classic BPF program.
//!
//! The calls are cut into ranges of equal action and found by binary search, so that both a call and the kernel's own
//! preparation of its cache cost a handful of steps instead of hundreds. The kernel checks the program and turns it into
//! machine code for every process that installs it, so it is short, too: answers are shared.

use super::policy::{Action, Atom, Rule};
use crate::sys::privilege::Instruction;

const LOAD: u16 = 0x20; // BPF_LD | BPF_W | BPF_ABS
const JUMP: u16 = 0x05; // BPF_JMP | BPF_JA
const JUMP_EQUAL: u16 = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
const JUMP_GREATER_EQUAL: u16 = 0x35; // BPF_JMP | BPF_JGE | BPF_K
const JUMP_SET: u16 = 0x45; // BPF_JMP | BPF_JSET | BPF_K
const RETURN: u16 = 0x06; // BPF_RET | BPF_K

/// Offsets in `struct seccomp_data`.
const NUMBER: u32 = 0;
const ARCHITECTURE: u32 = 4;
const ARGUMENTS: u32 = 16;

const ALLOW: u32 = 0x7fff_0000;
const KILL_PROCESS: u32 = 0x8000_0000;
const EPERM: u32 = 0x0005_0000 + libc::EPERM.cast_unsigned();
const ENOSYS: u32 = 0x0005_0000 + libc::ENOSYS.cast_unsigned();

#[cfg(target_arch = "x86_64")]
const NATIVE: u32 = 0xc000_003e; // AUDIT_ARCH_X86_64
#[cfg(target_arch = "aarch64")]
const NATIVE: u32 = 0xc000_00b7; // AUDIT_ARCH_AARCH64

/// x32 calls share the architecture of x86-64 and set this bit in the number.
const X32_BIT: u32 = 0x4000_0000;

/// Calls from this number up to the next range behave alike.
struct Range<'a> {
    from: u32,
    action: &'a Action,
}

/// The filter for these rules.
pub fn compile(rules: &[Rule]) -> Vec<Instruction> {
    let mut program = vec![
        step(LOAD, ARCHITECTURE),
        branch(JUMP_EQUAL, NATIVE, 1, 0),
        step(RETURN, KILL_PROCESS),
        step(LOAD, NUMBER),
        branch(JUMP_GREATER_EQUAL, X32_BIT, 0, 1),
        // -1 is what a tracer leaves behind to skip a call; it is no x32 call, but nothing honest makes it either.
        step(RETURN, KILL_PROCESS),
    ];
    let mut rest = Backwards::default();
    rest.search(&ranges(rules));
    program.extend(rest.instructions.into_iter().rev());
    program
}

fn ranges(rules: &[Rule]) -> Vec<Range<'_>> {
    let mut sorted: Vec<&Rule> = rules.iter().collect();
    sorted.sort_by_key(|rule| rule.number);
    let mut ranges = vec![Range { from: 0, action: &Action::Missing }];
    let mut next = 0;
    for rule in sorted {
        if rule.number > next {
            add(&mut ranges, next, &Action::Missing);
        }
        add(&mut ranges, rule.number, &rule.action);
        next = rule.number + 1;
    }
    add(&mut ranges, next, &Action::Missing);
    ranges
}

fn add<'a>(ranges: &mut Vec<Range<'a>>, from: u32, action: &'a Action) {
    match ranges.last_mut() {
        Some(last) if last.action == action && !matches!(action, Action::AllowWhen(_)) => {}
        Some(last) if last.from == from => last.action = action,
        _ => ranges.push(Range { from, action }),
    }
}

/// Instructions a conditional jump passes over at most.
const FARTHEST: usize = 255;

/// A program that is written from its end, so that each jump knows how far it goes.
#[derive(Default)]
struct Backwards {
    /// The last one first.
    instructions: Vec<Instruction>,
}

/// An instruction, by how many there are from it to the end.
#[derive(Clone, Copy)]
struct Place(usize);

impl Backwards {
    fn push(&mut self, instruction: Instruction) -> Place {
        self.instructions.push(instruction);
        Place(self.instructions.len())
    }

    /// How many instructions a jump that is written next passes over.
    fn distance(&self, to: Place) -> usize {
        self.instructions.len() - to.0
    }

    /// The same where a conditional jump reaches it; otherwise that of an unconditional one, which is written for it.
    fn reach(&mut self, to: Place) -> Place {
        match self.distance(to) {
            0..=FARTHEST => to,
            distance => self.push(step(JUMP, offset(distance))),
        }
    }

    /// Finds the range of the number. Gives where that begins.
    fn search(&mut self, ranges: &[Range<'_>]) -> Place {
        match ranges {
            [] => self.answer(ENOSYS),
            [only] => self.act(only.action),
            _ => {
                let (low, high) = ranges.split_at(ranges.len() / 2);
                let from = high.first().map_or(0, |range| range.from);
                let mut ends = [high, low].map(|half| self.search(half));
                // A jump that is written for one end takes the other one further away.
                while ends.iter().any(|end| self.distance(*end) > FARTHEST) {
                    ends = ends.map(|end| self.reach(end));
                }
                let [high, low] = ends.map(|end| near(self.distance(end)));
                self.push(branch(JUMP_GREATER_EQUAL, from, high, low))
            }
        }
    }

    fn act(&mut self, action: &Action) -> Place {
        match action {
            Action::Allow => self.answer(ALLOW),
            Action::Deny => self.answer(EPERM),
            Action::Missing => self.answer(ENOSYS),
            Action::Kill => self.answer(KILL_PROCESS),
            Action::AllowWhen(alternatives) => {
                let mut code = Vec::new();
                for all in alternatives {
                    alternative(all, &mut code);
                }
                code.push(step(RETURN, EPERM));
                self.instructions.extend(code.into_iter().rev());
                Place(self.instructions.len())
            }
        }
    }

    /// An answer that stands near enough already, or one more. An unconditional jump may have to be written before it.
    fn answer(&mut self, value: u32) -> Place {
        let near = self.instructions.len().saturating_sub(FARTHEST);
        let mut candidates = self.instructions.iter().skip(near);
        let found = candidates.rposition(|instruction| instruction.code == RETURN && instruction.k == value);
        match found {
            Some(index) => Place(near + index + 1),
            None => self.push(step(RETURN, value)),
        }
    }
}

/// Returns ALLOW when every atom holds, else goes on behind.
fn alternative(atoms: &[Atom], program: &mut Vec<Instruction>) {
    // Built from the end, so that each atom knows how far the way out is.
    let mut tail = vec![step(RETURN, ALLOW)];
    for atom in atoms.iter().rev() {
        let out = offset(tail.len());
        let mut code = Vec::new();
        match atom {
            Atom::In { argument, values } => {
                code.push(step(LOAD, ARGUMENTS + 8 * u32::from(*argument)));
                for (index, value) in values.iter().enumerate() {
                    let rest = values.len() - index - 1;
                    // On a match over the remaining comparisons and the jump out.
                    code.push(branch(JUMP_EQUAL, *value, near(rest + 1), 0));
                }
                code.push(step(JUMP, out));
            }
            Atom::NotIn { argument, values } => {
                code.push(step(LOAD, ARGUMENTS + 8 * u32::from(*argument)));
                for (index, value) in values.iter().enumerate() {
                    let rest = values.len() - index - 1;
                    // On a match to the jump out, behind the remaining comparisons and the jump in.
                    code.push(branch(JUMP_EQUAL, *value, near(rest + 1), 0));
                }
                code.push(step(JUMP, 1));
                code.push(step(JUMP, out));
            }
            Atom::Clear { argument, mask } => {
                code.push(step(LOAD, ARGUMENTS + 8 * u32::from(*argument)));
                code.push(branch(JUMP_SET, *mask, 0, 1));
                code.push(step(JUMP, out));
            }
        }
        code.append(&mut tail);
        tail = code;
    }
    program.append(&mut tail);
}

fn step(code: u16, k: u32) -> Instruction {
    Instruction { code, jt: 0, jf: 0, k }
}

fn branch(code: u16, k: u32, jt: u8, jf: u8) -> Instruction {
    Instruction { code, jt, jf, k }
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A jump behind comparisons, of which the policy's reader takes no more than it reaches.
fn near(length: usize) -> u8 {
    u8::try_from(length).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::{default_filter, parse, pinned_filter};
    use super::*;

    /// What the filter answers, computed as the kernel would.
    fn run(program: &[Instruction], architecture: u32, number: u32, arguments: [u64; 6]) -> u32 {
        let (mut at, mut value) = (0_usize, 0_u32);
        loop {
            let Instruction { code, jt, jf, k } = program[at];
            at += 1;
            let holds = match code {
                LOAD => {
                    value = match k {
                        NUMBER => number,
                        ARCHITECTURE => architecture,
                        _ => u32::try_from(arguments[(k as usize - 16) / 8] & 0xffff_ffff).unwrap(),
                    };
                    continue;
                }
                JUMP => {
                    at += k as usize;
                    continue;
                }
                RETURN => return k,
                JUMP_EQUAL => value == k,
                JUMP_GREATER_EQUAL => value >= k,
                JUMP_SET => value & k != 0,
                _ => panic!("instruction {code:#x}"),
            };
            at += usize::from(if holds { jt } else { jf });
        }
    }

    #[test]
    fn the_filter_answers_what_the_policy_says_for_every_number() {
        let rules = parse(include_str!("policy.txt")).unwrap();
        let program = default_filter().unwrap();
        assert!(program.len() < 256, "{} instructions", program.len());
        for number in 0..1100 {
            let expected = match rules.iter().find(|rule| rule.number == number).map(|rule| &rule.action) {
                Some(Action::Allow) => ALLOW,
                Some(Action::Deny) => EPERM,
                Some(Action::Kill) => KILL_PROCESS,
                Some(Action::AllowWhen(_)) => continue,
                Some(Action::Missing) | None => ENOSYS,
            };
            assert_eq!(run(&program, NATIVE, number, [0; 6]), expected, "call {number}");
        }
    }

    #[test]
    fn answers_are_found_however_far_away_they_are() {
        let long = |value| Action::AllowWhen(vec![vec![Atom::In { argument: 0, values: vec![value; 200] }]]);
        for period in 2..9 {
            let action = |number: u32| match number % period {
                0 => Action::Allow,
                1 => Action::Deny,
                2 => Action::Kill,
                3 => long(number),
                _ => Action::Missing,
            };
            let rules: Vec<Rule> =
                (0..400).map(|number| Rule { name: String::new(), number, action: action(number) }).collect();
            let program = compile(&rules);
            for rule in &rules {
                let expected = match rule.action {
                    Action::Allow | Action::AllowWhen(_) => ALLOW,
                    Action::Deny => EPERM,
                    Action::Kill => KILL_PROCESS,
                    Action::Missing => ENOSYS,
                };
                let arguments = [u64::from(rule.number), 0, 0, 0, 0, 0];
                assert_eq!(
                    run(&program, NATIVE, rule.number, arguments),
                    expected,
                    "{period} {}",
                    rule.number
                );
                if matches!(rule.action, Action::AllowWhen(_)) {
                    assert_eq!(run(&program, NATIVE, rule.number, [999; 6]), EPERM);
                }
            }
            assert_eq!(run(&program, NATIVE, 400, [0; 6]), ENOSYS);
        }
    }

    #[test]
    fn arguments_are_compared_in_their_low_half() {
        let program = default_filter().unwrap();
        let answer = |name: &str, arguments: [u64; 6]| {
            run(&program, NATIVE, super::super::numbers::number(name).unwrap(), arguments)
        };
        assert_eq!(answer("ioctl", [0, 0x5401, 0, 0, 0, 0]), ALLOW);
        assert_eq!(answer("ioctl", [0, 0x5412, 0, 0, 0, 0]), EPERM);
        assert_eq!(answer("ioctl", [0, 0x1_0000_5412, 0, 0, 0, 0]), EPERM);
        assert_eq!(answer("socket", [1, 1, 0, 0, 0, 0]), ALLOW);
        assert_eq!(answer("socket", [10, 2, 0, 0, 0, 0]), ALLOW);
        assert_eq!(answer("socket", [38, 5, 0, 0, 0, 0]), EPERM);
        assert_eq!(answer("socket", [16, 3, 0, 0, 0, 0]), ALLOW);
        assert_eq!(answer("socket", [16, 3, 12, 0, 0, 0]), EPERM);
        assert_eq!(answer("socket", [2, 1, 6, 0, 0, 0]), ALLOW);
        assert_eq!(answer("socket", [2, 1, 132, 0, 0, 0]), EPERM);
        assert_eq!(answer("setsockopt", [3, 6, 1, 0, 0, 0]), ALLOW);
        assert_eq!(answer("setsockopt", [3, 1, 31, 0, 0, 0]), ALLOW);
        assert_eq!(answer("setsockopt", [3, 6, 31, 0, 0, 0]), EPERM);
        assert_eq!(answer("mmap", [0, 4096, 3, 0x22, 0, 0]), ALLOW);
        assert_eq!(answer("mmap", [0, 4096, 3, 0x40022, 0, 0]), EPERM);
        assert_eq!(answer("clone", [0x003d_0f00, 0, 0, 0, 0, 0]), ALLOW);
        for flag in [
            0x8000,
            0x2_0000,
            0x0200_0000,
            0x0400_0000,
            0x0800_0000,
            0x1000_0000,
            0x2000_0000,
            0x4000_0000_u64,
        ] {
            assert_eq!(answer("clone", [flag, 0, 0, 0, 0, 0]), EPERM, "{flag:#x}");
        }
        assert_eq!(answer("personality", [0xffff_ffff, 0, 0, 0, 0, 0]), ALLOW);
        assert_eq!(answer("personality", [0x40000, 0, 0, 0, 0, 0]), EPERM);
        assert_eq!(answer("fcntl", [0, 1024, 0, 0, 0, 0]), EPERM);
        assert_eq!(answer("fcntl", [0, 1025, 0, 0, 0, 0]), ALLOW);
    }

    #[test]
    fn a_pinned_program_may_look_at_its_cores_but_not_change_them() {
        let number = |name| super::super::numbers::number(name).unwrap();
        let (read, write) = (number("sched_getaffinity"), number("sched_setaffinity"));
        for (filter, expected) in [(default_filter().unwrap(), ALLOW), (pinned_filter().unwrap(), EPERM)] {
            assert_eq!(run(&filter, NATIVE, write, [0; 6]), expected);
            assert_eq!(run(&filter, NATIVE, read, [0; 6]), ALLOW);
        }
    }

    #[test]
    fn foreign_architectures_end_the_program() {
        let program = default_filter().unwrap();
        assert_eq!(run(&program, 0x4000_0003, 20, [0; 6]), KILL_PROCESS);
        assert_eq!(run(&program, NATIVE, X32_BIT | 39, [0; 6]), KILL_PROCESS);
    }
}
