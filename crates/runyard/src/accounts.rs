//! The forms of passwd(5) and subuid(5).

/// How many subordinate ids a server without root needs: its own uid must be among them.
pub(crate) const NEEDED_IDS: u32 = 65_535;

/// Names, uids and gids of a text in the form of passwd(5).
pub(crate) fn users(text: &str) -> Vec<(String, u32, u32)> {
    let user = |line: &str| {
        let mut fields = line.split(':');
        Some((fields.next()?.to_owned(), fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    text.lines().filter_map(user).collect()
}

/// subuid(5): `NAME-OR-UID:FIRST:COUNT`. The first range that is long enough.
pub(crate) fn first_range(text: &str, name: &str, uid: u32) -> Option<u32> {
    text.lines().find_map(|line| {
        let mut fields = line.split(':');
        let owner = fields.next()?;
        let (first, count) = (fields.next()?.parse().ok()?, fields.next()?.trim().parse::<u32>().ok()?);
        ((owner == name || owner == uid.to_string()) && count >= NEEDED_IDS).then_some(first)
    })
}

/// The first id after every range of a text in the form of subuid(5).
pub(crate) fn after_all_ranges(text: &str) -> u32 {
    let ends = text.lines().filter_map(|line| {
        let mut numbers = line.split(':').skip(1).filter_map(|number| number.trim().parse::<u32>().ok());
        numbers.next()?.checked_add(numbers.next()?)
    });
    ends.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "bob:100000:65536\nada:165536:1000\nada:231072:65536\n1001:300000:65536\nbroken\nx:y:z\n";

    #[test]
    fn a_range_is_found_by_name_or_number_if_it_is_long_enough() {
        assert_eq!(first_range(TEXT, "ada", 1000), Some(231_072));
        assert_eq!(first_range(TEXT, "eve", 1001), Some(300_000));
        assert_eq!(first_range(TEXT, "eve", 1002), None);
    }

    #[test]
    fn new_ranges_begin_after_all_others() {
        assert_eq!(after_all_ranges(TEXT), 365_536);
        assert_eq!(
            after_all_ranges("ada:4294967295:65536\n"),
            0,
            "a range that cannot be counts for nothing"
        );
    }

    #[test]
    fn users_are_read() {
        let text = "root:x:0:0:root:/root:/bin/bash\nbroken\nada:x:1000:1001::/home/ada:\nx:y:z\n";
        assert_eq!(users(text), [("root".to_owned(), 0, 0), ("ada".to_owned(), 1000, 1001)]);
    }
}
