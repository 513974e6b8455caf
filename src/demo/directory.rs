//! A generated directory: six posts in each municipality, covering all areas between them. Names
//! are made of the post and a number, never of people.

use std::fmt::Write;

use crate::domain::base::municipalities;

/// Department, post and areas: one set for every municipality.
const POSTS: [(&str, &str, &str); 7] = [
    ("Direktionen", "Kommunaldirektør", "ledelse|kommunikation"),
    ("Center for Sundhed", "Sundhedschef", "sundhed|sundhedspleje|tandpleje"),
    ("Center for Ældre og Omsorg", "Ældrechef", "aeldre"),
    ("Center for Børn og Unge", "Chef for dagtilbud og skole", "dagtilbud|skole|unge|familie"),
    ("Center for Voksne", "Leder af botilbud", "psykiatri-handicap"),
    ("Center for Voksne", "Chef for socialområdet", "psykiatri-handicap|social|rusmiddel|beskaeftigelse"),
    ("Center for By, Kultur og Personale", "Centerchef", "kultur-fritid|teknik-miljoe|ejendomme|hr|bevilling"),
];

/// The directory as a file, so that the demo takes the way that a municipality's own file takes.
pub fn file() -> String {
    let mut file = String::from("municipality_code;department;post;areas;name;email;phone\n");
    for municipality in municipalities::all() {
        for (index, (department, post, areas)) in POSTS.iter().enumerate() {
            let number = index + 1;
            let code = municipality.code;
            // Writing to a String can't fail.
            let _ = writeln!(
                file,
                "{code};{department};{post};{areas};Leder {number} i {} (genereret);leder{number}.{code}@example.org;00 00 00 0{number}",
                municipality.name
            );
        }
    }
    file
}
