//! An example of good practice as a coordinator types it.

use super::examples::{MOST_CHARACTERS, MOST_IN_LINE, MOST_IN_PHONE};
use super::written::{written, written_line};
use crate::domain::base::addresses::is_address;
use crate::domain::rounds::prose::TextFault;

/// As it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedExample {
    /// Title.
    pub title: String,
    /// Paragraph.
    pub body: String,
    /// Whom to ask.
    pub function: String,
    /// Address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Whether somebody has said that what looks like a CPR number is none.
    pub is_no_cpr: bool,
}

/// An example that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleDraft {
    /// Title.
    pub title: String,
    /// Paragraph.
    pub body: String,
    /// Whom to ask.
    pub function: String,
    /// Address.
    pub email: String,
    /// Telephone; may be empty.
    pub phone: String,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExampleFaults {
    /// With the title.
    pub title: Option<TextFault>,
    /// With the paragraph.
    pub body: Option<TextFault>,
    /// With the function.
    pub function: Option<TextFault>,
    /// Whether the address is none.
    pub email: bool,
    /// With the telephone.
    pub phone: Option<TextFault>,
}

impl TypedExample {
    /// The example.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(&self) -> Result<ExampleDraft, ExampleFaults> {
        let title = written_line(&self.title, MOST_IN_LINE, self.is_no_cpr);
        let body = written(&self.body, MOST_CHARACTERS, self.is_no_cpr);
        let function = written_line(&self.function, MOST_IN_LINE, self.is_no_cpr);
        let email = Some(self.email.trim().to_owned()).filter(|email| is_address(email));
        // Eight digits are no CPR number, and nobody need give one.
        let phone = match written_line(&self.phone, MOST_IN_PHONE, true) {
            Err(TextFault::Missing) => Ok(String::new()),
            other => other,
        };
        match (title, body, function, email, phone) {
            (Ok(title), Ok(body), Ok(function), Some(email), Ok(phone)) => {
                Ok(ExampleDraft { title, body, function, email, phone })
            }
            (title, body, function, email, phone) => Err(ExampleFaults {
                title: title.err(),
                body: body.err(),
                function: function.err(),
                email: email.is_none(),
                phone: phone.err(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_is_told_at_once_and_a_telephone_may_be_missing() {
        let typed = TypedExample {
            title: " Røgfri\n skoletid ".to_owned(),
            body: "Vi begyndte med\r\nskolerne.".to_owned(),
            function: "Sundhedsafdelingen".to_owned(),
            email: " sundhed@example.org ".to_owned(),
            ..TypedExample::default()
        };
        let draft = typed.parse().unwrap();
        assert_eq!((draft.title.as_str(), draft.body.as_str()), ("Røgfri skoletid", "Vi begyndte med\nskolerne."));
        assert_eq!((draft.email.as_str(), draft.phone.as_str()), ("sundhed@example.org", ""));
        let faulty = TypedExample {
            body: "x".repeat(MOST_CHARACTERS + 1),
            email: "sundhed".to_owned(),
            phone: "1".repeat(MOST_IN_PHONE + 1),
            function: "010190-1234".to_owned(),
            ..TypedExample::default()
        };
        let faults = faulty.parse().unwrap_err();
        let found = (faults.title, faults.body, faults.function, faults.email, faults.phone);
        let long = |most| Some(TextFault::TooLong(most));
        let (missing, cpr) = (Some(TextFault::Missing), Some(TextFault::Cpr));
        assert_eq!(found, (missing, long(MOST_CHARACTERS), cpr, true, long(MOST_IN_PHONE)));
    }
}
