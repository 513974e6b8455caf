//! The files that pages refer to, embedded in the binary by `build.rs`.
//!
//! Every name holds its content's hash, so a file never changes under its name, and a constant
//! here is the only way to learn a name: a missing asset is a compile error.

/// One embedded file.
pub struct Asset {
    /// Its name with the hash, as in `app.1f2e3d4c5b6a.css`.
    pub name: &'static str,
    /// Its media type.
    pub mime: &'static str,
    /// Twelve hexadecimal digits of its SHA-256.
    pub hash: &'static str,
    /// The file itself.
    pub plain: &'static [u8],
    /// The file in brotli, where that is smaller.
    pub brotli: Option<&'static [u8]>,
    /// The file in gzip, where that is smaller.
    pub gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The asset of that name, if there is one.
pub fn find(name: &str) -> Option<&'static Asset> {
    let place = TABLE.binary_search_by(|asset| asset.name.cmp(name)).ok()?;
    TABLE.get(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_constant_names_an_embedded_file() {
        for address in [DKFDS_CSS, ICONS_SVG, APP_CSS, APP_JS, FAVICON_SVG, LICENCES_TXT] {
            let name = address.strip_prefix("/a/").unwrap();
            assert!(find(name).is_some(), "{address}");
        }
    }

    #[test]
    fn the_table_is_sorted_by_name() {
        assert!(TABLE.is_sorted_by_key(|asset| asset.name));
    }

    #[test]
    fn the_stylesheet_has_our_accent_and_only_our_addresses() {
        let css = find(&DKFDS_CSS[3..]).unwrap();
        let css = std::str::from_utf8(css.plain).unwrap();
        assert!(css.contains("#0b4f8a") && css.contains("#083a66"));
        for part in css.split("url(").skip(1) {
            let address = part.split(')').next().unwrap();
            let name = address.strip_prefix("/a/").unwrap();
            assert!(find(name).is_some(), "{address}");
        }
    }

    #[test]
    fn the_licences_of_what_we_pass_on_are_there() {
        let text = find(&LICENCES_TXT[3..]).unwrap();
        let text = std::str::from_utf8(text.plain).unwrap();
        for licence in ["MIT license", "SIL OPEN FONT LICENSE", "Apache License"] {
            assert!(text.contains(licence), "{licence}");
        }
    }
}
