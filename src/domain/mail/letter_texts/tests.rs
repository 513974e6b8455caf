use proptest::prelude::*;

use super::*;

fn parse(kind: TextKind, body: &str) -> Result<Template, Vec<Fault>> {
    let wording = Wording { subject: "Svar senest {frist}".into(), body: body.into() };
    Template::parse(kind, Language::Danish, &wording)
}

fn problems(kind: TextKind, body: &str) -> Vec<(Option<usize>, Problem)> {
    parse(kind, body).unwrap_err().into_iter().map(|fault| (fault.line, fault.problem)).collect()
}

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

#[test]
fn a_text_is_taken_apart_into_what_letters_show() {
    let template = parse(
        TextKind::Invitation,
        "{hilsen}\n\n**Vigtigt** for {Kommune}\nnæste linje\n\n[Åbn spørgsmålene]({link})\n\n- et\n- to\n",
    );
    let body = template.unwrap().body;
    let expected = [
        Block::Paragraph(vec![Inline::Value(Placeholder::Greeting)]),
        Block::Paragraph(vec![
            Inline::Strong(vec![text("Vigtigt")]),
            text(" for "),
            Inline::Value(Placeholder::Municipality),
            Inline::Break,
            text("næste linje"),
        ]),
        Block::Button(vec![text("Åbn spørgsmålene")]),
        Block::List {
            first: None,
            items: vec![vec![Block::paragraph("et".into())], vec![Block::paragraph("to".into())]],
        },
    ];
    assert_eq!(body, expected);
}

#[test]
fn every_unknown_placeholder_is_told_with_its_line_and_the_nearest_name() {
    let unknown =
        |line, written: &str, nearest| (Some(line), Problem::UnknownPlaceholder { written: written.into(), nearest });
    let found = problems(TextKind::Invitation, "{modtagr}\n\n{link}\n{xyzw} og **{municipality}**");
    let expected = [
        unknown(1, "modtagr", Some("modtager")),
        unknown(4, "xyzw", None),
        unknown(4, "municipality", Some("kommune")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn braces_that_are_no_placeholder_are_told() {
    assert_eq!(problems(TextKind::Announcement, "Hej {modtager\nog } så")[0].0, Some(1));
    assert_eq!(problems(TextKind::Announcement, "a } b"), [(Some(1), Problem::StrayBrace("} b".into()))]);
    assert!(matches!(problems(TextKind::Announcement, "{}")[..], [(_, Problem::UnknownPlaceholder { .. })]));
}

#[test]
fn the_link_stands_in_a_text_once_and_in_an_announcement_never() {
    assert_eq!(problems(TextKind::Reminder, "Hej"), [(None, Problem::NoLink)]);
    assert_eq!(problems(TextKind::Reminder, "{link} og [igen]({link})"), [(None, Problem::LinkTwice)]);
    assert_eq!(problems(TextKind::Announcement, "{link}"), [(Some(1), Problem::NotInThisLetter("link"))]);
    assert!(parse(TextKind::Reminder, "Tryk [her]({link}) nu").is_ok());
    let wording = Wording { subject: "{link}".into(), body: "{link}".into() };
    let faults = Template::parse(TextKind::Reminder, Language::Danish, &wording).unwrap_err();
    assert_eq!(faults, [Fault { line: None, problem: Problem::NotInSubject("link") }]);
}

#[test]
fn links_lead_to_web_pages_and_addresses_and_pictures_are_refused() {
    assert!(parse(TextKind::Announcement, "[Læs](https://example.org) [skriv](mailto:a@example.org)").is_ok());
    for address in ["javascript:alert(1)", "data:text/html,x", "/lokal", "https://example.org/{modtager}"] {
        let found = problems(TextKind::Announcement, &format!("[x]({address})"));
        assert_eq!(found, [(Some(1), Problem::BadAddress(address.into()))]);
    }
    let found = problems(TextKind::Announcement, "Hej\n\n![x](https://example.org/a.png)");
    assert_eq!(found, [(Some(3), Problem::Picture)]);
}

#[test]
fn a_receipt_has_its_answers_in_a_paragraph_of_their_own() {
    assert!(parse(TextKind::Receipt, "{link}\n\n{svar}").is_ok());
    assert_eq!(problems(TextKind::Receipt, "{link}"), [(None, Problem::NoAnswers)]);
    assert_eq!(problems(TextKind::Receipt, "{link}\n\nHer: {svar}"), [(None, Problem::AnswersNotAlone)]);
    assert_eq!(problems(TextKind::Invitation, "{link} {svar}"), [(Some(1), Problem::NotInThisLetter("svar"))]);
}

#[test]
fn html_stays_text() {
    let body = parse(TextKind::Announcement, "<b>fed</b> & {kommune}\n\n<script>\nalert(1)\n</script>\n").unwrap().body;
    let Block::Paragraph(first) = &body[0] else { panic!("{body:?}") };
    assert_eq!(first[0], text("<b>"));
    let shown = format!("{body:?}");
    assert!(shown.contains("<script>") && shown.contains("alert(1)"), "{shown}");
}

#[test]
fn what_lies_too_deep_is_refused_before_it_is_followed() {
    assert_eq!(problems(TextKind::Announcement, &">".repeat(MOST_OF_BODY)), [(None, Problem::TooDeep)]);
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(body in "[\\PC\n{}*_#>\\-\\[\\]()`!<&;\\\\]{0,200}") {
        for kind in TextKind::ALL {
            drop(parse(*kind, &body));
        }
    }

    #[test]
    fn what_is_known_is_never_called_unknown(place in 0..Placeholder::ALL.len(), english in any::<bool>()) {
        let language = if english { Language::English } else { Language::Danish };
        let placeholder = Placeholder::ALL[place];
        prop_assert_eq!(Placeholder::find(placeholder.name(language), language), Some(placeholder));
    }
}
