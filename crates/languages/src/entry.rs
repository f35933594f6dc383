//! How files are named and where a program begins.

use crate::java::Outline;
use runyard_types::SourceFile;
use serde::Deserialize;

/// The rule by which a language finds its beginning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// The main file is the beginning.
    #[default]
    File,
    /// A class with `static void main` is, and a file is named after its public class.
    JavaClass,
}

/// Files as the jail gets them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// The files; the first is the main one.
    pub files: Vec<SourceFile>,
    /// The main file's new path and the one the caller gave it, where they differ.
    pub renamed: Option<(String, String)>,
}

impl Arranged {
    /// The caller's name of a path inside the jail's work folder.
    #[must_use]
    pub fn original_path<'a>(&'a self, path: &'a str) -> &'a str {
        match &self.renamed {
            Some((new, old)) if new == path => old,
            _ => path,
        }
    }
}

impl Entry {
    /// Renames the main file where the language's compiler insists on another name.
    pub(crate) fn arrange(self, files: &[SourceFile]) -> Arranged {
        let mut files = files.to_vec();
        let mut renamed = None;
        if self == Self::JavaClass
            && let Some(new) = files.first().and_then(java_file_name)
            && !files.iter().any(|file| file.path == new)
            && let Some(main) = files.first_mut()
        {
            let old = std::mem::replace(&mut main.path, new.clone());
            renamed = Some((new, old));
        }
        Arranged { files, renamed }
    }

    /// The class to start, for languages that start one; empty otherwise.
    pub(crate) fn class(self, files: &[SourceFile]) -> String {
        if self == Self::File {
            return String::new();
        }
        let outlines = || files.iter().filter(|file| file.path.ends_with(".java")).map(outline);
        let qualified = |package: &str, name: &str| match package {
            "" => name.to_owned(),
            package => format!("{package}.{name}"),
        };
        outlines()
            .find_map(|outline| Some(qualified(&outline.package, outline.main_type.as_deref()?)))
            .unwrap_or_else(|| {
                // No main anywhere: name the main file's class, and let the virtual machine say what is missing.
                let package = outlines().next().map(|outline| outline.package).unwrap_or_default();
                let path = files.first().map(|file| file.path.as_str()).unwrap_or_default();
                let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".java");
                qualified(&package, name)
            })
    }
}

fn outline(file: &SourceFile) -> Outline {
    Outline::read(&String::from_utf8_lossy(&file.content))
}

/// The path a Java file must have for its public class, when it has another one.
fn java_file_name(file: &SourceFile) -> Option<String> {
    let public = outline(file).public_type?;
    let (folder, name) = match file.path.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), file.path.as_str()),
    };
    (name.ends_with(".java") && name != format!("{public}.java")).then(|| format!("{folder}{public}.java"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, content: &str) -> SourceFile {
        SourceFile { path: path.into(), content: content.to_owned().into() }
    }

    #[test]
    fn a_java_file_is_named_after_its_public_class() {
        let files = [file("Main.java", "public class Foo { public static void main(String[] a) {} }")];
        let arranged = Entry::JavaClass.arrange(&files);
        assert_eq!(arranged.files[0].path, "Foo.java");
        assert_eq!(arranged.original_path("Foo.java"), "Main.java");
        assert_eq!(arranged.original_path("Other.java"), "Other.java");
        assert_eq!(Entry::JavaClass.class(&arranged.files), "Foo");
        assert_eq!(Entry::File.arrange(&files).files, files);
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let files = [file("Main.java", "public class Foo {}"), file("Foo.java", "class Bar {}")];
        assert_eq!(Entry::JavaClass.arrange(&files).renamed, None);
    }

    #[test]
    fn main_is_found_in_any_file_and_with_its_package() {
        let files = [
            file("app/Tool.java", "package app; public class Tool {}"),
            file("app/Start.java", "package app; class Start { static public void main(String[] a) {} }"),
        ];
        assert_eq!(Entry::JavaClass.class(&files), "app.Start");
        assert_eq!(Entry::JavaClass.class(&files[..1]), "app.Tool");
    }
}
