//! How large ten national rounds become: 98 municipalities, 8 areas, 6 posts, 250 questions.

use std::path::Path;

use diesel::connection::SimpleConnection;
use pejl::store::{Conn, Db, db::connect};

/// Sections of ten rounds: 98 x 8 x 6 x 10.
const SECTIONS: u32 = 47_040;

pub fn answers_of_ten_rounds(folder: &Path) {
    let path = folder.join("ten-rounds.sqlite");
    let url = format!("sqlite://{}", path.display());
    Db::open(&url, 1).unwrap().migrate().unwrap();
    let Conn::Sqlite(mut conn) = connect(&url).unwrap() else { return };
    conn.batch_execute(&format!(
        "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF;
         INSERT INTO sections (number, invitation_id, round_id, municipality_code, area, handed_in_at, returned)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {SECTIONS})
         SELECT i, printf('0193a0b0-0000-7000-8000-%012d', i), printf('0193a0b0-0000-7000-9000-%012d', i % 10),
                printf('%04d', 101 + i % 98), 'psykiatri-handicap', '2026-09-20 12:00:00', printf('%.*c', 250, '1') FROM n;
         INSERT INTO answers (section, question, choice, revision)
         WITH RECURSIVE q(j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM q WHERE j < 249)
         SELECT number, j, (number + j) % 5, 1 FROM sections, q ORDER BY number, j;
         PRAGMA wal_checkpoint(TRUNCATE);"
    ))
    .unwrap();
    drop(conn);
    let megabytes = std::fs::metadata(&path).unwrap().len() as f64 / 1e6;
    println!("{:<58}{megabytes:>12.2}{:>12}", "11.8 million answers with their sections, MB", "700");
}
