use crate::domain::Language;
use crate::domain::mail::letter_texts::Wording;
use crate::domain::mail::letters::{Failure, Letter};
use crate::domain::site::Accent;
use crate::mail::{Asked, Content, Occasion, ReceiptLine, Rendered, Sender, template};
use crate::test_support::day;
use crate::test_support::mail::{config, invited_round, opening};

fn content(occasion: Occasion, language: Language) -> Content {
    Content {
        occasion,
        language,
        name: "Ane Eksempel".into(),
        post: "Skolechef".into(),
        municipality: "0751".parse().unwrap(),
        programme: "Forebyggelsespakkerne".into(),
        round: "2026".into(),
        is_test: false,
        is_sample: false,
        asked: Asked { areas: vec!["Skole".into()], questions: 16, minutes: Some(12) },
        opens_on: day(2026, 9, 1),
        deadline: day(2026, 10, 1),
        link: "https://pejl.example.org/svar/TOKEN".into(),
        sender: "Forebyggelse i praksis".into(),
        contact: "hjaelp@example.org".into(),
        accent: None,
    }
}

/// A letter from the text that the program brings.
fn render(content: &Content) -> Rendered {
    crate::mail::render(content, &template(content.occasion.kind(), content.language, None).unwrap())
}

/// A letter from a text of its own.
fn written(content: &Content, subject: &str, body: &str) -> Rendered {
    let own = Wording { subject: subject.into(), body: body.into() };
    crate::mail::render(content, &template(content.occasion.kind(), content.language, Some(own)).unwrap())
}

#[test]
fn buttons_have_the_colour_that_was_chosen() {
    let plain = content(Occasion::Invitation, Language::Danish);
    let accent = Some(Accent::parse("#005a46").unwrap());
    let button = |content: &Content| {
        render(content).html.split("class=\"button\" bgcolor=\"").nth(1).map(|rest| rest[..7].to_owned())
    };
    assert_eq!(button(&plain).as_deref(), Some("#00455c"));
    assert_eq!(button(&Content { accent, ..plain }).as_deref(), Some("#005a46"));
}

