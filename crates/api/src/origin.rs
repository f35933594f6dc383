//! Where a browser's request comes from: our own page, a page the operator allowed, or a stranger's.

use axum::http::{HeaderMap, header};

/// What the headers say about the page behind a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No page: a tool, or a browser that was told to hide it.
    Tool,
    /// A page of this server.
    Own,
    /// A page of an origin in `cors.allowed_origins`.
    Allowed,
    /// Any other page, or one that has no origin (`null`).
    Foreign,
}

pub(crate) fn standing(headers: &HeaderMap, allowed: &[String]) -> Standing {
    let Some(origin) = headers.get(header::ORIGIN) else {
        // Requests without Origin still carry this from every current browser.
        return match headers.get("sec-fetch-site").map(|value| value.as_bytes()) {
            Some(b"cross-site" | b"same-site") => Standing::Foreign,
            Some(b"same-origin") => Standing::Own,
            _ => Standing::Tool,
        };
    };
    let Ok(origin) = origin.to_str() else { return Standing::Foreign };
    let origin = origin.to_ascii_lowercase();
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_ascii_lowercase);
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    if authority.is_some() && authority == host.as_deref() {
        Standing::Own
    } else if allowed.contains(&origin) {
        Standing::Allowed
    } else {
        Standing::Foreign
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&'static str, &'static str)]) -> Standing {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "run.example:8080".parse().unwrap());
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        standing(&headers, &["https://friend.example".to_owned()])
    }

    #[test]
    fn only_the_exact_host_is_ours() {
        assert_eq!(of(&[]), Standing::Tool);
        assert_eq!(of(&[("origin", "http://run.example:8080")]), Standing::Own);
        assert_eq!(of(&[("origin", "HTTPS://RUN.example:8080")]), Standing::Own);
        assert_eq!(of(&[("origin", "https://friend.example")]), Standing::Allowed);
        for foreign in [
            "null",
            "",
            "http://run.example",
            "http://run.example:80",
            "http://run.example:8080.evil.example",
            "http://evil.example/run.example:8080",
            "https://friend.example.evil.example",
            "http://friend.example",
            "ftp://run.example:8080",
            "run.example:8080",
        ] {
            assert_eq!(of(&[("origin", foreign)]), Standing::Foreign, "{foreign}");
        }
        assert_eq!(of(&[("sec-fetch-site", "cross-site")]), Standing::Foreign);
        assert_eq!(of(&[("sec-fetch-site", "none")]), Standing::Tool);
    }
}
