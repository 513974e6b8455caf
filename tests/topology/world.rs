//! What the topology is filled with, all of it generated: an edition of 250 questions in eight areas
//! and any number of posts that answer them all.

use std::fmt::Write;

use pejl::domain::base::municipalities;

use crate::processes::Topology;

/// The areas; each has every eighth question.
pub const AREAS: [&str; 8] =
    ["ledelse", "sundhed", "aeldre", "dagtilbud", "skole", "psykiatri-handicap", "social", "kultur-fritid"];

/// The questions of the edition.
pub const QUESTIONS: usize = 250;

/// The options that leaders choose among, the first of the scale.
pub const OPTIONS: usize = 3;

/// The round that is open.
pub const ROUND: &str = "2026";

/// The address of a post's holder.
pub fn address(post: usize) -> String {
    format!("leder{post}@example.org")
}

/// Imports the edition and so many posts, and opens a round: letters go out from then on.
pub fn open_round(topology: &Topology, posts: usize) {
    let import = |name: &str, content: String, command: &[&str]| {
        let path = topology.path().join(name);
        std::fs::write(&path, content).unwrap();
        let arguments: Vec<&str> = command.iter().copied().chain([path.to_str().unwrap()]).collect();
        topology.pejl(&arguments);
    };
    import("edition.yaml", edition(), &["catalogue", "import"]);
    topology.pejl(&["catalogue", "publish", "genereret"]);
    import("posts.csv", directory(posts), &["directory", "import"]);
    let (opens, closes) = ("2026-01-05", "2099-12-31");
    topology.pejl(&["round", "create", "--key", ROUND, "--edition", "genereret", "--opens", opens, "--closes", closes]);
    topology.pejl(&["round", "open", ROUND]);
}

fn edition() -> String {
    let mut text = String::from(
        "edition: genereret\ntitle: Genereret udgave\npublished_on: 2018-01-01\nscales:\n  - key: trafiklys\n    label: Trafiklys\n    options:\n\
         \x20     - {key: groen, label: Fuldt implementeret, points: 2}\n      - {key: gul, label: I gang, points: 1}\n      - {key: roed, label: Ikke i gang, points: 0}\nareas:\n",
    );
    for area in AREAS {
        let _ = writeln!(text, "  - {{key: {area}, label: {area}}}");
    }
    text.push_str("packages:\n  - key: pakke\n    title: Genereret pakke\n    recommendations:\n");
    for number in 0..QUESTIONS {
        let area = AREAS[number % AREAS.len()];
        let _ = writeln!(
            text,
            "      - key: anbefaling-{number}\n        title: Genereret anbefaling {number}\n        category: rammer\n        questions:\n\
             \x20         - {{key: q.{number}, text: Hvor langt er I med genereret anbefaling {number}?, measure: implementation, scale: trafiklys, areas: [{area}]}}"
        );
    }
    text
}

fn directory(posts: usize) -> String {
    let all = municipalities::all();
    let mut file = String::from("municipality_code;department;post;areas;name;email;phone\n");
    for post in 0..posts {
        let code = all[post % all.len()].code;
        let _ = writeln!(file, "{code};Center;Leder {post};{};Leder {post};{};", AREAS.join("|"), address(post));
    }
    file
}
