//! A program that prints something else each time.

use thiserror::Error;

/// A hello program, and what it prints, which stands in its source word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Greeting {
    before: String,
    words: String,
    after: String,
    line_end: String,
}

/// Why no greeting can be made.
#[derive(Debug, Error)]
pub enum GreetingError {
    /// The program prints something it computes.
    #[error("vary the hello program: what it prints ({0:?}) is not in its source")]
    FindWords(String),
}

impl Greeting {
    /// Of a program that prints this.
    ///
    /// # Errors
    /// When what it prints is not one line of its source.
    pub fn new(source: &str, printed: &str) -> Result<Self, GreetingError> {
        let words = printed.trim_end();
        let line_end = printed.get(words.len()..).unwrap_or_default();
        match source.split_once(words) {
            Some((before, after)) if !words.is_empty() => Ok(Self {
                before: before.to_owned(),
                words: words.to_owned(),
                after: after.to_owned(),
                line_end: line_end.to_owned(),
            }),
            _ => Err(GreetingError::FindWords(printed.to_owned())),
        }
    }

    /// The program with this number, and what it prints.
    #[must_use]
    pub fn numbered(&self, number: u64) -> (String, String) {
        let Self { before, words, after, line_end } = self;
        (format!("{before}{words} {number}{after}"), format!("{words} {number}{line_end}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_part_of_what_is_printed() {
        let greeting = Greeting::new("puts \"Hello!\" # once\n", "Hello!\n").unwrap();
        let (source, printed) = greeting.numbered(7);
        assert_eq!((source.as_str(), printed.as_str()), ("puts \"Hello! 7\" # once\n", "Hello! 7\n"));
    }

    #[test]
    fn a_program_that_computes_its_words_is_refused() {
        assert!(Greeting::new("print(6 * 7)", "42\n").is_err());
        assert!(Greeting::new("pass", "").is_err());
    }
}
