//! The placeholders of texts, named in plain words of the language that the text is written in.

use rapidfuzz::distance::indel;

use super::TextKind;
use crate::domain::Language;

/// How like a written name must be to a known one to be suggested, from 0 to 1.
const LIKE: f64 = 0.5;

/// What is filled in where its name stands in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placeholder {
    /// "Dear" and the name, or a greeting without one.
    Greeting,
    /// The receiver's name, or the post where it is not known.
    Recipient,
    /// The post that owns the answers.
    Post,
    /// Its municipality.
    Municipality,
    /// Who asks a colleague for help, or the colleague who is done.
    Colleague,
    /// The sections that the colleague is asked for, or is done with; in invitations and reminders the areas asked about,
    /// as short as they can be.
    Area,
    /// How many questions are asked, and how long they took others where that is known.
    Extent,
    /// What was written to the colleague, and by whom; nothing where nothing was written.
    Note,
    /// The programme's title.
    Programme,
    /// The round's key.
    Round,
    /// The day on which the round opens.
    Opens,
    /// The last day for answers.
    Deadline,
    /// The personal link.
    Link,
    /// The answers that were handed in.
    Answers,
    /// Why there is no more time.
    Because,
    /// Who asks.
    Sender,
    /// Whom to ask.
    Contact,
}

impl Placeholder {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Placeholder; 17] = [
        Placeholder::Greeting,
        Placeholder::Recipient,
        Placeholder::Post,
        Placeholder::Municipality,
        Placeholder::Colleague,
        Placeholder::Area,
        Placeholder::Extent,
        Placeholder::Note,
        Placeholder::Programme,
        Placeholder::Round,
        Placeholder::Opens,
        Placeholder::Deadline,
        Placeholder::Link,
        Placeholder::Answers,
        Placeholder::Because,
        Placeholder::Sender,
        Placeholder::Contact,
    ];

    /// Its name in texts of a language. A name is a word of a text's grammar, as a key is, and no text for people.
    pub fn name(self, language: Language) -> &'static str {
        let (danish, english) = match self {
            Placeholder::Greeting => ("hilsen", "greeting"),
            Placeholder::Recipient => ("modtager", "recipient"),
            Placeholder::Post => ("stilling", "post"),
            Placeholder::Municipality => ("kommune", "municipality"),
            Placeholder::Colleague => ("kollega", "colleague"),
            Placeholder::Area => ("område", "area"),
            Placeholder::Extent => ("omfang", "extent"),
            Placeholder::Note => ("besked", "message"),
            Placeholder::Programme => ("program", "programme"),
            Placeholder::Round => ("runde", "round"),
            Placeholder::Opens => ("åbner", "opens"),
            Placeholder::Deadline => ("frist", "deadline"),
            Placeholder::Link => ("link", "link"),
            Placeholder::Answers => ("svar", "answers"),
            Placeholder::Because => ("begrundelse", "reason"),
            Placeholder::Sender => ("afsender", "sender"),
            Placeholder::Contact => ("kontakt", "contact"),
        };
        if language == Language::Danish { danish } else { english }
    }

    /// As it stands in a text: its name in braces.
    pub fn written(self, language: Language) -> String {
        format!("{{{}}}", self.name(language))
    }

    /// Whether it has something to say in a letter.
    pub fn is_in(self, kind: TextKind) -> bool {
        match self {
            Placeholder::Colleague => matches!(kind, TextKind::Handover | TextKind::HandoverDone),
            Placeholder::Area => {
                matches!(kind, TextKind::Handover | TextKind::HandoverDone) || Placeholder::Extent.is_in(kind)
            }
            Placeholder::Extent => {
                matches!(kind, TextKind::Invitation | TextKind::Reminder | TextKind::LastReminder)
            }
            Placeholder::Note => kind == TextKind::Handover,
            Placeholder::Answers => kind == TextKind::Receipt,
            Placeholder::Because => kind == TextKind::ExtensionDeclined,
            Placeholder::Link => kind.brings_link(),
            _ => true,
        }
    }

    /// Those that have something to say in a letter.
    pub fn of_kind(kind: TextKind) -> Vec<Placeholder> {
        Placeholder::ALL.into_iter().filter(|one| one.is_in(kind)).collect()
    }

    /// The one of a name, whatever its capitals.
    pub fn find(name: &str, language: Language) -> Option<Placeholder> {
        let name = name.trim().to_lowercase();
        Placeholder::ALL.into_iter().find(|one| one.name(language) == name)
    }

    /// The name in a letter of this kind that is most like what was written: the same placeholder in the other
    /// language, or letters of which most are the same.
    pub fn nearest(written: &str, kind: TextKind, language: Language) -> Option<&'static str> {
        let written = written.trim().to_lowercase();
        let in_other = Language::ALL.iter().find_map(|other| Placeholder::find(&written, *other));
        if let Some(same) = in_other.filter(|one| one.is_in(kind)) {
            return Some(same.name(language));
        }
        let likeness = |name: &str| indel::normalized_similarity(written.chars(), name.chars());
        let names = Placeholder::of_kind(kind).into_iter().map(|one| one.name(language));
        let most_alike = names.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
        (likeness(most_alike) >= LIKE).then_some(most_alike)
    }
}
