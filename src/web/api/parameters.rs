//! What an address of the API asks for. Every parameter is known by the struct that also documents it, so that the
//! document can't name one that is not read, and a wrong one is named and not passed over.

use std::collections::BTreeSet;
use std::str::FromStr;

use actix_web::HttpRequest;
use actix_web::web::Query;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::IntoParams;

use crate::api::cursor::Cursor;
use crate::domain::{Area, Language};

/// The most entries of a page.
pub const MOST: usize = 1_000;

/// The entries of a page where nothing else is asked for.
pub const USUAL: usize = 100;

/// A parameter that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the parameter {name} is wrong")]
pub struct BadParameter {
    /// Its name.
    pub name: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is none of this name here.
    Unknown,
    /// It was sent twice.
    Twice,
    /// It is no number from 1 to this one.
    Number(usize),
    /// It is no cursor of this list.
    Cursor,
    /// It is no value that there is, or that the token may read.
    Value,
}

impl BadParameter {
    /// A parameter with a value that there is not.
    pub fn value(name: &str) -> BadParameter {
        BadParameter { name: name.to_owned(), fault: Fault::Value }
    }

    /// A cursor of another list, or of an entry that is not there any more.
    pub fn cursor() -> BadParameter {
        BadParameter { name: "after".to_owned(), fault: Fault::Cursor }
    }
}

/// Which page of a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// The entry behind which it begins.
    pub after: Option<Cursor>,
    /// The most entries.
    pub limit: usize,
}

/// A list without texts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageParameters {
    /// Where the page begins: `next` of the page before.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    pub after: Option<String>,
    /// The most entries of the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100)]
    pub limit: Option<String>,
}

/// A list with titles in a language.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TextParameters {
    /// The language of titles: `da` or `en`.
    #[param(value_type = Option<SpokenLanguage>)]
    pub language: Option<String>,
    /// Where the page begins: `next` of the page before.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    pub after: Option<String>,
    /// The most entries of the page.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100)]
    pub limit: Option<String>,
}

/// The languages of titles.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum SpokenLanguage {
    /// Danish.
    Da,
    /// English.
    En,
}

/// Reads the parameters of an address; those that are empty are as if they were not there.
///
/// # Errors
/// With the first that is unknown or there twice.
pub fn read<P: IntoParams + DeserializeOwned>(request: &HttpRequest) -> Result<P, BadParameter> {
    let known: BTreeSet<String> = P::into_params(|| None).into_iter().map(|parameter| parameter.name).collect();
    let mut seen = BTreeSet::new();
    for (name, _) in url::form_urlencoded::parse(request.query_string().as_bytes()) {
        if !known.contains(&*name) {
            return Err(BadParameter { name: name.into_owned(), fault: Fault::Unknown });
        }
        if !seen.insert(name.clone().into_owned()) {
            return Err(BadParameter { name: name.into_owned(), fault: Fault::Twice });
        }
    }
    // Texts that need not be there, each of them once, always fit.
    let read = Query::<P>::from_query(request.query_string());
    read.map(Query::into_inner).map_err(|_| BadParameter::value("language"))
}

/// Which page is asked for.
///
/// # Errors
/// When `after` or `limit` is wrong.
pub fn paging(after: Option<&str>, limit: Option<&str>) -> Result<Paging, BadParameter> {
    let after = match given(after) {
        None => None,
        Some(text) => Some(Cursor::read(text).ok_or_else(BadParameter::cursor)?),
    };
    let limit = match given(limit) {
        None => USUAL,
        Some(text) => {
            let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
            number.ok_or_else(|| BadParameter { name: "limit".to_owned(), fault: Fault::Number(MOST) })?
        }
    };
    Ok(Paging { after, limit })
}

/// The value of a parameter, where it has one.
pub fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

/// A word of one of our lists.
///
/// # Errors
/// When it is none of them.
pub fn word<T: FromStr>(name: &str, text: Option<&str>) -> Result<Option<T>, BadParameter> {
    match given(text) {
        None => Ok(None),
        Some(text) => Ok(Some(text.parse().map_err(|_| BadParameter::value(name))?)),
    }
}

/// What stands for all of something together in a parameter.
pub const ALL: &str = "all";

/// An area, or all areas together.
///
/// # Errors
/// When it is no area.
pub fn area(text: Option<&str>) -> Result<Option<Option<Area>>, BadParameter> {
    match given(text) {
        Some(ALL) => Ok(Some(None)),
        text => Ok(word("area", text)?.map(Some)),
    }
}

/// The language of titles: Danish unless English is asked for.
///
/// # Errors
/// When it is none of ours.
pub fn language(text: Option<&str>) -> Result<Language, BadParameter> {
    Ok(word("language", text)?.unwrap_or_default())
}

/// The language of a problem, whatever else is wrong with the address.
pub fn language_of(request: &HttpRequest) -> Language {
    let mut parameters = url::form_urlencoded::parse(request.query_string().as_bytes());
    let asked = parameters.find(|(name, _)| name == "language");
    asked.and_then(|(_, text)| text.parse().ok()).unwrap_or_default()
}
