//! An archive of files, unpacked into a folder: whatever it holds, nothing outside the folder comes to be or changes, and
//! nothing in it is anything but a folder or an ordinary file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_sandbox::{archive, beneath::Tree};
use std::{
    fs::{self, File},
    path::Path,
};

fn look(folder: &Path, depth: usize) {
    assert!(depth < 600, "paths end");
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let kind = entry.file_type().expect("a kind");
        assert!(kind.is_dir() || kind.is_file(), "{entry:?} is something else");
        if kind.is_dir() {
            look(&entry.path(), depth + 1);
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let outside = tempfile::tempdir_in("/dev/shm").expect("a temporary folder");
    let inside = outside.path().join("inside");
    fs::create_dir(&inside).expect("it can be made");
    fs::write(outside.path().join("canary"), "untouched").expect("it can be written");
    // What an earlier stage could have planted.
    std::os::unix::fs::symlink("..", inside.join("up")).expect("a link");
    let tree = Tree::new(File::open(&inside).expect("it can be opened").into());
    let _ = archive::unpack(&mut &data[..], &tree);
    assert_eq!(fs::read_to_string(outside.path().join("canary")).expect("it is there"), "untouched");
    assert_eq!(fs::read_dir(outside.path()).expect("a folder").count(), 2, "something came to be outside");
    fs::remove_file(inside.join("up")).expect("the link is still there");
    look(&inside, 0);
});
