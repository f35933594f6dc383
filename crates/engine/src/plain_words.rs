//! Times and sizes as people say them.

use std::time::Duration;

/// `10 s`, `1.5 s`, `250 ms`.
pub(crate) fn time(duration: Duration) -> String {
    let millis = duration.as_millis();
    match millis {
        0..1000 => format!("{millis} ms"),
        _ if millis.is_multiple_of(1000) => format!("{} s", millis / 1000),
        _ => format!("{:.1} s", duration.as_secs_f64()),
    }
}

/// `128 MiB`, `1.5 KiB`, `17 bytes`.
pub(crate) fn size(bytes: u64) -> String {
    for (unit, shift) in [("GiB", 30), ("MiB", 20), ("KiB", 10)] {
        if bytes >> shift > 0 {
            let whole = bytes >> shift;
            // Two decimals of the unit are more than anybody wants; one is enough.
            let tenth = ((bytes & ((1 << shift) - 1)) * 10) >> shift;
            return if tenth == 0 { format!("{whole} {unit}") } else { format!("{whole}.{tenth} {unit}") };
        }
    }
    if bytes == 1 { "1 byte".into() } else { format!("{bytes} bytes") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        let times = [0, 250, 1000, 1500, 10_000].map(|ms| time(Duration::from_millis(ms)));
        assert_eq!(times, ["0 ms", "250 ms", "1 s", "1.5 s", "10 s"]);
        let sizes = [1, 17, 1024, 1536, 64 << 10, 128 << 20, 1 << 30, (1 << 30) + (1 << 29)].map(size);
        assert_eq!(
            sizes,
            ["1 byte", "17 bytes", "1 KiB", "1.5 KiB", "64 KiB", "128 MiB", "1 GiB", "1.5 GiB"]
        );
    }
}
