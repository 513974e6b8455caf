//! Advice: what a consultant writes to a municipality about one recommendation. It stands beside the answers, is no part
//! of any figure, and is read by the municipality's coordinator and by the staff who may see the municipality; nothing
//! that a personal link opens shows it.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::MunicipalityCode;
use crate::domain::access::staff::{Role, Staff, StaffId};
use crate::domain::rounds::RoundId;
use crate::schema::{advice, advice_versions};

/// The most characters of a piece of advice.
pub const MOST_CHARACTERS: usize = 2000;

id! {
    /// A piece of advice.
    AdviceId
}

id! {
    /// A version of a piece of advice.
    AdviceVersionId
}

/// What a piece of advice is about.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = advice)]
pub struct Advice {
    /// Its id.
    pub id: AdviceId,
    /// The round.
    pub round_id: RoundId,
    /// The municipality.
    pub municipality_code: MunicipalityCode,
    /// Key of the package.
    pub package: String,
    /// Key of the recommendation.
    pub recommendation: String,
}

/// What was written at one time. The last version is how the advice stands.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = advice_versions, treat_none_as_default_value = false)]
pub struct AdviceVersion {
    /// Its id.
    pub id: AdviceVersionId,
    /// The advice.
    pub advice_id: AdviceId,
    /// The text; none where the advice was withdrawn.
    pub body: Option<String>,
    /// Who wrote it.
    pub staff_id: StaffId,
    /// When, UTC.
    pub written_at: NaiveDateTime,
}

impl AdviceVersion {
    /// A new version.
    pub fn new(advice: &AdviceId, body: Option<&str>, writer: &StaffId, now: NaiveDateTime) -> AdviceVersion {
        AdviceVersion {
            id: AdviceVersionId::new(),
            advice_id: advice.clone(),
            body: body.map(str::to_owned),
            staff_id: writer.clone(),
            written_at: now,
        }
    }
}

/// A round as advice names it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AdvisedRound {
    /// Its key.
    pub key: String,
    /// Key of its edition.
    pub edition: String,
}

/// One version of a piece of advice with what it is about, as it is read.
pub type AdviceRow = (Advice, AdvisedRound, AdviceVersion, String);

/// A piece of advice with everything that was ever written in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceThread {
    /// What it is about.
    pub advice: Advice,
    /// The round.
    pub round: AdvisedRound,
    /// The versions, oldest first, each with its writer's address.
    pub versions: Vec<(AdviceVersion, String)>,
}

impl AdviceThread {
    /// The text as it stands; none where it was withdrawn.
    pub fn body(&self) -> Option<&str> {
        self.versions.last()?.0.body.as_deref()
    }

    /// Who wrote it first, with the address.
    pub fn author(&self) -> Option<(&StaffId, &str)> {
        self.versions.first().map(|(version, address)| (&version.staff_id, address.as_str()))
    }

    /// When it was written first, UTC.
    pub fn written_at(&self) -> Option<NaiveDateTime> {
        self.versions.first().map(|(version, _)| version.written_at)
    }

    /// When it was changed last, UTC; none where it stands as it was written first.
    pub fn edited_at(&self) -> Option<NaiveDateTime> {
        self.versions.iter().skip(1).next_back().map(|(version, _)| version.written_at)
    }

    /// Whether an account changes it or withdraws it: its author or an administrator, as long as it stands.
    pub fn may_be_changed_by(&self, staff: &Staff) -> bool {
        let is_author = self.author().is_some_and(|(author, _)| *author == staff.id);
        self.body().is_some() && (staff.role == Role::Admin || (is_author && may_advise(staff)))
    }
}

/// Whether an account writes advice, within its scope.
pub fn may_advise(staff: &Staff) -> bool {
    matches!(staff.role, Role::Admin | Role::Consultant)
}

/// Rows, those of one piece of advice next to each other and oldest first, put together.
pub fn threads(rows: Vec<AdviceRow>) -> Vec<AdviceThread> {
    let mut threads: Vec<AdviceThread> = Vec::new();
    for (advice, round, version, address) in rows {
        match threads.last_mut() {
            Some(thread) if thread.advice.id == advice.id => thread.versions.push((version, address)),
            _ => threads.push(AdviceThread { advice, round, versions: vec![(version, address)] }),
        }
    }
    threads
}

/// A version that was written since an instant: the municipality, then the version itself.
pub type WrittenSince = (MunicipalityCode, AdviceVersion);

/// How many pieces of advice others have written or changed, per municipality. The rows are in the order in which they
/// were written; what has been withdrawn again is no news.
pub fn count_news(rows: &[WrittenSince], reader: &StaffId) -> Vec<(MunicipalityCode, i64)> {
    let is_last = |place: usize, version: &AdviceVersion| {
        rows[place + 1..].iter().all(|(_, later)| later.advice_id != version.advice_id)
    };
    let mut news: Vec<(MunicipalityCode, i64)> = Vec::new();
    for (place, (municipality, version)) in rows.iter().enumerate() {
        if version.staff_id == *reader || version.body.is_none() || !is_last(place, version) {
            continue;
        }
        match news.iter_mut().find(|(code, _)| code == municipality) {
            Some((_, count)) => *count += 1,
            None => news.push((municipality.clone(), 1)),
        }
    }
    news
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::staff;

    fn version(advice: &AdviceId, body: Option<&str>, writer: &StaffId) -> AdviceVersion {
        AdviceVersion::new(advice, body, writer, NaiveDateTime::default())
    }

    #[test]
    fn only_its_author_and_administrators_change_advice_and_nobody_once_it_is_withdrawn() {
        let [author, other] = [staff(Role::Consultant, None), staff(Role::Consultant, None)];
        let advice = Advice {
            id: AdviceId::new(),
            round_id: RoundId::new(),
            municipality_code: "0751".parse().unwrap(),
            package: "tobak".to_owned(),
            recommendation: "kurser".to_owned(),
        };
        let round = AdvisedRound { key: "2026".to_owned(), edition: "2018".to_owned() };
        let row = |body| (advice.clone(), round.clone(), version(&advice.id, body, &author.id), String::new());
        let one = threads(vec![row(Some("Begynd her.")), row(Some("Begynd der."))]).remove(0);
        assert_eq!((one.versions.len(), one.body()), (2, Some("Begynd der.")));
        let may = |thread: &AdviceThread| {
            let coordinator = Staff { role: Role::Coordinator, ..author.clone() };
            [&author, &other, &coordinator, &staff(Role::Admin, None)].map(|staff| thread.may_be_changed_by(staff))
        };
        assert_eq!(may(&one), [true, false, false, true]);
        assert_eq!(may(&threads(vec![row(Some("Begynd her.")), row(None)]).remove(0)), [false; 4]);
    }

    #[test]
    fn news_counts_each_piece_of_others_once_and_none_that_was_withdrawn() {
        let (writer, reader) = (StaffId::new(), StaffId::new());
        let code: MunicipalityCode = "0751".parse().unwrap();
        let [one, other, withdrawn, own] = [(); 4].map(|()| AdviceId::new());
        let row = |advice: &AdviceId, body, writer| (code.clone(), version(advice, body, writer));
        let rows = [
            row(&one, Some("a"), &writer),
            row(&withdrawn, Some("a"), &writer),
            row(&one, Some("b"), &writer),
            row(&other, Some("a"), &writer),
            row(&withdrawn, None, &writer),
            row(&own, Some("a"), &reader),
        ];
        assert_eq!(count_news(&rows, &reader), [(code.clone(), 2)]);
        assert_eq!(count_news(&rows[1..2], &writer), []);
    }
}