/// The headers of a message on the wire, unfolded.
fn headers(letter: &Letter, rendered: Rendered, settings: &[(&str, &str)]) -> Vec<String> {
    let sender = Sender::from_config(&config(settings)).unwrap();
    let wire = sender.message(letter, rendered, opening()).unwrap().message.formatted();
    let wire = String::from_utf8(wire).unwrap();
    let (head, _) = wire.split_once("\r\n\r\n").unwrap();
    head.replace("\r\n ", " ").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn an_invitation_says_who_asks_until_when_and_promises_no_anonymity() {
    let letter = render(&content(Occasion::Invitation, Language::Danish));
    for text in [&letter.text, &letter.html] {
        for said in ["Forebyggelse i praksis", "Aarhus", "Skolechef", "1. oktober 2026", "/svar/TOKEN", "ikke anonyme"]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    assert_eq!(letter.subject, "Forebyggelsespakkerne i Aarhus Kommune, Skole: Svar senest 1. oktober 2026");
    let english = render(&content(Occasion::Invitation, Language::English));
    assert!(english.text.contains("1 October 2026") && english.text.contains("not anonymous"));
}

#[test]
fn the_last_reminder_says_that_the_deadline_is_near() {
    let first = render(&content(Occasion::Reminder, Language::Danish)).text;
    let last = render(&content(Occasion::LastReminder, Language::Danish)).text;
    assert!(!first.contains("Fristen nærmer sig") && last.contains("Fristen nærmer sig"));
}

#[test]
fn an_invitation_and_reminders_say_how_much_is_asked_and_a_text_from_before_is_as_it_was() {
    for occasion in [Occasion::Invitation, Occasion::Reminder, Occasion::LastReminder] {
        let letter = render(&content(occasion.clone(), Language::Danish));
        let said = "Der er 16 spørgsmål, som det har taget andre cirka 12 minutter at besvare.";
        assert!(letter.text.contains(said) && letter.html.contains(said), "{}", letter.text);
        assert!(letter.subject.contains("Aarhus Kommune, Skole: "), "{}", letter.subject);
        let unknown = Asked { minutes: None, areas: vec!["Skole".into(), "Social".into(), "HR".into()], questions: 1 };
        let letter = render(&Content { asked: unknown, ..content(occasion, Language::Danish) });
        assert!(letter.text.contains("Der er 1 spørgsmål.") && letter.subject.contains(", 3 områder: "), "{letter:?}");
    }
    let before = written(
        &content(Occasion::Invitation, Language::Danish),
        "{program}: {frist}",
        "Svar senest {frist}\n\n{link}",
    );
    assert!(!before.text.contains("spørgsmål,"), "{}", before.text);
}

#[test]
fn there_are_at_most_120_words_before_the_link() {
    for occasion in [Occasion::Invitation, Occasion::Reminder, Occasion::LastReminder, Occasion::Result] {
        for language in [Language::Danish, Language::English] {
            let text = render(&content(occasion.clone(), language)).text;
            let (before, _) = text.split_once("https://pejl.example.org/svar/").unwrap();
            assert!(before.split_whitespace().count() <= 120, "{before}");
        }
    }
}

#[test]
fn only_who_has_not_seen_it_yet_is_told_at_length_what_answers_are_used_for() {
    let handover = Occasion::Handover { area: "Skole".into(), holder: String::new(), note: String::new() };
    let declined = Occasion::ExtensionDeclined { because: "Runden lukker".into() };
    let told = |occasion| render(&content(occasion, Language::Danish)).text.contains("ikke anonyme");
    assert!([Occasion::Invitation, handover].into_iter().all(told), "what answers are used for is not told");
    for again in [Occasion::Reminder, Occasion::LastReminder, Occasion::Extended, declined] {
        let text = render(&content(again, Language::Danish)).text;
        assert!(!text.contains("ikke anonyme") && text.contains("Forebyggelse i praksis"), "{text}");
    }
}

#[test]
fn a_letter_about_what_is_done_asks_nobody_whether_they_should_answer() {
    let done = Occasion::HandoverDone { area: "Skole".into(), colleague: "Bo".into() };
    for occasion in [done, Occasion::Result, Occasion::Receipt { answers: Vec::new() }] {
        let text = render(&content(occasion, Language::Danish)).text;
        assert!(text.contains("skriv til hjaelp@example.org") && !text.contains("ikke den rette"), "{text}");
        assert!(!text.contains("overdrag afsnittet"), "{text}");
    }
    assert!(render(&content(Occasion::Reminder, Language::Danish)).text.contains("ikke den rette"));
}

#[test]
fn a_trial_says_that_it_is_one() {
    let trial = Content { is_test: true, ..content(Occasion::Invitation, Language::Danish) };
    assert!(render(&trial).text.contains("prøverunde"));
}

#[test]
fn a_receipt_lists_the_answers_under_their_section() {
    let line = |section: &str, question: &str| ReceiptLine {
        section: section.into(),
        question: question.into(),
        answer: "I høj grad".into(),
        comments: vec!["Kommentar: <b>godt</b>\nmed mere".into()],
    };
    let answers = vec![line("Skole", "Første?"), line("Skole", "Andet?"), line("Unge", "Tredje?")];
    let letter = render(&content(Occasion::Receipt { answers }, Language::Danish));
    assert_eq!(letter.text.matches("Skole\n-----\n").count(), 1);
    assert!(letter.text.contains("Andet?\n  I høj grad\n  Kommentar: <b>godt</b>\n  med mere"));
    assert!(letter.html.contains("&lt;b&gt;godt&lt;/b&gt;") && !letter.html.contains("<b>godt"));
}

#[test]
fn a_letters_address_can_be_broken_on_a_phone_and_is_copied_whole() {
    let link = format!("https://pejl.example.org/svar/{}", "A".repeat(43));
    let letter = render(&Content { link: link.clone(), ..content(Occasion::Invitation, Language::Danish) });
    let (_, shown) = letter.html.split_once("<wbr>").unwrap();
    let longest = shown.split("</a>").next().unwrap().split("<wbr>").map(str::len).max();
    assert_eq!(longest, Some(16), "{}", letter.html);
    assert!(letter.html.replace("<wbr>", "").contains(&format!(">{link}</a>")) && letter.text.contains(&link));
}

#[test]
fn every_letter_with_a_link_says_that_it_is_personal() {
    let handover = Occasion::Handover { area: "Skole".into(), holder: String::new(), note: String::new() };
    let receipt = Occasion::Receipt { answers: Vec::new() };
    for occasion in [Occasion::Invitation, Occasion::Reminder, Occasion::LastReminder, handover, receipt] {
        let text = render(&content(occasion.clone(), Language::Danish)).text;
        assert!(text.contains("personligt"), "{occasion:?}");
    }
}

#[test]
fn html_letters_load_nothing_and_style_nothing_but_the_dark() {
    let html = render(&content(Occasion::Invitation, Language::Danish)).html;
    for never in ["<img", "<script", "style=", "src=", "url(", "@import"] {
        assert!(!html.contains(never), "{never}");
    }
    assert_eq!(html.matches("<style>@media (prefers-color-scheme: dark) {").count(), 1);
    assert_eq!(html.matches("<style").count(), 1, "programs without style sheets lose the dark alone");
}

#[test]
fn hostile_names_and_titles_never_become_headers() {
    let invited = invited_round(1);
    let hostile = "Ane\r\nBcc: alle@example.org\n\tX: y\u{0}";
    let letter = Letter { name: hostile.into(), ..Letter::invitation(&invited.invitations[0], opening()) };
    let rendered =
        Rendered { subject: hostile.into(), text: "t".into(), html: "h".into(), link: "l".into(), calendar: None };
    let headers = headers(&letter, rendered, &[]);
    let names: Vec<&str> = headers.iter().map(|line| line.split(':').next().unwrap()).collect();
    let expected = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "X-Auto-Response-Suppress",
        "List-Id",
        "MIME-Version",
        "Content-Type",
    ];
    assert_eq!(names, expected, "{headers:?}");
}

#[test]
fn a_letter_has_the_sender_of_the_settings_and_says_that_it_is_automatic() {
    let invited = invited_round(1);
    let letter = Letter::invitation(&invited.invitations[0], opening());
    let rendered = render(&content(Occasion::Invitation, Language::Danish));
    let headers = headers(&letter, rendered, &[("MAIL_REPLY_TO", "svar@example.org")]);
    let has = |line: &str| assert!(headers.iter().any(|header| header == line), "{line}: {headers:?}");
    has("From: \"Forebyggelse i praksis\" <maaling@example.org>");
    has("Reply-To: svar@example.org");
    has("To: \"Navn 0\" <leader-0@example.org>");
    has("Auto-Submitted: auto-generated");
    has("X-Auto-Response-Suppress: OOF, AutoReply");
    has("List-Id: <questionnaire.pejl.example.org>");
    has(&format!("Message-ID: <{}@pejl.example.org>", letter.id));
    has("Date: Tue, 01 Sep 2026 08:00:00 +0000");
}

#[test]
fn an_address_that_is_none_is_a_permanent_failure() {
    let invited = invited_round(1);
    let sender = Sender::from_config(&config(&[])).unwrap();
    for email in ["ane", "ane@", "ane@example.org\r\nRCPT TO:<alle@example.org>", "a b@example.org"] {
        let letter = Letter { email: email.into(), ..Letter::invitation(&invited.invitations[0], opening()) };
        let rendered = render(&content(Occasion::Invitation, Language::Danish));
        let outcome = sender.message(&letter, rendered, opening());
        assert!(matches!(outcome, Err(Failure::Permanent(_))), "{email:?}");
    }
}

#[test]
fn an_own_text_is_filled_and_shown_as_text_and_as_html() {
    let content = content(Occasion::Invitation, Language::Danish);
    let body = "# Kære {modtager}\n\n{stilling} i **{kommune}**, {program} {runde}\nfra {åbner} til *{frist}*\n\n\
                1. et\n2. to\n\n- *a*\n- b\n\n> citat\n\n---\n\n[Læs mere](https://example.org/x)\n\n\
                [Begynd her]({link})\n\n{afsender} {kontakt}";
    let letter = written(&content, "{program}: {frist}", body);
    assert_eq!(letter.subject, "Forebyggelsespakkerne: 1. oktober 2026");
    assert_eq!(
        letter.text,
        "Kære Ane Eksempel\n-----------------\n\nSkolechef i Aarhus Kommune, Forebyggelsespakkerne 2026\n\
         fra 1. september 2026 til 1. oktober 2026\n\n1. et\n2. to\n\n- a\n- b\n\n> citat\n\n\
         --------------------\n\nLæs mere (https://example.org/x)\n\n\
         Begynd her:\nhttps://pejl.example.org/svar/TOKEN\n\nForebyggelse i praksis hjaelp@example.org\n"
    );
    for said in [
        "<h2>Kære Ane Eksempel</h2>",
        "<strong>Aarhus Kommune</strong>",
        "<em>1. oktober 2026</em>",
        "<ol start=\"1\"><li>et</li><li>to</li></ol>",
        "<ul><li><em>a</em></li><li>b</li></ul>",
        "<blockquote><p>citat</p></blockquote><hr>",
        "<a href=\"https://example.org/x\">Læs mere</a>",
        "<strong>Begynd her</strong>",
    ] {
        assert!(letter.html.contains(said), "{said}: {}", letter.html);
    }
}

#[test]
fn what_is_filled_in_is_never_read_as_markdown_or_html() {
    let hostile = "**fed** <b>x</b> [y](https://example.org) {link}\n\n# Nyt";
    let content = Content {
        name: hostile.into(),
        post: hostile.into(),
        programme: hostile.into(),
        round: hostile.into(),
        ..content(Occasion::Invitation, Language::Danish)
    };
    let letter = written(&content, "{modtager}", "{modtager}\n\n{stilling} {program} {runde}\n\n{link}");
    let shown = "**fed** <b>x</b> [y](https://example.org) {link} # Nyt";
    assert_eq!(letter.subject, shown);
    assert!(letter.text.starts_with(&format!("{shown}\n\n{shown} {shown} {shown}\n\n")), "{}", letter.text);
    assert!(letter.html.contains("**fed** &lt;b&gt;x&lt;/b&gt; [y](https://example.org) {link} # Nyt"));
    assert!(!letter.html.contains("<b>") && !letter.html.contains("href=\"https://example.org\""));
    assert_eq!(letter.text.matches("/svar/TOKEN").count(), 1);
}

#[test]
fn who_has_no_name_is_greeted_without_one() {
    let content = Content { name: String::new(), ..content(Occasion::Invitation, Language::English) };
    let letter = written(&content, "x", "{greeting}\n\nFor {recipient}\n\n{link}");
    assert!(letter.text.starts_with("Hello\n\nFor Skolechef\n\nOpen the questions:\n"), "{}", letter.text);
}
