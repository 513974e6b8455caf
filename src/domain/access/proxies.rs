//! Where a request comes from when proxies stand before the service. What a proxy says is believed only
//! when the proxy is on this machine or named in the settings: anybody else may write what they like.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

/// A network of addresses, such as `172.18.0.0/16`; a bare address is a network of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network(IpNet);

/// The text is no address and no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoNetwork;

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Network, NoNetwork> {
        let one = |_| text.parse::<IpAddr>().map(IpNet::from);
        text.parse::<IpNet>().or_else(one).map(Network).map_err(|_| NoNetwork)
    }
}

impl fmt::Display for Network {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Network {
    /// Whether an address lies in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        self.0.contains(&address)
    }
}

/// Whether what an address says is believed.
pub fn is_believed(address: IpAddr, proxies: &[Network]) -> bool {
    let address = address.to_canonical();
    address.is_loopback() || proxies.iter().any(|network| network.holds(address))
}

/// The address of whoever asks. `forwarded` is the list that proxies have lengthened, the latest entry
/// last; each is believed as long as the one that wrote it is, because the client may have written the rest.
pub fn client(peer: IpAddr, forwarded: &str, proxies: &[Network]) -> IpAddr {
    let mut client = peer.to_canonical();
    for entry in forwarded.rsplit(',') {
        let Ok(next) = entry.trim().parse::<IpAddr>() else { break };
        if !is_believed(client, proxies) {
            break;
        }
        client = next.to_canonical();
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &str) -> String {
        let proxies = ["172.18.0.0/16", "2001:db8:1::/48", "203.0.113.9"].map(|text| text.parse().unwrap());
        client(peer.parse().unwrap(), forwarded, &proxies).to_string()
    }

    #[test]
    fn a_proxy_is_believed_on_this_machine_or_when_it_is_named() {
        assert_eq!(seen("127.0.0.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(seen("172.18.4.2", "198.51.100.1"), "198.51.100.1");
        assert_eq!(seen("::ffff:172.18.4.2", "198.51.100.1"), "198.51.100.1");
        assert_eq!(seen("2001:db8:1::7", "2001:db8::1"), "2001:db8::1");
        assert_eq!(seen("172.19.4.2", "198.51.100.1"), "172.19.4.2");
    }

    #[test]
    fn what_a_client_wrote_itself_is_not_believed() {
        assert_eq!(seen("172.18.4.2", "192.0.2.7, 198.51.100.1"), "198.51.100.1");
        assert_eq!(seen("172.18.4.2", "192.0.2.7, 198.51.100.1, 203.0.113.9"), "198.51.100.1");
        assert_eq!(seen("172.18.4.2", "noget andet"), "172.18.4.2");
        assert_eq!(seen("172.18.4.2", ""), "172.18.4.2");
    }

    #[test]
    fn a_network_has_no_more_bits_than_an_address() {
        for wrong in ["", "proxy", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0.0/8/8"] {
            assert_eq!(wrong.parse::<Network>(), Err(NoNetwork), "{wrong}");
        }
        assert!("0.0.0.0/0".parse::<Network>().unwrap().holds("192.0.2.1".parse().unwrap()));
    }
}
