//! The smallest program there is: a static file that writes one line by system calls, without a library.
//!
//! It is compiled once. Each request then gets a number of its own written into its bytes, so that each is another file that
//! prints something else.

use anyhow::{Context as _, ensure};
use std::{fs, process::Command};

/// Where the number goes. As many characters as every number has.
const PLACE: &[u8; 16] = b"################";

/// Writes one line and ends.
pub(crate) const SOURCE: &str = r#"
static char text[] = "hello ################\n";

static long call(long number, long a, long b, long c) {
#if defined(__x86_64__)
    long result;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
    return result;
#elif defined(__aarch64__)
    register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b, x2 __asm__("x2") = c;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
    return x0;
#endif
}

#if defined(__x86_64__)
enum { WRITE = 1, EXIT_GROUP = 231 };
#elif defined(__aarch64__)
enum { WRITE = 64, EXIT_GROUP = 94 };
#endif

void _start(void) {
    call(WRITE, 1, (long)text, sizeof text - 1);
    call(EXIT_GROUP, 0, 0, 0);
    for (;;) {}
}
"#;

/// A program with room for a number.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    bytes: Vec<u8>,
    place: usize,
}

impl Template {
    /// Compiles it.
    pub(crate) fn compile() -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("main.c"), SOURCE)?;
        let output = Command::new("/usr/bin/gcc")
            .args(["-Os", "-static", "-nostdlib", "-ffreestanding", "-fno-stack-protector"])
            .args(["-fno-asynchronous-unwind-tables", "-Wl,--build-id=none", "-s", "-o", "main", "main.c"])
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .output()
            .context("failed to start gcc")?;
        ensure!(output.status.success(), "gcc failed: {}", String::from_utf8_lossy(&output.stderr));
        Self::new(fs::read(folder.path().join("main"))?)
    }

    fn new(bytes: Vec<u8>) -> anyhow::Result<Self> {
        let places: Vec<usize> = bytes
            .windows(PLACE.len())
            .enumerate()
            .filter_map(|(at, window)| (window == PLACE).then_some(at))
            .collect();
        let [place] = places[..] else {
            anyhow::bail!("the program has {} places for a number, not one", places.len())
        };
        Ok(Self { bytes, place })
    }

    /// The program with this number.
    pub(crate) fn numbered(&self, number: u64) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        let digits = format!("{number:016}").into_bytes();
        for (byte, digit) in bytes.iter_mut().skip(self.place).zip(digits) {
            *byte = digit;
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{around::Around, by_hand::Program, toolchain::EXECUTABLE};

    #[test]
    fn the_number_takes_the_place_of_the_marks() {
        let template = Template::new(b"before ################ after".to_vec()).unwrap();
        assert_eq!(template.numbered(1_234_567_890_123_456), b"before 1234567890123456 after");
        assert!(Template::new(b"nothing".to_vec()).is_err());
    }

    #[tokio::test]
    async fn the_program_is_small_and_prints_its_number() {
        let bytes = Template::compile().unwrap().numbered(1_234_567_890_123_456);
        assert!(bytes.len() < 16 << 10, "{} bytes", bytes.len());
        let program = Program::new(EXECUTABLE, Around::Nothing).unwrap();
        program.write(&bytes).unwrap();
        assert_eq!(program.run(&[], b"").await.unwrap(), b"hello 1234567890123456\n");
    }
}
