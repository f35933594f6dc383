//! gcc, g++ and the linkers behind them.

use super::{Found, place, sources::Sources};
use runyard_types::Severity;

const MARKS: [(&str, Severity); 4] = [
    (": fatal error: ", Severity::Error),
    (": error: ", Severity::Error),
    (": warning: ", Severity::Warning),
    (": note: ", Severity::Note),
];

/// What the linker says of a name that is used and nowhere defined.
const UNDEFINED: &str = "undefined reference to ";

pub(super) fn parse(text: &str, sources: &Sources<'_>) -> Vec<Found> {
    text.lines().filter_map(|line| message(line, sources).or_else(|| undefined(line, sources))).collect()
}

fn message(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let place = place::leading(line)?;
    let file = sources.own(place.file)?;
    let (severity, message) =
        MARKS.iter().find_map(|(mark, severity)| Some((*severity, place.rest.strip_prefix(mark)?)))?;
    Some(Found {
        file: file.to_owned(),
        line: place.line,
        column: place.column,
        severity,
        message: message.to_owned(),
    })
}

/// `/tmp/x.o:main.c:function main: error: undefined reference to 'helper'`: no line, so the first one with the name.
fn undefined(line: &str, sources: &Sources<'_>) -> Option<Found> {
    let name = line.split_once(UNDEFINED)?.1.trim_matches(['\'', '`']);
    let file = line.split(':').find_map(|part| sources.own(part)).or_else(|| sources.main())?;
    let word = name.split('(').next().unwrap_or(name).rsplit("::").next().unwrap_or(name);
    let number = sources.line_with(file, word).unwrap_or(1);
    let message = format!("{UNDEFINED}'{name}'");
    Some(Found { file: file.to_owned(), line: number, column: None, severity: Severity::Error, message })
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use runyard_languages::DiagnosticFormat::Gcc;

    #[test]
    fn messages_of_the_compiler() {
        let output = "main.c: In function ‘main’:
main.c:2:17: error: invalid operands to binary * (have ‘char *’ and ‘int’)
    2 |     int x = \"a\" * 2;
      |             ~~~ ^
main.c:3:5: note: each undeclared identifier is reported only once for each function it appears in
main.c:4:5: warning: implicit declaration of function ‘undefined_fn’ [-Wimplicit-function-declaration]
In file included from /usr/include/c++/12/vector:64,
                 from main.cpp:1:
/usr/include/c++/12/bits/stl_vector.h:423:11: note:   ‘std::vector’
";
        assert_eq!(
            read(Gcc, &[("main.c", "")], output),
            [
                "main.c:2:17 error invalid operands to binary * (have ‘char *’ and ‘int’)",
                "main.c:3:5 note each undeclared identifier is reported only once for each function it appears in",
                "main.c:4:5 warning implicit declaration of function ‘undefined_fn’ [-Wimplicit-function-declaration]",
            ]
        );
    }

    #[test]
    fn a_header_that_is_not_there() {
        let output =
            "main.c:1:10: fatal error: nope.h: No such file or directory\n    1 | #include \"nope.h\"\n";
        assert_eq!(
            read(Gcc, &[("main.c", "")], output),
            ["main.c:1:10 error nope.h: No such file or directory"]
        );
    }

    #[test]
    fn messages_of_the_linker_are_placed_where_the_name_is_first_used() {
        let source = "void helper(void);\nint main(void) { helper(); }\n";
        for output in [
            "/tmp/cc2GQ6dC.o:main.c:function main: error: undefined reference to 'helper'\ncollect2: error: ld returned 1 exit status\n",
            "/usr/bin/ld: /tmp/ccx.o: in function `main':\nmain.c:(.text+0x5): undefined reference to `helper'\n",
        ] {
            assert_eq!(
                read(Gcc, &[("main.c", source)], output),
                ["main.c:1 error undefined reference to 'helper'"]
            );
        }
        let no_main =
            "/usr/lib/x86_64-linux-gnu/crt1.o:function _start: error: undefined reference to 'main'\n";
        assert_eq!(
            read(Gcc, &[("tool.c", "int x;")], no_main),
            ["tool.c:1 error undefined reference to 'main'"]
        );
    }
}
