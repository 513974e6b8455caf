//! What the authority that runs the service has chosen about it.

pub mod accent;
pub mod texts;

pub use accent::Accent;

use crate::domain::base::addresses::is_address;
use crate::domain::base::import_errors::is_steering;

words! {
    /// A setting that is kept in the database.
    pub enum SettingName {
        /// What the service is called.
        Name = "name",
        /// What letters call whoever asks.
        Sender = "sender",
        /// The address of who is asked about accessibility and personal data.
        Contact = "contact",
        /// The accent colour.
        Accent = "accent",
        /// The logo: hash, width and height.
        Logo = "logo",
    }
}

/// The most characters of a name.
pub const LONGEST_NAME: usize = 60;

/// The settings of the site; what is not chosen is as the environment or the program has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// What the service is called.
    pub name: Option<String>,
    /// What letters call whoever asks.
    pub sender: Option<String>,
    /// Who is asked about accessibility and personal data.
    pub contact: Option<String>,
    /// The accent colour.
    pub accent: Option<Accent>,
    /// The logo.
    pub logo: Option<Logo>,
}

/// A logo that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// SHA-256 of its bytes.
    pub hash: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Logo {
    /// As it is kept in a setting.
    pub fn written(&self) -> String {
        format!("{} {} {}", self.hash, self.width, self.height)
    }

    fn read(text: &str) -> Option<Logo> {
        let mut words = text.split(' ');
        let (hash, width, height) = (words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some(Logo { hash: hash.to_owned(), width, height })
    }
}

impl Site {
    /// The site of the settings kept; names of a newer program and what can't be read are passed over.
    pub fn of(settings: &[(String, String)]) -> Site {
        settings.iter().fold(Site::default(), |site, (name, value)| {
            let text = Some(value.clone());
            match name.parse() {
                Ok(SettingName::Name) => Site { name: text, ..site },
                Ok(SettingName::Sender) => Site { sender: text, ..site },
                Ok(SettingName::Contact) => Site { contact: text, ..site },
                Ok(SettingName::Accent) => Site { accent: Accent::parse(value).ok(), ..site },
                Ok(SettingName::Logo) => Site { logo: Logo::read(value), ..site },
                Err(_) => site,
            }
        })
    }
}

/// What is chosen in the form of the site; empty texts choose nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SiteDraft {
    /// What the service is called.
    pub name: String,
    /// What letters call whoever asks.
    pub sender: String,
    /// Whom to ask.
    pub contact: String,
    /// The accent colour as it was typed.
    pub accent: String,
}

/// What is wrong with what was chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SiteFault {
    /// A name is too long or holds characters that steer.
    Name(SettingName),
    /// The contact is no address.
    Contact,
    /// The colour can't be read.
    Colour,
    /// White text on the colour can't be read well enough: the ratio of their luminances.
    Contrast(f64),
}

impl SiteDraft {
    /// What is kept, setting by setting, without those that are not chosen.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn parse(&self) -> Result<Vec<(SettingName, String)>, Vec<SiteFault>> {
        let mut faults = Vec::new();
        let mut settings = Vec::new();
        for (name, text) in [(SettingName::Name, &self.name), (SettingName::Sender, &self.sender)] {
            let text = text.trim();
            if text.chars().count() > LONGEST_NAME || text.chars().any(is_steering) {
                faults.push(SiteFault::Name(name));
            }
            settings.push((name, text.to_owned()));
        }
        let contact = self.contact.trim();
        if !contact.is_empty() && !is_address(contact) {
            faults.push(SiteFault::Contact);
        }
        settings.push((SettingName::Contact, contact.to_owned()));
        match self.accent.trim() {
            "" => {}
            text => match Accent::parse(text) {
                Ok(accent) => settings.push((SettingName::Accent, accent.as_str().to_owned())),
                Err(fault) => faults.push(fault),
            },
        }
        settings.retain(|(_, text)| !text.is_empty());
        if faults.is_empty() { Ok(settings) } else { Err(faults) }
    }
}

/// Why a file is no logo of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoFault {
    /// Nothing was sent.
    Missing,
    /// More bytes than `LOGO_BYTES`.
    TooBig,
    /// No PNG, or a damaged one.
    NotPng,
    /// Wider or higher than `LOGO_SIZE`.
    TooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
}

/// The most bytes of a logo as it is sent.
pub const LOGO_BYTES: usize = 200 * 1024;

/// The greatest width and height of a logo, in pixels.
pub const LOGO_SIZE: (u32, u32) = (1200, 400);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_wrong_is_told_at_once_and_nothing_chosen_keeps_nothing() {
        let draft = SiteDraft {
            name: "x".repeat(61),
            sender: "A\u{202e}B".to_owned(),
            contact: "ingen".to_owned(),
            accent: "gul".to_owned(),
        };
        let faults = draft.parse().unwrap_err();
        assert_eq!(faults.len(), 4, "{faults:?}");
        assert_eq!(SiteDraft::default().parse(), Ok(Vec::new()));
    }

    #[test]
    fn settings_come_back_as_they_were_chosen() {
        let draft = SiteDraft {
            name: " Sund kommune ".to_owned(),
            sender: String::new(),
            contact: "sundhed@example.org".to_owned(),
            accent: "#005A46".to_owned(),
        };
        let kept: Vec<(String, String)> =
            draft.parse().unwrap().into_iter().map(|(name, value)| (name.to_string(), value)).collect();
        let site = Site::of(&kept);
        assert_eq!(site.name.as_deref(), Some("Sund kommune"));
        assert_eq!(site.accent.as_ref().map(Accent::as_str), Some("#005a46"));
        assert_eq!((site.sender, site.logo), (None, None));
        let later = [("shape".to_owned(), "round".to_owned()), ("logo".to_owned(), "abc 10".to_owned())];
        assert_eq!(Site::of(&later), Site::default());
    }
}
