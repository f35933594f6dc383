//! Who is on the other end of the connection.

use axum::{
    extract::{ConnectInfo, Request},
    http::header,
};
use runyard_config::TrustedProxies;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// Headers by which proxies speak for others.
const FORWARDING: [&str; 3] = ["x-forwarded-for", "forwarded", "x-real-ip"];

/// The address a request is counted under, and what is known about the way it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Client {
    pub(crate) address: IpAddr,
    /// A process on this machine that speaks for itself.
    pub(crate) local: bool,
    /// Whether the client's own connection is encrypted, as a trusted proxy says.
    pub(crate) secure: bool,
}

impl Client {
    pub(crate) fn of(request: &Request, proxies: &TrustedProxies) -> Self {
        // Without a peer (never over TCP) the request is nobody's: it is counted with all others of that kind.
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
        let headers = request.headers();
        let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
        let secure = proxies.trusts(peer)
            && headers
                .get("x-forwarded-proto")
                .is_some_and(|scheme| scheme.as_bytes().eq_ignore_ascii_case(b"https"));
        Self {
            address: canonical(proxies.client(peer, forwarded)),
            local: canonical(peer).is_loopback()
                && !FORWARDING.iter().any(|name| headers.contains_key(*name)),
            secure,
        }
    }

    /// What limits and scopes are keyed on: the address, for IPv6 its /64, which is one customer's.
    pub(crate) fn network(&self) -> IpAddr {
        match self.address {
            IpAddr::V4(_) => self.address,
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
        }
    }
}

fn canonical(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

/// The value of one cookie.
pub(crate) fn cookie<'a>(headers: &'a axum::http::HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(peer: &str, headers: &[(&str, &str)]) -> Request {
        let mut builder = Request::builder().extension(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        builder.body(Body::empty()).unwrap()
    }

    #[test]
    fn headers_of_strangers_change_nothing_but_end_the_exemption() {
        let nobody = TrustedProxies::default();
        let plain = Client::of(&request("127.0.0.1:9", &[]), &nobody);
        assert!(plain.local);
        for header in FORWARDING {
            let client = Client::of(
                &request("127.0.0.1:9", &[(header, "1.2.3.4"), ("x-forwarded-proto", "https")]),
                &nobody,
            );
            assert_eq!((client.address, client.local, client.secure), (plain.address, false, false));
        }
    }

    #[test]
    fn a_trusted_proxy_names_the_client() {
        let proxies = TrustedProxies::new(vec!["127.0.0.1".parse().unwrap()]);
        let headers = [("x-forwarded-for", "6.6.6.6, 1.2.3.4"), ("x-forwarded-proto", "https")];
        let client = Client::of(&request("127.0.0.1:9", &headers), &proxies);
        assert_eq!(
            (client.address.to_string().as_str(), client.local, client.secure),
            ("1.2.3.4", false, true)
        );
    }

    #[test]
    fn one_customer_one_key() {
        let key = |peer: &str| Client::of(&request(peer, &[]), &TrustedProxies::default()).network();
        assert_eq!(key("[2001:db8:1:2::1]:9"), key("[2001:db8:1:2:ffff::7]:9"));
        assert_ne!(key("[2001:db8:1:2::1]:9"), key("[2001:db8:1:3::1]:9"));
        assert_eq!(key("[::ffff:1.2.3.4]:9"), key("1.2.3.4:9"));
        assert_ne!(key("1.2.3.5:9"), key("1.2.3.4:9"));
    }
}
