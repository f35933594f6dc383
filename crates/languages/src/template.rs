//! Words of a command line with placeholders. Substitution yields whole words and never meets a shell.

/// What a placeholder may refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text as it is.
    Text(String),
    /// `{main}`: path of the main file.
    Main,
    /// `{main_dir}`: folder of the main file, as `.` or `./folder`.
    MainFolder,
    /// `{built}`: path of what the compiler makes of the main file.
    Built,
    /// `{class}`: name of the class to start.
    Class,
    /// `{memory_bytes}`: the memory limit.
    MemoryBytes,
    /// `{memory_mb}` or `{memory_mb:75}`: the memory limit, or that many percent of it, in MiB.
    MemoryMib(u64),
    /// `{cores}`: the CPU cores of a run, rounded up.
    Cores,
    /// `{precompiled}`: the option that puts a precompiled header first, or nothing.
    Precompiled,
    /// `{flags}`: the caller's options for the compiler, each a word of its own.
    Flags,
    /// `{sources}`: every source file, each a word of its own.
    Sources,
    /// `{args}`: the caller's arguments, each a word of its own.
    Args,
}

impl Piece {
    /// Whether it stands for any number of words.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Self::Precompiled | Self::Flags | Self::Sources | Self::Args)
    }
}

/// One word of a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template(pub(crate) Vec<Piece>);

/// What placeholders stand for.
#[derive(Debug)]
pub(crate) struct Values<'a> {
    pub(crate) main: &'a str,
    pub(crate) main_folder: &'a str,
    pub(crate) built: &'a str,
    pub(crate) class: &'a str,
    pub(crate) memory_bytes: u64,
    pub(crate) cores: u32,
    pub(crate) precompiled: &'a [String],
    pub(crate) flags: &'a [String],
    pub(crate) sources: &'a [String],
    pub(crate) args: &'a [String],
}

impl Template {
    /// Reads a word.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub(crate) fn parse(word: &str) -> Result<Self, String> {
        if word.contains('\0') {
            return Err("contains a NUL".into());
        }
        let mut pieces = Vec::new();
        let mut rest = word;
        while let Some(open) = rest.find(['{', '}']) {
            let (text, tail) = rest.split_at(open);
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
            let inner = tail.strip_prefix('{').ok_or_else(|| format!("`}}` without `{{` in {word:?}"))?;
            let (name, after) =
                inner.split_once('}').ok_or_else(|| format!("`{{` without `}}` in {word:?}"))?;
            pieces.push(placeholder(name).ok_or_else(|| format!("unknown placeholder {{{name}}}"))?);
            rest = after;
        }
        if !rest.is_empty() || word.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        let lists = pieces.iter().filter(|piece| piece.is_list()).count();
        if lists > 0 && pieces.len() > 1 {
            return Err(format!(
                "{{sources}}, {{args}}, {{flags}} and {{precompiled}} must stand alone, not as in {word:?}"
            ));
        }
        Ok(Self(pieces))
    }

    /// Whether the word holds this piece.
    pub(crate) fn uses(&self, piece: &Piece) -> bool {
        self.0.contains(piece)
    }

    /// Appends the word or words it stands for.
    pub(crate) fn expand_into(&self, values: &Values<'_>, words: &mut Vec<String>) {
        match self.0.as_slice() {
            [Piece::Sources] => words.extend_from_slice(values.sources),
            [Piece::Precompiled] => words.extend_from_slice(values.precompiled),
            [Piece::Flags] => words.extend_from_slice(values.flags),
            [Piece::Args] => words.extend_from_slice(values.args),
            _ => words.push(self.expand(values)),
        }
    }

    /// The one word it stands for.
    pub(crate) fn expand(&self, values: &Values<'_>) -> String {
        let mut word = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => word.push_str(text),
                Piece::Main => word.push_str(values.main),
                Piece::MainFolder => word.push_str(values.main_folder),
                Piece::Built => word.push_str(values.built),
                Piece::Class => word.push_str(values.class),
                Piece::Cores => word.push_str(&values.cores.to_string()),
                Piece::MemoryBytes => word.push_str(&values.memory_bytes.to_string()),
                Piece::MemoryMib(percent) => {
                    let mib = (values.memory_bytes.saturating_mul(*percent) / 100) >> 20;
                    word.push_str(&mib.max(1).to_string());
                }
                Piece::Sources | Piece::Args | Piece::Flags | Piece::Precompiled => {}
            }
        }
        word
    }
}

fn placeholder(name: &str) -> Option<Piece> {
    Some(match name {
        "main" => Piece::Main,
        "main_dir" => Piece::MainFolder,
        "built" => Piece::Built,
        "class" => Piece::Class,
        "cores" => Piece::Cores,
        "memory_bytes" => Piece::MemoryBytes,
        "memory_mb" => Piece::MemoryMib(100),
        "precompiled" => Piece::Precompiled,
        "flags" => Piece::Flags,
        "sources" => Piece::Sources,
        "args" => Piece::Args,
        _ => {
            let percent: u64 = name.strip_prefix("memory_mb:")?.parse().ok()?;
            Piece::MemoryMib(Some(percent).filter(|percent| (1..=100).contains(percent))?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand(words: &[&str]) -> Vec<String> {
        let sources = ["a.c".to_owned(), "b c.c".to_owned()];
        let args = ["$(id)".to_owned(), "-x".to_owned()];
        let values = Values {
            main: "a.c",
            main_folder: ".",
            built: "a.out",
            class: "A",
            memory_bytes: 128 << 20,
            cores: 2,
            precompiled: &[],
            flags: &["-DX=a b".to_owned()],
            sources: &sources,
            args: &args,
        };
        let mut expanded = Vec::new();
        for word in words {
            Template::parse(word).unwrap().expand_into(&values, &mut expanded);
        }
        expanded
    }

    #[test]
    fn lists_become_words_of_their_own() {
        assert_eq!(expand(&["cc", "{sources}", "-o", "{built}"]), ["cc", "a.c", "b c.c", "-o", "a.out"]);
        assert_eq!(expand(&["run", "{args}", ""]), ["run", "$(id)", "-x", ""]);
        assert_eq!(expand(&["cc", "{flags}"]), ["cc", "-DX=a b"]);
    }

    #[test]
    fn memory_is_given_in_the_unit_the_tool_wants() {
        assert_eq!(
            expand(&["-Xmx{memory_mb:75}m", "{memory_mb}", "{memory_bytes}", "{cores}"]),
            ["-Xmx96m", "128", "134217728", "2"]
        );
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for word in
            ["{", "}", "{}", "{mian}", "{memory_mb:0}", "{memory_mb:101}", "x{args}", "{args}{args}", "a\0b"]
        {
            assert!(Template::parse(word).is_err(), "{word}");
        }
    }
}
