//! How refusals read: one sentence each that says why and what to do.

use crate::domain::Language;
use crate::domain::refusals::Refusal;

/// The sentence for a refusal.
pub fn describe(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::EditionPublished => tr!(language, "refusal-edition-published"),
        Refusal::EditionNotPublished => tr!(language, "refusal-edition-not-published"),
        Refusal::EditionChanged => tr!(language, "refusal-edition-changed"),
        Refusal::UnknownEdition(key) => tr!(language, "refusal-unknown-edition", key = key.as_str()),
        Refusal::UnknownPackage(key) => tr!(language, "refusal-unknown-package", key = key.as_str()),
        Refusal::UnknownRound(key) => tr!(language, "refusal-unknown-round", key = key.as_str()),
        Refusal::RoundExists(key) => tr!(language, "refusal-round-exists", key = key.as_str()),
        Refusal::BadKey(key) => tr!(language, "refusal-bad-key", key = key.as_str()),
        Refusal::ClosesBeforeItOpens => tr!(language, "refusal-closes-before-it-opens"),
        Refusal::BadCoverage => tr!(language, "refusal-bad-coverage"),
        Refusal::RoundNotDraft => tr!(language, "refusal-round-not-draft"),
        Refusal::RoundNotOpen => tr!(language, "refusal-round-not-open"),
        Refusal::RoundNotClosed => tr!(language, "refusal-round-not-closed"),
        Refusal::RoundNotHistoric => tr!(language, "refusal-round-not-historic"),
        Refusal::NobodyToAsk => tr!(language, "refusal-nobody-to-ask"),
        Refusal::AnswersExist => tr!(language, "refusal-answers-exist"),
        Refusal::DeadlinePassed => tr!(language, "refusal-deadline-passed"),
        Refusal::HandedIn => tr!(language, "refusal-handed-in"),
        Refusal::AnswersMissing(count) => {
            let count = *count;
            tr!(language, "refusal-answers-missing", count = count)
        }
        Refusal::BadAddress(address) => tr!(language, "refusal-bad-address", address = address.as_str()),
        Refusal::BadName => tr!(language, "refusal-bad-name"),
        Refusal::StaffExists => tr!(language, "refusal-staff-exists"),
        Refusal::UnknownStaff => tr!(language, "refusal-unknown-staff"),
        Refusal::WrongMunicipalities => tr!(language, "refusal-wrong-municipalities"),
        Refusal::UnknownMunicipality(code) => tr!(language, "refusal-unknown-municipality", code = code.as_str()),
        Refusal::WrongPassword => tr!(language, "refusal-wrong-password"),
        Refusal::TooManyAttempts => tr!(language, "refusal-too-many-attempts"),
        Refusal::PasswordTooShort => tr!(language, "refusal-password-too-short"),
        Refusal::PasswordTooLong => tr!(language, "refusal-password-too-long"),
        Refusal::PasswordsDiffer => tr!(language, "refusal-passwords-differ"),
        Refusal::StaffDisabled => tr!(language, "refusal-staff-disabled"),
        Refusal::ExtensionFinal => tr!(language, "refusal-extension-final"),
        Refusal::ExtensionTooEarly => tr!(language, "refusal-extension-too-early"),
        Refusal::KeyExpired => tr!(language, "refusal-key-expired"),
        Refusal::SchemaNewer => tr!(language, "refusal-schema-newer"),
    }
}
