//! Times of day on the wire: UTC, to the millisecond.

use time::{OffsetDateTime, UtcOffset, format_description::BorrowedFormatItem, macros::format_description};

const FORMAT: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// `2026-01-01T00:00:00.000Z`
pub(crate) fn timestamp(at: OffsetDateTime) -> String {
    at.to_offset(UtcOffset::UTC).format(FORMAT).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::timestamp;
    use time::macros::datetime;

    #[test]
    fn milliseconds_and_utc() {
        assert_eq!(timestamp(datetime!(2026-01-01 01:02:03.0045 +1)), "2026-01-01T00:02:03.004Z");
    }
}
