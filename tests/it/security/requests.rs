//! The requests of `matrix.txt`, and what its words stand for.

use super::world::{ROLES, World};

const MATRIX: &str = include_str!("matrix.txt");

/// A line of the table.
pub struct Line {
    pub method: &'static str,
    pub path: &'static str,
    pub form: &'static str,
    pub expected: Vec<&'static str>,
}

/// The whole table.
pub fn lines() -> Vec<Line> {
    let written = MATRIX.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    written
        .map(|line| {
            let (asked, expected) = line.split_once(" => ").unwrap_or_else(|| panic!("no => in {line}"));
            let mut asked = asked.split_whitespace();
            let (method, path) = (asked.next().unwrap(), asked.next().unwrap());
            let expected: Vec<&str> = expected.split_whitespace().collect();
            let expected = if expected.len() == 1 { vec![expected[0]; ROLES.len()] } else { expected };
            assert_eq!(expected.len(), ROLES.len(), "{line}: one status for all, or one for each role");
            Line { method, path, form: asked.next().unwrap_or_default(), expected }
        })
        .collect()
}

/// A path with what its words stand for in a world; KEY and ACCOUNT are of an account that nobody has yet.
pub fn concrete(world: &World, (key, account): (&str, &str), path: &str) -> String {
    let unknown = pejl::domain::base::tokens::Token::random();
    [
        ("LINK_A", world.links[0].as_str()),
        ("LINK_B", &world.links[1]),
        ("HELPER_A", &world.helper),
        ("CLOSED_A", &world.old_link),
        ("REVOKED_A", &world.revoked),
        ("UNKNOWN", unknown.as_str()),
        ("POST_A", &world.invitations[0]),
        ("POST_B", &world.invitations[1]),
        ("TASK_B", &world.old_invitation),
        ("LISTED_A", &world.posts[0]),
        ("LISTED_B", &world.posts[1]),
        ("CALL_A", &world.call),
        ("LETTER_A", world.letters[0].as_str()),
        ("LETTER_B", world.letters[1].as_str()),
        ("KEY", key),
        ("ACCOUNT", account),
        ("ASSET", pejl::assets::APP_CSS.rsplit('/').next().unwrap()),
    ]
    .iter()
    .fold(path.to_owned(), |path, (word, value)| path.replace(word, value))
}
