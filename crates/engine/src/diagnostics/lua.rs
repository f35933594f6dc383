//! Lua.

use super::{Found, place::leading, sources::Sources};
use runyard_types::Severity;

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    // `/usr/bin/lua5.4: main.lua:2: attempt to index a nil value (local 'settings')`
    let Some((start, message)) = text.lines().enumerate().find_map(|(index, line)| {
        let (program, message) = line.split_once(": ")?;
        program.rsplit('/').next()?.starts_with("lua").then_some((index, message))
    }) else {
        return Vec::new();
    };
    let own = |text: &str| {
        let place = leading(text)?;
        Some((
            sources.own(place.file)?.to_owned(),
            place.line,
            place.rest.trim_start_matches(": ").to_owned(),
        ))
    };
    // An error that is no text has no place of its own; the first frame of the submission's must do.
    let frame = || {
        let frames = text.lines().skip(start + 1).filter_map(|line| line.strip_prefix('\t'));
        let (file, line, _) = frames.into_iter().find_map(own)?;
        Some((file, line, message.to_owned()))
    };
    let found = own(message).or_else(frame);
    found
        .map(|(file, line, message)| Found { file, line, column: None, severity: Severity::Error, message })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Lua;

    const FILES: &[(&str, &str)] = &[("main.lua", "")];

    #[test]
    fn errors_with_and_without_a_place_of_their_own() {
        let output = "/usr/bin/lua5.4: main.lua:2: attempt to index a nil value (local 'settings')
stack traceback:
\tmain.lua:2: in main chunk
\t[C]: in ?
";
        assert_eq!(
            read(Lua, FILES, output),
            ["main.lua:2 error attempt to index a nil value (local 'settings')"]
        );
        let table = "/usr/bin/lua5.4: (error object is a table value)
stack traceback:
\t[C]: in function 'error'
\tmain.lua:1: in main chunk
";
        assert_eq!(read(Lua, FILES, table), ["main.lua:1 error (error object is a table value)"]);
        let syntax = "/usr/bin/lua5.4: main.lua:3: ')' expected (to close '(' at line 2) near <eof>\n";
        assert_eq!(
            read(Lua, FILES, syntax),
            ["main.lua:3 error ')' expected (to close '(' at line 2) near <eof>"]
        );
    }
}
