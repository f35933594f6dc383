//! A language's file: it is taken, or refused with a place; what was taken can plan a compilation and a run.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_languages::{Catalogue, Watched};
use runyard_types::{Limits, SourceFile};
use std::cell::OnceCell;

thread_local! {
    static FOLDER: OnceCell<tempfile::TempDir> = const { OnceCell::new() };
}

fuzz_target!(|data: &[u8]| {
    FOLDER.with(|folder| {
        let folder =
            folder.get_or_init(|| tempfile::tempdir_in("/dev/shm").expect("a temporary folder")).path();
        std::fs::write(folder.join("thing.toml"), data).expect("it can be written");
        let Ok(catalogue) = Catalogue::from_directory(folder) else { return };
        let limits = Limits::default();
        for language in catalogue.iter() {
            let files = [SourceFile { path: "main".to_owned(), content: "x".to_owned().into() }];
            let arranged = language.arrange(&files);
            let _ = language.compile_plan(&arranged.files, &["-O3".to_owned()], &limits);
            let _ = language.run_plan(&arranged.files, &["a".to_owned()], &limits, Watched::Yes);
            let _ = (language.programs(), language.default_limits(&limits));
        }
    });
});
