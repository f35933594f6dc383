//! A policy and the filter made from it answer alike, for the calls it names and their neighbours.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_sandbox::{
    seccomp::{Action, Atom, Rule, compile, parse},
    sys::privilege::Instruction,
};

#[cfg(target_arch = "x86_64")]
const NATIVE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const NATIVE: u32 = 0xc000_00b7;
const ALLOW: u32 = 0x7fff_0000;
const KILL: u32 = 0x8000_0000;
const EPERM: u32 = 0x0005_0001;
const ENOSYS: u32 = 0x0005_0026;

/// What the kernel would answer. `None` for a program it would refuse to load.
fn answer(program: &[Instruction], architecture: u32, number: u32, arguments: [u64; 6]) -> Option<u32> {
    let (mut at, mut value) = (0_usize, 0_u32);
    loop {
        let Instruction { code, jt, jf, k } = *program.get(at)?;
        at += 1;
        let holds = match code {
            0x20 => {
                value = match k {
                    0 => number,
                    4 => architecture,
                    _ => (*arguments.get((k as usize).checked_sub(16)? / 8)? & 0xffff_ffff) as u32,
                };
                continue;
            }
            0x05 => {
                at += k as usize;
                continue;
            }
            0x06 => return Some(k),
            0x15 => value == k,
            0x35 => value >= k,
            0x45 => value & k != 0,
            _ => return None,
        };
        at += usize::from(if holds { jt } else { jf });
    }
}

fn holds(atom: &Atom, arguments: [u64; 6]) -> bool {
    let low = |argument: &u8| (arguments[usize::from(*argument)] & 0xffff_ffff) as u32;
    match atom {
        Atom::In { argument, values } => values.contains(&low(argument)),
        Atom::NotIn { argument, values } => !values.contains(&low(argument)),
        Atom::Clear { argument, mask } => low(argument) & mask == 0,
    }
}

fn wanted(rules: &[Rule], number: u32, arguments: [u64; 6]) -> u32 {
    match rules.iter().find(|rule| rule.number == number).map(|rule| &rule.action) {
        Some(Action::Allow) => ALLOW,
        Some(Action::Deny) => EPERM,
        Some(Action::Kill) => KILL,
        Some(Action::Missing) | None => ENOSYS,
        Some(Action::AllowWhen(alternatives)) => {
            let any = alternatives.iter().any(|all| all.iter().all(|atom| holds(atom, arguments)));
            if any { ALLOW } else { EPERM }
        }
    }
}

/// Arguments that make a difference to these rules: every value they name, its neighbours, and both halves.
fn interesting(rule: &Rule) -> Vec<[u64; 6]> {
    let mut all = vec![[0; 6], [u64::MAX; 6]];
    if let Action::AllowWhen(alternatives) = &rule.action {
        for atom in alternatives.iter().flatten() {
            let (argument, values) = match atom {
                Atom::In { argument, values } | Atom::NotIn { argument, values } => {
                    (*argument, values.clone())
                }
                Atom::Clear { argument, mask } => (*argument, vec![*mask, !*mask]),
            };
            for value in values.into_iter().take(300) {
                for value in [value, value.wrapping_add(1), value.wrapping_sub(1)] {
                    for high in [0, 1 << 32] {
                        let mut arguments = [0; 6];
                        arguments[usize::from(argument)] = u64::from(value) | high;
                        all.push(arguments);
                    }
                }
            }
        }
    }
    all.truncate(2000);
    all
}

fuzz_target!(|data: &[u8]| {
    let Ok(rules) = parse(&String::from_utf8_lossy(data)) else { return };
    let program = compile(&rules);
    if program.len() > 4096 {
        // The kernel refuses it, so nothing starts.
        return;
    }
    for rule in &rules {
        for arguments in interesting(rule) {
            for number in [rule.number, rule.number + 1, rule.number.saturating_sub(1)] {
                let (got, wanted) =
                    (answer(&program, NATIVE, number, arguments), wanted(&rules, number, arguments));
                assert_eq!(got, Some(wanted), "call {number} with {arguments:x?}");
            }
        }
        assert_eq!(answer(&program, NATIVE ^ 1, rule.number, [0; 6]), Some(KILL));
        assert_eq!(answer(&program, NATIVE, rule.number | 0x4000_0000, [0; 6]), Some(KILL));
    }
});
