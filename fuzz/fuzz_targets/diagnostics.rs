//! What compilers and interpreters print, which a program can imitate: every reader ends, names a file of the submission,
//! and says no more than it may.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_languages::{Arranged, DiagnosticFormat};
use runyard_types::SourceFile;

/// The readers are private: their own folder is compiled into this target.
#[allow(dead_code, unused_imports, unreachable_pub, reason = "compiled as it is")]
#[path = "../../crates/engine/src/diagnostics/mod.rs"]
mod diagnostics;

fuzz_target!(|data: &[u8]| {
    let names = ["main.c", "main.py", "Main.java", "src/main.rs", "main.go", "main.ts"];
    let files = names.map(|path| SourceFile {
        path: path.to_owned(),
        content: "int main(void) {\n    return f(1);\n}\n".to_owned().into(),
    });
    let arranged =
        Arranged { files: files.to_vec(), renamed: Some(("Main.java".into(), "main.java".into())) };
    for format in DiagnosticFormat::ALL {
        let found = diagnostics::parse(format, data, &arranged);
        assert!(found.len() <= 100);
        for one in found {
            assert!(one.line >= 1);
            assert!(one.message.chars().count() <= 1003, "{format:?}");
            assert!(
                names.contains(&one.file.as_str()) || one.file == "main.java",
                "{format:?}: {}",
                one.file
            );
        }
    }
});
