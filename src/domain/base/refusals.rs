//! Why a rule says no. One word each; what people read is made where it is shown.

use crate::domain::access::sign_in_faults::SignInFault;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A published edition can't be replaced; correct it by a new edition.
    EditionPublished,
    /// Only a published edition can be asked.
    EditionNotPublished,
    /// The stored document no longer has the hash it was published with.
    EditionChanged,
    /// Rounds are held against earlier ones over the crosswalk, so changing it needs a reason; holds how many.
    CrosswalkInUse(usize),
    /// The draft was changed after the page that was to publish it was made.
    DraftChanged,
    /// What was typed is not the edition's key.
    WrongEditionKey,
    /// No edition of this key.
    UnknownEdition(String),
    /// An edition of this key exists.
    EditionExists(String),
    /// A draft of this key exists, and nobody has said that it may make way.
    DraftExists(String),
    /// The draft has faults, and only one without any is published; holds how many.
    EditionFaulty(usize),
    /// Another edition corrects this one already; holds its key.
    EditionCorrected(String),
    /// Questions would not compare any more over a correction, and nobody has accepted that; holds how many.
    CorrectionBreaks(usize),
    /// The municipality does not carry the recommendation out in full in the round.
    NotCarriedOut,
    /// Somebody has decided about the version of the example, or a newer one stands in its place.
    ExampleDecided,
    /// A round or a programme asks the edition.
    EditionAsked,
    /// The edition has so much in it that its document could not be read again.
    EditionTooLarge,
    /// What was to be changed in the draft is not there any more.
    NoSuchItem,
    /// What was to be taken away is used; holds how often.
    ItemInUse(usize),
    /// Something else of the same kind has this key.
    CatalogueKeyTaken(String),
    /// A key is 1 to 100 plain letters, digits, dots, hyphens and underscores.
    BadCatalogueKey(String),
    /// A word that pages of the catalogue have in their addresses, and that is no package's key for that.
    ReservedCatalogueKey(String),
    /// A text is longer than this many characters.
    TextTooLong(usize),
    /// Not an address of a web page.
    NotALink(String),
    /// The draft has no revision to go back or forward to.
    NoSuchRevision,
    /// No package of this key in the edition.
    UnknownPackage(String),
    /// No round of this key.
    UnknownRound(String),
    /// A round of this key exists.
    RoundExists(String),
    /// The figures of a test are not published.
    TestNotPublished,
    /// Nobody has handed anything in, so there is nothing to publish or to sign off.
    NothingHandedIn,
    /// A round that nobody is asked in, or not in earnest, is not signed off.
    NotToSign,
    /// What is published is what would be published now.
    NothingToCorrect,
    /// A correction needs a reason, of at most [`MOST_REASON`](crate::domain::rounds::releases::MOST_REASON) characters.
    BadReleaseReason,
    /// A key must be 1 to 40 letters, digits, dots or hyphens.
    BadKey(String),
    /// An account has as many saved views as one may have.
    TooManyViews,
    /// The round would close before it opens.
    ClosesBeforeItOpens,
    /// The minimum coverage must be from 0 to 1.
    BadCoverage,
    /// The programme would announce a round before it drafts it.
    AnnouncedBeforeDrafted,
    /// A programme of this key exists.
    ProgrammeExists(String),
    /// No edition is published that the programme could ask.
    NothingToAsk,
    /// The round is not a draft any more.
    RoundNotDraft,
    /// The round is not waiting to open by itself.
    RoundNotScheduled,
    /// The round of this key can't be the baseline asked for.
    NoBaseline(String),
    /// A round and its baseline do not both ask the package of this key.
    PackageNotAsked(String),
    /// Nothing is pinned there.
    NotPinned,
    /// The round is not open.
    RoundNotOpen,
    /// The round must be closed first.
    RoundNotClosed,
    /// Only a historic round takes imported answers.
    RoundNotHistoric,
    /// There is no post that any question would be put to.
    NobodyToAsk,
    /// The round has no imported answers that could be withdrawn.
    NoAnswers,
    /// Answers were imported before; a second import would count twice.
    AnswersExist,
    /// The invitation's deadline has passed.
    DeadlinePassed,
    /// The section was handed in and can't be changed until it is taken back.
    HandedIn,
    /// Answers are missing; holds how many.
    AnswersMissing(usize),
    /// An e-mail address was expected.
    BadAddress(String),
    /// A name was expected: one line, no control characters, at most 200 characters.
    BadName,
    /// A web or mail address stands in a person's name.
    AddressAsName,
    /// A section can't be handed to oneself.
    HandedToOneself,
    /// A colleague can't hand a section on to the one who is accountable for it.
    HandedToAccountable,
    /// Somebody else was proposed as a post's holder after the page that was to confirm it was made.
    ProposalChanged,
    /// A phone is one line of at most 200 characters, without control characters.
    BadPhone,
    /// There is no such post in the municipality; holds the title.
    UnknownPost(String),
    /// The post is no other one under a new title; holds the old title.
    NotRenamed(String),
    /// The municipality has a post of this title.
    PostExists(String),
    /// The post has not handed in in an open round, so it can't be put together with another; holds the round.
    PostIsAsked(String),
    /// A post can only be put together with another one of its municipality that is asked.
    NotMergeable,
    /// A title was expected: one line of 1 to 200 characters.
    BadPostTitle,
    /// The name of a department was expected: one line of 1 to 200 characters.
    BadDepartment,
    /// A post covers at least one area.
    NoAreas,
    /// A day within a year was expected.
    BadFromDay,
    /// A file was expected.
    NoFile,
    /// The account exists.
    StaffExists,
    /// No such account.
    UnknownStaff,
    /// The account has as many tokens of the API as an account may have; holds how many.
    TooManyApiTokens(i64),
    /// A coordinator has exactly one municipality, an admin none.
    WrongMunicipalities,
    /// No municipality with this code.
    UnknownMunicipality(String),
    /// E-mail or password are wrong.
    WrongPassword,
    /// Somebody for whom a provider vouches is not let in.
    SignIn(SignInFault),
    /// Nobody signs in with a password here.
    PasswordsOff,
    /// Too many attempts; try again in some minutes.
    TooManyAttempts,
    /// A password must have at least twelve characters.
    PasswordTooShort,
    /// A password has at most two hundred characters.
    PasswordTooLong,
    /// The password was not typed the same twice.
    PasswordsDiffer,
    /// An administrator would shut or demote the own account.
    OwnAccount,
    /// No administrator would be left who can sign in.
    LastAdministrator,
    /// A code of the second factor is wrong, too old, or was used.
    WrongCode,
    /// The account has a second factor already.
    SecondFactorSet,
    /// The account is disabled; adding it again opens it.
    StaffDisabled,
    /// The post has an extension, and an extension is final.
    ExtensionFinal,
    /// An extension must end after the round's last day, and not in the past.
    ExtensionTooEarly,
    /// More time than this is asked for or given as an answer by nobody: the round waits for everybody.
    ExtensionTooLate,
    /// The post has asked for more time already, and waits for the answer.
    ExtensionAsked,
    /// The post has asked for more time as often as it may.
    ExtensionAskedOften,
    /// The request for more time was answered, or there is no use in it any more.
    ExtensionRequestAnswered,
    /// A call is corrected and removed on its own day alone.
    CallOfAnotherDay,
    /// The one-time link was used or has expired.
    KeyExpired,
    /// A newer program has changed the database in a way that this one can't work with.
    SchemaNewer,
    /// So many letters were sent from one invitation within a day that no more are.
    TooManyLetters,
    /// The message is no delivery report, or a broken one.
    NoDeliveryReport,
    /// The delivery report is too large to be one.
    ReportTooLarge,
    /// The delivery report is about no letter that was sent.
    ReportOfNoLetter,
    /// There is a file of this name, and a backup replaces none.
    BackupExists,
    /// There is nothing to back up: the database has no tables yet.
    NothingToBackUp,
    /// The database was migrated by a newer program.
    DatabaseNewer,
    /// The database to back up is damaged; holds what is wrong.
    DatabaseDamaged(String),
    /// The file of the backup can't be written; holds the cause.
    BackupUnwritten(String),
    /// What was written is not what was read; holds the table.
    BackupDiffers(String),
    /// No backup, or one that was cut off.
    NotABackup,
    /// The backup was changed or damaged after it was made.
    BackupDamaged,
    /// The backup was made by a newer program; holds its version where it can be read.
    BackupNewer(String),
    /// Only an empty database is filled from a backup; holds a table that has rows.
    DatabaseNotEmpty(String),
    /// The database did not take the rows; holds the cause.
    RestoreFailed(String),
    /// A table came out of the database other than it went in.
    RestoredTableDiffers(String),
    /// A round's scores came out of the database other than those of the backup.
    RestoredScoresDiffer(String),
}
