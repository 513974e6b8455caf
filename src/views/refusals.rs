//! How refusals read: one sentence each that says why and what to do.

use crate::domain::Language;
use crate::domain::base::refusals::Refusal;
use crate::domain::dashboards::saved_view::MOST_VIEWS;
use crate::domain::rounds::releases::MOST_REASON;
use crate::views::access::providers;

/// The sentence for a refusal.
pub fn describe(refusal: &Refusal, language: Language) -> String {
    match refusal {
        Refusal::EditionPublished => tr!(language, "refusal-edition-published"),
        Refusal::EditionNotPublished => tr!(language, "refusal-edition-not-published"),
        Refusal::EditionChanged => tr!(language, "refusal-edition-changed"),
        Refusal::CrosswalkInUse(rounds) => {
            let rounds = *rounds;
            tr!(language, "refusal-crosswalk-in-use", rounds = rounds)
        }
        Refusal::TooManyViews => tr!(language, "refusal-too-many-views", most = MOST_VIEWS),
        Refusal::DraftChanged => tr!(language, "refusal-draft-changed"),
        Refusal::WrongEditionKey => tr!(language, "refusal-wrong-edition-key"),
        Refusal::UnknownEdition(key) => tr!(language, "refusal-unknown-edition", key = key.as_str()),
        Refusal::DraftExists(key) => tr!(language, "refusal-draft-exists", key = key.as_str()),
        Refusal::EditionExists(key) => tr!(language, "refusal-edition-exists", key = key.as_str()),
        Refusal::EditionFaulty(count) => {
            let count = *count;
            tr!(language, "refusal-edition-faulty", count = count)
        }
        Refusal::EditionCorrected(key) => tr!(language, "refusal-edition-corrected", key = key.as_str()),
        Refusal::CorrectionBreaks(count) => {
            let count = *count;
            tr!(language, "refusal-correction-breaks", count = count)
        }
        Refusal::NotCarriedOut => tr!(language, "refusal-not-carried-out"),
        Refusal::ExampleDecided => tr!(language, "refusal-example-decided"),
        Refusal::EditionAsked => tr!(language, "refusal-edition-asked"),
        Refusal::EditionTooLarge => tr!(language, "refusal-edition-too-large"),
        Refusal::NoSuchItem => tr!(language, "refusal-no-such-item"),
        Refusal::ItemInUse(count) => {
            let count = *count;
            tr!(language, "refusal-item-in-use", count = count)
        }
        Refusal::CatalogueKeyTaken(key) => tr!(language, "refusal-catalogue-key-taken", key = key.as_str()),
        Refusal::ReservedCatalogueKey(key) => tr!(language, "refusal-reserved-catalogue-key", key = key.as_str()),
        Refusal::BadCatalogueKey(key) => tr!(language, "refusal-bad-catalogue-key", key = key.as_str()),
        Refusal::TextTooLong(most) => tr!(language, "refusal-text-too-long", most = most.to_string()),
        Refusal::NotALink(address) => tr!(language, "fault-not-a-link", value = address.as_str()),
        Refusal::NoSuchRevision => tr!(language, "refusal-no-such-revision"),
        Refusal::UnknownPackage(key) => tr!(language, "refusal-unknown-package", key = key.as_str()),
        Refusal::UnknownRound(key) => tr!(language, "refusal-unknown-round", key = key.as_str()),
        Refusal::RoundExists(key) => tr!(language, "refusal-round-exists", key = key.as_str()),
        Refusal::BadKey(key) => tr!(language, "refusal-bad-key", key = key.as_str()),
        Refusal::ClosesBeforeItOpens => tr!(language, "refusal-closes-before-it-opens"),
        Refusal::BadCoverage => tr!(language, "refusal-bad-coverage"),
        Refusal::AnnouncedBeforeDrafted => tr!(language, "refusal-announced-before-drafted"),
        Refusal::ProgrammeExists(key) => tr!(language, "refusal-programme-exists", key = key.as_str()),
        Refusal::NothingToAsk => tr!(language, "refusal-nothing-to-ask"),
        Refusal::RoundNotDraft => tr!(language, "refusal-round-not-draft"),
        Refusal::RoundNotScheduled => tr!(language, "refusal-round-not-scheduled"),
        Refusal::NoBaseline(key) => tr!(language, "refusal-no-baseline", key = key.as_str()),
        Refusal::PackageNotAsked(package) => tr!(language, "refusal-package-not-asked", package = package.as_str()),
        Refusal::NotPinned => tr!(language, "refusal-not-pinned"),
        Refusal::RoundNotOpen => tr!(language, "refusal-round-not-open"),
        Refusal::TestNotPublished => tr!(language, "refusal-test-not-published"),
        Refusal::NotToSign => tr!(language, "refusal-not-to-sign"),
        Refusal::NothingHandedIn => tr!(language, "refusal-nothing-handed-in"),
        Refusal::NothingToCorrect => tr!(language, "refusal-nothing-to-correct"),
        Refusal::BadReleaseReason => tr!(language, "refusal-bad-release-reason", limit = MOST_REASON),
        Refusal::RoundNotClosed => tr!(language, "refusal-round-not-closed"),
        Refusal::RoundNotHistoric => tr!(language, "refusal-round-not-historic"),
        Refusal::NobodyToAsk => tr!(language, "refusal-nobody-to-ask"),
        Refusal::NoAnswers => tr!(language, "refusal-no-answers"),
        Refusal::AnswersExist => tr!(language, "refusal-answers-exist"),
        Refusal::DeadlinePassed => tr!(language, "refusal-deadline-passed"),
        Refusal::HandedIn => tr!(language, "refusal-handed-in"),
        Refusal::AnswersMissing(count) => {
            let count = *count;
            tr!(language, "refusal-answers-missing", count = count)
        }
        Refusal::BadAddress(address) => tr!(language, "refusal-bad-address", address = address.as_str()),
        Refusal::ProposalChanged => tr!(language, "refusal-proposal-changed"),
        Refusal::HandedToOneself => tr!(language, "refusal-handed-to-oneself"),
        Refusal::HandedToAccountable => tr!(language, "refusal-handed-to-accountable"),
        Refusal::AddressAsName => tr!(language, "refusal-address-as-name"),
        Refusal::BadName => tr!(language, "refusal-bad-name"),
        Refusal::BadPhone => tr!(language, "refusal-bad-phone"),
        Refusal::UnknownPost(post) => tr!(language, "refusal-unknown-post", post = post.as_str()),
        Refusal::NotRenamed(post) => tr!(language, "refusal-not-renamed", post = post.as_str()),
        Refusal::PostExists(post) => tr!(language, "refusal-post-exists", post = post.as_str()),
        Refusal::PostIsAsked(round) => tr!(language, "refusal-post-is-asked", round = round.as_str()),
        Refusal::NotMergeable => tr!(language, "refusal-not-mergeable"),
        Refusal::BadPostTitle => tr!(language, "refusal-bad-post-title"),
        Refusal::BadDepartment => tr!(language, "refusal-bad-department"),
        Refusal::NoAreas => tr!(language, "refusal-no-areas"),
        Refusal::BadFromDay => tr!(language, "refusal-bad-from-day"),
        Refusal::NoFile => tr!(language, "refusal-no-file"),
        Refusal::StaffExists => tr!(language, "refusal-staff-exists"),
        Refusal::UnknownStaff => tr!(language, "refusal-unknown-staff"),
        Refusal::WrongMunicipalities => tr!(language, "refusal-wrong-municipalities"),
        Refusal::UnknownMunicipality(code) => tr!(language, "refusal-unknown-municipality", code = code.as_str()),
        Refusal::WrongPassword => tr!(language, "refusal-wrong-password"),
        Refusal::SignIn(fault) => providers::cure(*fault, language),
        Refusal::PasswordsOff => tr!(language, "refusal-passwords-off"),
        Refusal::TooManyAttempts => tr!(language, "refusal-too-many-attempts"),
        Refusal::PasswordTooShort => tr!(language, "refusal-password-too-short"),
        Refusal::PasswordTooLong => tr!(language, "refusal-password-too-long"),
        Refusal::PasswordsDiffer => tr!(language, "refusal-passwords-differ"),
        Refusal::TooManyApiTokens(most) => {
            let most = *most;
            tr!(language, "refusal-too-many-api-tokens", most = most)
        }
        Refusal::OwnAccount => tr!(language, "refusal-own-account"),
        Refusal::LastAdministrator => tr!(language, "refusal-last-administrator"),
        Refusal::WrongCode => tr!(language, "refusal-wrong-code"),
        Refusal::SecondFactorSet => tr!(language, "refusal-second-factor-set"),
        Refusal::StaffDisabled => tr!(language, "refusal-staff-disabled"),
        Refusal::ExtensionFinal => tr!(language, "refusal-extension-final"),
        Refusal::ExtensionTooEarly => tr!(language, "refusal-extension-too-early"),
        Refusal::ExtensionTooLate => tr!(language, "refusal-extension-too-late"),
        Refusal::ExtensionAsked => tr!(language, "refusal-extension-asked"),
        Refusal::ExtensionAskedOften => tr!(language, "refusal-extension-asked-often"),
        Refusal::ExtensionRequestAnswered => tr!(language, "refusal-extension-request-answered"),
        Refusal::CallOfAnotherDay => tr!(language, "refusal-call-of-another-day"),
        Refusal::KeyExpired => tr!(language, "refusal-key-expired"),
        Refusal::SchemaNewer => tr!(language, "refusal-schema-newer"),
        Refusal::TooManyLetters => tr!(language, "refusal-too-many-letters"),
        Refusal::NoDeliveryReport => tr!(language, "refusal-no-delivery-report"),
        Refusal::ReportTooLarge => tr!(language, "refusal-report-too-large"),
        Refusal::ReportOfNoLetter => tr!(language, "refusal-report-of-no-letter"),
        Refusal::BackupExists => tr!(language, "refusal-backup-exists"),
        Refusal::NothingToBackUp => tr!(language, "refusal-nothing-to-back-up"),
        Refusal::DatabaseNewer => tr!(language, "refusal-database-newer"),
        Refusal::DatabaseDamaged(cause) => tr!(language, "refusal-database-damaged", cause = cause.as_str()),
        Refusal::BackupUnwritten(cause) => tr!(language, "refusal-backup-unwritten", cause = cause.as_str()),
        Refusal::BackupDiffers(table) => tr!(language, "refusal-backup-differs", table = table.as_str()),
        Refusal::NotABackup => tr!(language, "refusal-not-a-backup"),
        Refusal::BackupDamaged => tr!(language, "refusal-backup-damaged"),
        Refusal::BackupNewer(version) => tr!(language, "refusal-backup-newer", version = version.as_str()),
        Refusal::DatabaseNotEmpty(table) => tr!(language, "refusal-database-not-empty", table = table.as_str()),
        Refusal::RestoreFailed(cause) => tr!(language, "refusal-restore-failed", cause = cause.as_str()),
        Refusal::RestoredTableDiffers(table) => {
            tr!(language, "refusal-restored-table-differs", table = table.as_str())
        }
        Refusal::RestoredScoresDiffer(round) => {
            tr!(language, "refusal-restored-scores-differ", round = round.as_str())
        }
    }
}
