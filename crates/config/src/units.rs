//! Numbers with units in environment variables of other designs: `10s`, `128m`, `64KiB`.

/// A bare number this small cannot be milliseconds of a sensible limit, so it is seconds.
const SECONDS_BELOW: u64 = 1000;

/// Milliseconds from `10s`, `10000ms`, `2m`, or a bare number: seconds below 1000, milliseconds from there on.
pub(crate) fn milliseconds(text: &str) -> Option<i64> {
    let (number, unit) = split(text)?;
    let factor = match unit.as_str() {
        "" if number < SECONDS_BELOW => 1000,
        "" | "ms" => 1,
        "s" | "sec" => 1000,
        "m" | "min" => 60_000,
        _ => return None,
    };
    number.checked_mul(factor).and_then(|ms| i64::try_from(ms).ok())
}

/// Bytes from `128m`, `64KiB`, or a bare number: `small` units below `bytes_from`, bytes from there on.
pub(crate) fn bytes(text: &str, bytes_from: u64, small: u64) -> Option<i64> {
    let (number, unit) = split(text)?;
    let factor = match unit.as_str() {
        "" if number < bytes_from => small,
        "" | "b" => 1,
        "k" | "kb" | "kib" => 1 << 10,
        "m" | "mb" | "mib" => 1 << 20,
        "g" | "gb" | "gib" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(factor).and_then(|bytes| i64::try_from(bytes).ok())
}

fn split(text: &str) -> Option<(u64, String)> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    Some((number.parse().ok()?, unit.trim().to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{bytes, milliseconds};

    #[test]
    fn times() {
        for (text, ms) in [
            ("10", 10_000),
            ("10000", 10_000),
            ("1500", 1500),
            ("10s", 10_000),
            ("250ms", 250),
            ("2m", 120_000),
        ] {
            assert_eq!(milliseconds(text), Some(ms), "{text}");
        }
        for text in ["", "ten", "-1", "1.5", "10h", "99999999999999999999", "18446744073709551615s"] {
            assert_eq!(milliseconds(text), None, "{text}");
        }
    }

    #[test]
    fn sizes() {
        let memory = |text| bytes(text, 1 << 16, 1 << 20);
        for (text, size) in [
            ("128", 128 << 20),
            ("128m", 128 << 20),
            ("134217728", 128 << 20),
            ("1GiB", 1 << 30),
            ("131072k", 128 << 20),
        ] {
            assert_eq!(memory(text), Some(size), "{text}");
        }
        for text in ["", "-128", "128 apples", "1e9"] {
            assert_eq!(memory(text), None, "{text}");
        }
    }
}
