//! What usually helps, for the mistakes people really make.

use runyard_languages::DiagnosticFormat::{self, *};

/// Formats, a part of the message, and the hint. The first match wins.
type Row = (&'static [DiagnosticFormat], &'static str, &'static str);

const C: &[DiagnosticFormat] = &[Gcc];
const RUST: &[DiagnosticFormat] = &[Rustc, RustPanic];
const GO: &[DiagnosticFormat] = &[Go, GoPanic];
const JAVA: &[DiagnosticFormat] = &[Javac, JavaTrace];
const PYTHON: &[DiagnosticFormat] = &[Python];
const SCRIPT: &[DiagnosticFormat] = &[Node];
const TYPES: &[DiagnosticFormat] = &[Tsc];
const RUBY: &[DiagnosticFormat] = &[Ruby];
const PHP: &[DiagnosticFormat] = &[Php];
const PERL: &[DiagnosticFormat] = &[Perl];
const LUA: &[DiagnosticFormat] = &[Lua];
const BASH: &[DiagnosticFormat] = &[Bash];
const SQL: &[DiagnosticFormat] = &[Sqlite];

const NO_INPUT: &str = "The program wanted more input than it was given.";
const OFFLINE: &str = "Only the language's standard library and the files of this program are here.";
const RECURSION: &str = "A function calls itself without end: check the condition that should stop it.";
const STD: &str = "Write std:: in front of the name, and include the header that declares it.";

const ROWS: &[Row] = &[
    (C, "expected ‘;’", "A semicolon is missing, often at the end of the line before."),
    (C, "expected ‘,’ or ‘;’", "A semicolon is missing, often at the end of the line before."),
    (C, "expected ‘}’ at end of input", "A closing brace } is missing."),
    (C, "‘cout’ was not declared", STD),
    (C, "‘cin’ was not declared", STD),
    (C, "‘endl’ was not declared", STD),
    (C, "‘string’ was not declared", STD),
    (C, "‘vector’ was not declared", STD),
    (C, "‘map’ was not declared", STD),
    (C, "was not declared in this scope", "Declare the name before this line, and check its spelling."),
    (C, "undeclared (first use", "Declare the name before this line, and check its spelling."),
    (
        C,
        "implicit declaration of function",
        "Include the header that declares the function, or declare it above.",
    ),
    (C, "No such file or directory", "Only standard headers and the files of this program are here."),
    (C, "undefined reference to 'main'", "A program needs a function named main."),
    (C, "undefined reference to", "The name is declared but defined nowhere: add its definition."),
    (C, "suggest parentheses around assignment", "A single = assigns; == compares."),
    (
        C,
        "expects argument of type ‘int *’",
        "scanf needs the address of the variable: write & in front of it.",
    ),
    (C, "control reaches end of non-void function", "Every way through this function must return a value."),
    (C, "is used uninitialized", "Give the variable a value before it is used."),
    (RUST, "(E0382)", "The value was moved away. Borrow it with &, or clone it before."),
    (
        RUST,
        "(E0502)",
        "The value is borrowed both for reading and for writing: end one borrow before the other begins.",
    ),
    (
        RUST,
        "(E0499)",
        "The value is borrowed for writing twice: end the first borrow before the second begins.",
    ),
    (RUST, "(E0384)", "Declare the variable with `let mut` to change it."),
    (RUST, "(E0596)", "Declare the variable with `let mut` to change it."),
    (
        RUST,
        "(E0308)",
        "The value has another type than what is expected here: convert it, or change the type.",
    ),
    (RUST, "(E0425)", "Declare the name before this line, and check its spelling."),
    (RUST, "unclosed delimiter", "A closing bracket or brace is missing."),
    (RUST, "expected `;`", "A semicolon is missing, often at the end of the line before."),
    (
        RUST,
        "index out of bounds",
        "The index is as large as the length or larger: valid ones are 0 to length - 1.",
    ),
    (
        RUST,
        "`Option::unwrap()` on a `None`",
        "There was no value to unwrap: handle None with match or if let.",
    ),
    (
        RUST,
        "`Result::unwrap()` on an `Err`",
        "There was an error to handle: use match, or ? in a function that returns Result.",
    ),
    (RUST, "attempt to divide by zero", "Check the divisor before dividing."),
    (GO, "declared but not used", "Use the variable, or assign to _ instead."),
    (GO, "imported and not used", "Remove the import, or use the package."),
    (GO, "cannot find package", OFFLINE),
    (GO, "undefined:", "Declare the name, import its package, and check the spelling."),
    (
        GO,
        "all goroutines are asleep",
        "Every goroutine waits for another: a channel is missing its sender or its receiver.",
    ),
    (GO, "assignment to entry in nil map", "Make the map first: m = make(map[...]...)."),
    (
        GO,
        "index out of range",
        "The index is as large as the length or larger: valid ones are 0 to length - 1.",
    ),
    (GO, "nil pointer dereference", "The pointer is nil: give it a value before it is used."),
    (GO, "stack overflow", RECURSION),
    (JAVA, "';' expected", "A semicolon is missing at the end of this line."),
    (JAVA, "reached end of file while parsing", "A closing brace } is missing."),
    (JAVA, "cannot find symbol", "Declare the name, import its class, and check the spelling."),
    (
        JAVA,
        "possible lossy conversion",
        "The value may not fit: convert it with a cast, such as (int) value.",
    ),
    (JAVA, "missing return statement", "Every way through this method must return a value."),
    (JAVA, "might not have been initialized", "Give the variable a value before it is used."),
    (JAVA, "unreported exception", "Catch the exception, or declare it with throws."),
    (JAVA, "NoSuchElementException", NO_INPUT),
    (JAVA, "InputMismatchException", "The input is of another kind than what the program reads here."),
    (JAVA, "NullPointerException", "Something used here is null: give it a value first."),
    (
        JAVA,
        "ArrayIndexOutOfBoundsException",
        "The index is as large as the length or larger: valid ones are 0 to length - 1.",
    ),
    (JAVA, "StackOverflowError", RECURSION),
    (PYTHON, "ModuleNotFoundError", OFFLINE),
    (PYTHON, "EOFError", NO_INPUT),
    (PYTHON, "expected an indented block", "Indent the lines that belong to the line above."),
    (PYTHON, "IndentationError", "Lines of one block must begin at the same column."),
    (PYTHON, "TabError", "Indent with spaces only."),
    (PYTHON, "expected ':'", "A colon is missing at the end of this line."),
    (PYTHON, "was never closed", "A closing bracket is missing."),
    (PYTHON, "unterminated string", "A closing quote is missing."),
    (PYTHON, "Missing parentheses in call to 'print'", "Python 3 writes print(...) with parentheses."),
    (PYTHON, "invalid syntax. Maybe you meant '=='", "A single = assigns; == compares."),
    (PYTHON, "NameError", "Define the name before this line, and check its spelling."),
    (PYTHON, "can only concatenate str", "Convert the number with str(...), or use an f-string."),
    (
        PYTHON,
        "invalid literal for int()",
        "The text is not a whole number: check what was read, and strip() it.",
    ),
    (PYTHON, "list index out of range", "The list is shorter than that: valid indexes are 0 to len - 1."),
    (PYTHON, "KeyError", "The key is not in the dictionary: test with `in`, or use .get()."),
    (PYTHON, "'NoneType' object", "The value is None, perhaps because a function returns nothing."),
    (PYTHON, "RecursionError", RECURSION),
    (SCRIPT, "Cannot find module", OFFLINE),
    (SCRIPT, "Cannot find package", OFFLINE),
    (
        SCRIPT,
        "Cannot read properties of",
        "The value is undefined or null here: check it first, or use ?. to reach into it.",
    ),
    (SCRIPT, "is not defined", "Declare the name before this line, and check its spelling."),
    (SCRIPT, "is not a function", "The value is no function: check its name and where it comes from."),
    (SCRIPT, "Assignment to constant variable", "Declare it with let to change it."),
    (SCRIPT, "Unexpected end of input", "A closing bracket or brace is missing."),
    (SCRIPT, "Maximum call stack size exceeded", RECURSION),
    (TYPES, "(TS7006)", "Say what type the parameter has: (name: string)."),
    (TYPES, "(TS2345)", "The argument has another type than the parameter."),
    (TYPES, "(TS2322)", "The value has another type than the variable: change one of the two."),
    (TYPES, "(TS2304)", "Declare the name before this line, and check its spelling."),
    (TYPES, "(TS2307)", OFFLINE),
    (TYPES, "(TS2531)", "The value may be null: check it first, or use ?. to reach into it."),
    (TYPES, "(TS2532)", "The value may be undefined: check it first, or use ?. to reach into it."),
    (TYPES, "(TS18047)", "The value may be null: check it first, or use ?. to reach into it."),
    (TYPES, "(TS18048)", "The value may be undefined: check it first, or use ?. to reach into it."),
    (TYPES, "(TS1309)", "Put the await into an async function, or name the file with the ending .mts."),
    (RUBY, "cannot load such file", OFFLINE),
    (RUBY, "for nil:NilClass", "The value is nil: check where it comes from."),
    (RUBY, "undefined local variable or method", "Define the name before this line, and check its spelling."),
    (RUBY, "unexpected end-of-input", "An `end` or a closing bracket is missing."),
    (RUBY, "stack level too deep", RECURSION),
    (PHP, "unexpected token", "A semicolon or bracket is missing, often at the end of the line before."),
    (PHP, "Undefined variable", "Give the variable a value before it is used, and check its spelling."),
    (PHP, "undefined function", "Define the function, and check its spelling."),
    (PHP, "DivisionByZeroError", "Check the divisor before dividing."),
    (PERL, "requires explicit package name", "Declare the variable with `my`, and check its spelling."),
    (PERL, "syntax error", "A semicolon or bracket is missing, often at the end of the line before."),
    (
        PERL,
        "Can't locate object method",
        "Check the name of the method and of the package, and `use` the package.",
    ),
    (PERL, "Can't locate", OFFLINE),
    (PERL, "uninitialized value", "Give the variable a value before it is used."),
    (LUA, "attempt to index a nil value", "The value is nil: check its spelling and where it comes from."),
    (LUA, "attempt to call a nil value", "There is no such function: check its spelling."),
    (LUA, "attempt to perform arithmetic on a nil value", "Give the variable a value before it is used."),
    (LUA, "near <eof>", "An `end` or a closing bracket is missing."),
    (LUA, "stack overflow", RECURSION),
    (BASH, "command not found", "Check the spelling; only the usual commands of the system are here."),
    (BASH, "unexpected end of file", "An `fi`, `done`, `esac` or a closing quote is missing."),
    (BASH, "integer expression expected", "[ -eq ] compares whole numbers; use = for text."),
    (
        SQL,
        "no such table",
        "Create the table first, and check its spelling: every run begins with an empty database.",
    ),
    (SQL, "no such column", "Check the spelling; text belongs in 'single quotes'."),
    (SQL, "UNIQUE constraint failed", "There is a row with this value already."),
    (SQL, "incomplete input", "The statement is not finished: a bracket or a word is missing."),
];

/// The hint for a message.
pub(super) fn hint(format: DiagnosticFormat, message: &str) -> Option<&'static str> {
    ROWS.iter()
        .find(|(formats, part, _)| formats.contains(&format) && message.contains(part))
        .map(|(_, _, hint)| *hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_mistakes_have_hints() {
        assert_eq!(hint(Python, "EOFError: EOF when reading a line"), Some(NO_INPUT));
        assert_eq!(hint(Gcc, "‘cout’ was not declared in this scope"), Some(STD));
        assert_eq!(hint(Gcc, "EOFError"), None);
    }

    #[test]
    fn no_row_is_hidden_by_an_earlier_one() {
        for (index, (formats, part, _)) in ROWS.iter().enumerate() {
            let earlier = ROWS.iter().take(index).find(|(f, p, _)| f == formats && part.contains(p));
            assert!(earlier.is_none(), "{part:?} never matches: {earlier:?} does first");
        }
    }
}
