//! The settings in force, as a file that could be used again.

use crate::{
    Config, DEFAULTS,
    defaults::{Line, line},
    mistake::Origin,
};
use std::fmt::Write as _;

impl Config {
    /// The default file with the values in force and, where one is not the default, where it came from.
    #[must_use]
    pub fn render(&self) -> String {
        let mut section = "";
        let mut text = String::with_capacity(DEFAULTS.len());
        for original in DEFAULTS.lines() {
            let setting = match line(original) {
                Line::Section(name) => {
                    section = name;
                    None
                }
                Line::Setting { key } => {
                    self.settings.get(&format!("{section}.{key}")).map(|setting| (key, setting))
                }
                Line::Other(_) => None,
            };
            let _ = match setting {
                Some((key, setting)) if setting.origin != Origin::Default => {
                    writeln!(text, "{key} = {}  # from {}", setting.value, setting.origin)
                }
                _ => writeln!(text, "{original}"),
            };
        }
        text
    }
}
