//! Who is believed about who the client is.

use std::{net::IpAddr, str::FromStr};

/// A network in CIDR form, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: u128,
    prefix: u8,
}

/// The text is neither an address nor a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address or a network such as 10.0.0.0/8")]
pub struct InvalidNetwork;

impl Network {
    /// Whether the address is in this network. IPv4 and its IPv6-mapped form are the same address.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let shift = 128 - u32::from(self.prefix);
        let mask = u128::MAX.checked_shl(shift).unwrap_or(0);
        (bits(address) ^ self.address) & mask == 0
    }
}

/// IPv4 lives in ::ffff:0:0/96, so that both families compare alike.
fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

impl FromStr for Network {
    type Err = InvalidNetwork;

    fn from_str(text: &str) -> Result<Self, InvalidNetwork> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| InvalidNetwork)?;
        let (width, offset) = if address.is_ipv4() { (32, 96) } else { (128, 0) };
        let prefix = match prefix {
            None => width,
            Some(text) if text.bytes().all(|b| b.is_ascii_digit()) => {
                text.parse().map_err(|_| InvalidNetwork)?
            }
            Some(_) => return Err(InvalidNetwork),
        };
        if prefix > width {
            return Err(InvalidNetwork);
        }
        Ok(Self { address: bits(address), prefix: prefix + offset })
    }
}

/// The proxies that may say who the client is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<Network>);

impl TrustedProxies {
    /// From the list of networks.
    #[must_use]
    pub fn new(networks: Vec<Network>) -> Self {
        Self(networks)
    }

    /// Whether this peer's forwarding headers are believed.
    #[must_use]
    pub fn trusts(&self, peer: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(peer))
    }

    /// The client behind `peer`: counted from the right, the first forwarded address that is not a trusted proxy.
    /// Whatever stands left of it was written by the client itself and means nothing.
    #[must_use]
    pub fn client<'a>(
        &self,
        peer: IpAddr,
        forwarded_for: impl DoubleEndedIterator<Item = &'a str>,
    ) -> IpAddr {
        if !self.trusts(peer) {
            return peer;
        }
        let mut client = peer;
        for hop in forwarded_for.rev().flat_map(|header| header.rsplit(',')) {
            // A hop that cannot be read ends the chain: what is left of it cannot be attributed.
            let Some(address) = read_hop(hop) else { break };
            client = address;
            if !self.trusts(client) {
                break;
            }
        }
        client
    }
}

/// Some proxies add the port.
fn read_hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    text.parse().ok().or_else(|| text.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(networks: &[&str]) -> TrustedProxies {
        TrustedProxies::new(networks.iter().map(|n| n.parse().unwrap()).collect())
    }

    fn client(networks: &[&str], peer: &str, headers: &[&str]) -> String {
        proxies(networks).client(peer.parse().unwrap(), headers.iter().copied()).to_string()
    }

    #[test]
    fn nobody_is_believed_by_default() {
        assert_eq!(client(&[], "127.0.0.1", &["1.2.3.4"]), "127.0.0.1");
    }

    #[test]
    fn the_client_is_the_last_hop_that_is_not_ours() {
        let ours = ["10.0.0.0/8", "::1"];
        assert_eq!(client(&ours, "10.1.2.3", &["6.6.6.6, 1.2.3.4, 10.9.9.9"]), "1.2.3.4");
        assert_eq!(client(&ours, "10.1.2.3", &["6.6.6.6", "1.2.3.4:555"]), "1.2.3.4");
        assert_eq!(client(&ours, "::1", &["[2001:db8::1]:80"]), "2001:db8::1");
        assert_eq!(client(&ours, "11.1.2.3", &["1.2.3.4"]), "11.1.2.3");
        assert_eq!(client(&ours, "10.1.2.3", &["1.2.3.4, junk"]), "10.1.2.3");
        assert_eq!(client(&ours, "10.1.2.3", &[]), "10.1.2.3");
        assert_eq!(client(&ours, "::ffff:10.1.2.3", &["1.2.3.4"]), "1.2.3.4");
    }

    #[test]
    fn networks_are_read_strictly() {
        for text in ["", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/", "10.0.0.0/+8", "host"] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("8.8.8.8".parse().unwrap()));
        assert!(!"0.0.0.0/0".parse::<Network>().unwrap().contains("2001:db8::1".parse().unwrap()));
        assert!("::/0".parse::<Network>().unwrap().contains("2001:db8::1".parse().unwrap()));
    }
}
