//! Where somebody is in the call list, as its address says it.

use url::form_urlencoded;

use crate::domain::MunicipalityCode;
use crate::domain::rounds::call_list::CallsWanted;
use crate::domain::rounds::calls::CallOutcome;

/// What stands behind the question mark of a page of the list; never empty. What is usual is left out, so that another
/// choice of lines brings its own order with it.
pub fn query(wanted: &CallsWanted, page: usize) -> String {
    let page = page.to_string();
    let mut asked = vec![
        ("q", wanted.text.as_str()),
        ("municipality", wanted.municipality.as_ref().map_or("", MunicipalityCode::as_str)),
        ("region", wanted.region.as_deref().unwrap_or_default()),
        ("outcome", wanted.outcome.as_ref().map_or("", CallOutcome::as_str)),
        ("shown", wanted.shown.as_str()),
    ];
    asked.extend(order(wanted));
    asked.push(("page", if page == "1" { "" } else { &page }));
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(asked.into_iter().filter(|(_, value)| !value.is_empty()))
        .finish()
}

/// The order, where it is not the usual one of the lines that are shown.
pub(super) fn order(wanted: &CallsWanted) -> Vec<(&'static str, &'static str)> {
    if wanted.sort == wanted.shown.usual_sort() && !wanted.descending {
        return Vec::new();
    }
    vec![("sort", wanted.sort.as_str()), ("order", if wanted.descending { "desc" } else { "asc" })]
}
