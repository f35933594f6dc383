//! Which packages a Python program imports, as far as its lines tell.

/// The packages that stand in lines which import something, wherever they are. What only looks like such a line (in a text of several
/// lines) counts as well.
pub(crate) fn packages(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in source.lines().flat_map(|line| line.split(';')).map(str::trim_start) {
        if let Some(names) = line.strip_prefix("import ") {
            let names = names.split_once('#').map_or(names, |(names, _)| names);
            found.extend(names.split(',').filter_map(|name| name.split_whitespace().next()).map(package));
        } else if let Some(rest) = line.strip_prefix("from ") {
            found.extend(rest.split_whitespace().next().map(package));
        }
    }
    found
}

fn package(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::packages;

    #[test]
    fn packages_are_found_in_any_line_that_imports() {
        let source = "import os, numpy as np # and pandas\nif True:\n    from scipy.linalg import solve\nimport a.b; import c\nx = 1\nprint('import d')\nimport \nfrom\nfrom . import e";
        assert_eq!(packages(source), ["os", "numpy", "scipy", "a", "c", ""]);
        assert!(packages("important = 1\nfromage = 2\n# import numpy").is_empty());
    }
}
