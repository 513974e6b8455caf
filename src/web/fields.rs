//! A form whose fields are not known beforehand.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

/// The most fields of a form: a section of 250 questions has six each. Without a limit, 4 MB of empty
/// fields would take a hundred times that in memory.
const MOST_FIELDS: usize = 10_000;

/// Names and values as they were sent, in order.
#[derive(Debug)]
pub struct Fields(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fields, D::Error> {
        deserializer.deserialize_seq(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Fields;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "at most {MOST_FIELDS} fields")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sent: A) -> Result<Fields, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = sent.next_element()? {
            if fields.len() == MOST_FIELDS {
                return Err(A::Error::invalid_length(MOST_FIELDS + 1, &self));
            }
            fields.push(field);
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::TestService;
    use crate::test_support::respondent::{AskedPost, TOKEN};

    #[actix_web::test]
    async fn a_form_of_more_fields_than_a_section_has_is_refused() {
        let asked = AskedPost::new();
        let form = vec![("x", ""); MOST_FIELDS + 1];
        let path = format!("/svar/{TOKEN}/afsnit/psykiatri-handicap");
        assert_eq!(asked.post(&path, &form[1..]).await.status, 303);
        assert_eq!(asked.post(&path, &form).await.status, 400);
    }

    #[actix_web::test]
    async fn only_forms_under_a_personal_link_may_be_long() {
        let long = "x".repeat(20_000);
        let service = TestService::new();
        assert_eq!(service.post("/login", &[("email", &long), ("password", "")]).await.status, 413);
        let asked = AskedPost::new();
        let path = format!("/svar/{TOKEN}/afsnit/psykiatri-handicap");
        assert_eq!(asked.post(&path, &[("x", &long)]).await.status, 303);
    }
}
