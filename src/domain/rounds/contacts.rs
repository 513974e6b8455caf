//! Who holds a post, as somebody typed it on a page.

use super::directory::{Holder, PostId};
use crate::domain::Language;
use crate::domain::base::addresses::{LONGEST, is_address};
use crate::domain::base::import_errors::has_control_characters;
use crate::domain::base::refusals::Refusal;

/// Most characters of a name or a telephone number.
const TEXT_LIMIT: usize = 200;

/// Name, address, phone and language of a post's holder; each but the language may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Full name.
    pub name: String,
    /// Work e-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// The language of letters and answer pages.
    pub language: Language,
}

/// What is wrong with a contact.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactFaults {
    /// The name.
    pub name: Option<Refusal>,
    /// The address.
    pub email: Option<Refusal>,
    /// The phone.
    pub phone: Option<Refusal>,
}

impl Contact {
    /// A contact as somebody wrote it.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(name: &str, email: &str, phone: &str, language: Language) -> Result<Contact, ContactFaults> {
        let (name, email, phone) = (name.trim(), email.trim(), phone.trim());
        let is_text = |text: &str| text.chars().count() <= TEXT_LIMIT && !has_control_characters(text);
        let faults = ContactFaults {
            name: (!is_text(name)).then_some(Refusal::BadName),
            email: (!email.is_empty() && !is_address(email))
                .then(|| Refusal::BadAddress(email.chars().take(LONGEST).collect())),
            phone: (!is_text(phone)).then_some(Refusal::BadPhone),
        };
        if faults != ContactFaults::default() {
            return Err(faults);
        }
        Ok(Contact { name: name.to_owned(), email: email.to_owned(), phone: phone.to_owned(), language })
    }

    /// The same as the holder of a post.
    pub fn of_post(self, post_id: PostId) -> Holder {
        let Contact { name, email, phone, language } = self;
        Holder { post_id, name, email, phone, language }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_may_be_empty_but_not_wrong() {
        let parse = |name, email, phone| Contact::parse(name, email, phone, Language::Danish);
        assert!(parse("", "", "").is_ok());
        assert_eq!(parse(" Nina Ny ", " nina@example.org ", " 12 34 ").unwrap().email, "nina@example.org");
        let faults = parse("Nina\r\nBcc: x", "nina", "1\n2").unwrap_err();
        assert_eq!((faults.name, faults.phone), (Some(Refusal::BadName), Some(Refusal::BadPhone)));
        assert_eq!(faults.email, Some(Refusal::BadAddress("nina".to_owned())));
    }
}
