//! From what a provider says of somebody to what they may do here. Whatever is not named in the settings gives
//! nothing, and what is doubtful is refused: nobody gets more because a claim is missing.

use serde_json::{Map, Value};

use super::identities::Rights;
use super::sign_in_faults::SignInFault;
use super::staff::{Role, check_municipalities};
use crate::domain::MunicipalityCode;
use crate::domain::base::municipalities;

/// Says in a claim of municipalities that somebody may see all of them.
const ALL: &str = "*";

/// Where a claim stands: its name, or a JSON pointer (RFC 6901) where it begins with a slash, as in
/// `/realm_access/roles`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimPath(String);

impl ClaimPath {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How claims become a role and municipalities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimMapping {
    /// Where roles stand.
    pub role: ClaimPath,
    /// What each value gives.
    pub roles: Vec<(String, Role)>,
    /// Where municipalities come from.
    pub municipality: MunicipalitySource,
}

/// Where somebody's municipalities come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MunicipalitySource {
    /// From nowhere: consultants see all, and there can be no coordinators.
    Nowhere,
    /// The provider is this municipality's own.
    One(MunicipalityCode),
    /// From a claim, by code or name, one or many.
    Claim(ClaimPath),
}

/// A text that is no list of values and roles.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no list of values and roles")]
pub struct NoRoles;

impl ClaimPath {
    /// A claim by its name or pointer.
    pub fn new(text: &str) -> ClaimPath {
        ClaimPath(text.to_owned())
    }

    /// The texts that stand there: one, or those of a list; none where nothing does.
    pub fn texts<'a>(&self, claims: &'a Map<String, Value>) -> Vec<&'a str> {
        match self.value(claims) {
            Some(Value::String(text)) => vec![text],
            Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    fn value<'a>(&self, claims: &'a Map<String, Value>) -> Option<&'a Value> {
        let Some(rest) = self.0.strip_prefix('/') else { return claims.get(&self.0) };
        let (first, rest) = rest.split_once('/').map_or((rest, None), |(first, rest)| (first, Some(rest)));
        let value = claims.get(&first.replace("~1", "/").replace("~0", "~"))?;
        rest.map_or(Some(value), |rest| value.pointer(&format!("/{rest}")))
    }
}

/// Values and the roles they give, as in `pejl-admin=admin;CN=Sundhed,OU=Grupper=coordinator`: the value may hold
/// `=` and `,` as the names of groups do, so that the role stands behind the last `=`.
///
/// # Errors
/// When a part is no value and role, or there is none.
pub fn parse_roles(text: &str) -> Result<Vec<(String, Role)>, NoRoles> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let roles = parts.map(|part| {
        let (value, role) = part.rsplit_once('=').ok_or(NoRoles)?;
        let (value, role) = (value.trim(), role.trim().parse().map_err(|_| NoRoles)?);
        if value.is_empty() { Err(NoRoles) } else { Ok((value.to_owned(), role)) }
    });
    let roles = roles.collect::<Result<Vec<(String, Role)>, NoRoles>>()?;
    if roles.is_empty() { Err(NoRoles) } else { Ok(roles) }
}

impl ClaimMapping {
    /// What the claims give. Of several roles the widest holds.
    ///
    /// # Errors
    /// `NoRole` and `NoMunicipality`.
    pub fn rights(&self, claims: &Map<String, Value>) -> Result<Rights, SignInFault> {
        let given = self.role.texts(claims);
        let has =
            |role: Role| self.roles.iter().any(|(value, gives)| *gives == role && given.contains(&value.as_str()));
        let role = [Role::Admin, Role::Consultant, Role::Coordinator].into_iter().find(|role| has(*role));
        let role = role.ok_or(SignInFault::NoRole)?;
        let municipalities = self.municipalities(role, claims)?;
        check_municipalities(role, &municipalities).or(Err(SignInFault::NoMunicipality))?;
        Ok(Rights { role, municipalities })
    }

    fn municipalities(&self, role: Role, claims: &Map<String, Value>) -> Result<Vec<MunicipalityCode>, SignInFault> {
        if role == Role::Admin {
            return Ok(Vec::new());
        }
        match &self.municipality {
            MunicipalitySource::Nowhere => Ok(Vec::new()),
            MunicipalitySource::One(code) => Ok(vec![code.clone()]),
            MunicipalitySource::Claim(path) => {
                let given = path.texts(claims);
                if role == Role::Consultant && given == [ALL] {
                    return Ok(Vec::new());
                }
                let codes = given.into_iter().map(municipality).collect::<Option<Vec<MunicipalityCode>>>();
                let mut codes = codes.filter(|codes| !codes.is_empty()).ok_or(SignInFault::NoMunicipality)?;
                codes.sort_unstable();
                codes.dedup();
                Ok(codes)
            }
        }
    }

    /// Whether everything that the mapping asks for is there, or must be asked for elsewhere.
    pub fn is_complete(&self, claims: &Map<String, Value>) -> bool {
        let has_municipality = match &self.municipality {
            MunicipalitySource::Claim(path) => path.value(claims).is_some(),
            _ => true,
        };
        self.role.value(claims).is_some() && has_municipality
    }
}

/// A municipality by its four-digit code, by the same without leading zero as directories keep numbers, or by name.
fn municipality(text: &str) -> Option<MunicipalityCode> {
    let text = text.trim();
    text.parse().or_else(|_| format!("0{text}").parse()).ok().or_else(|| municipalities::named(text))
}

#[cfg(test)]
mod tests;
