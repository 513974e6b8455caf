//! The migrations: the same tables on both databases, back and forth, and `src/schema.rs` as they make it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use pejl::domain::base::compatibility::SchemaState;
use pejl::store::db::connect;
use pejl::store::{Conn, Db};

use crate::app::TestApp;
use crate::database::{Backend, Database};
use crate::source::root;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

on_both_databases!(
    migrating_twice_changes_nothing,
    down_then_up_makes_the_same_tables,
    the_oldest_program_that_may_serve_finds_all_that_it_knows,
    what_words_there_are_is_left_to_the_program,
    foreign_keys_are_kept,
);

/// A column: whether it must have a value, whether it gets one by itself, and its type in words that both
/// databases share.
#[derive(Debug, PartialEq, Eq)]
struct Column {
    sql_type: String,
    required: bool,
    has_default: bool,
}

type Tables = BTreeMap<String, BTreeMap<String, Column>>;

#[derive(QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    sql_type: String,
    #[diesel(sql_type = Integer)]
    required: i32,
    #[diesel(sql_type = Integer)]
    has_default: i32,
    /// Its place in the primary key, from 1; 0 for none. SQLite only.
    #[diesel(sql_type = Integer)]
    key_place: i32,
}

const SQLITE_COLUMNS: &str = "SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS sql_type, \
     c.\"notnull\" AS required, c.dflt_value IS NOT NULL AS has_default, c.pk AS key_place FROM sqlite_master m JOIN pragma_table_info(m.name) c \
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '__diesel%' ORDER BY m.name, c.cid";

const PG_COLUMNS: &str = "SELECT table_name::text, column_name::text, data_type::text AS sql_type, \
     CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END AS required, (column_default IS NOT NULL)::integer AS has_default, \
     0 AS key_place FROM information_schema.columns \
     WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_diesel%' ORDER BY table_name, ordinal_position";

fn columns(conn: &mut Conn) -> Vec<ColumnRow> {
    match conn {
        Conn::Sqlite(conn) => diesel::sql_query(SQLITE_COLUMNS).load(conn).unwrap(),
        Conn::Pg(conn) => diesel::sql_query(PG_COLUMNS).load(conn).unwrap(),
    }
}

fn tables(conn: &mut Conn) -> Tables {
    let mut tables = Tables::new();
    for row in columns(conn) {
        let sql_type = row.sql_type.trim_end_matches(" without time zone").to_owned();
        let column = Column { sql_type, required: row.required != 0, has_default: row.has_default != 0 };
        tables.entry(row.table_name).or_default().insert(row.column_name, column);
    }
    tables
}

/// The versions of the migrations that were run on a database.
pub fn applied(url: &str) -> Vec<String> {
    pejl::store::compatibility::list_applied(&mut connect(url).unwrap()).unwrap()
}

fn migrating_twice_changes_nothing(app: &TestApp) {
    let conn = &mut connect(&app.service.config.database_url).unwrap();
    let before = tables(conn);
    assert!(before.len() > 10 && before["rounds"]["key"].required);
    app.service.db.migrate().unwrap();
    assert_eq!(tables(conn), before);
    assert_eq!(app.service.db.schema_state().unwrap(), SchemaState::UpToDate);
}

fn down_then_up_makes_the_same_tables(app: &TestApp) {
    let conn = &mut connect(&app.service.config.database_url).unwrap();
    let before = tables(conn);
    match conn {
        Conn::Sqlite(conn) => drop(conn.revert_all_migrations(MIGRATIONS).unwrap()),
        Conn::Pg(conn) => drop(conn.revert_all_migrations(MIGRATIONS).unwrap()),
    }
    assert_eq!(tables(conn), Tables::new(), "going down leaves tables behind");
    assert_eq!(app.service.db.schema_state().unwrap(), SchemaState::Behind);
    app.service.db.migrate().unwrap();
    assert_eq!(tables(conn), before);
}

/// Runs the migrations up to a version.
pub fn migrate_to(conn: &mut Conn, newest: &str) {
    match conn {
        Conn::Sqlite(conn) => migrate_each(conn, newest),
        Conn::Pg(conn) => migrate_each(conn, newest),
    }
}

fn migrate_each<DB: diesel::backend::Backend>(conn: &mut impl MigrationHarness<DB>, newest: &str) {
    let mut pending = conn.pending_migrations(MIGRATIONS).unwrap();
    pending.retain(|one| one.name().version().to_string().as_str() <= newest);
    conn.run_migrations(&pending).unwrap();
}

/// What the rolling upgrade rests on, whatever a migration took away: a program whose newest migration is
/// `compatibility.oldest` reads columns of the types it knows, and may leave out what it does not know.
fn the_oldest_program_that_may_serve_finds_all_that_it_knows(app: &TestApp) {
    let conn = &mut connect(&app.service.config.database_url).unwrap();
    let oldest = pejl::store::compatibility::find_oldest(conn).unwrap().unwrap();
    let backend = if matches!(conn, Conn::Sqlite(_)) { Backend::Sqlite } else { Backend::Postgres };
    let before = Database::empty(backend, app.folder()).unwrap();
    let older = &mut connect(&before.url).unwrap();
    migrate_to(older, &oldest);
    let (now, known) = (tables(conn), tables(older));
    for (table, columns) in &known {
        for (name, known) in columns {
            let Some(column) = now.get(table).and_then(|columns| columns.get(name)) else {
                panic!("{table}.{name} is gone");
            };
            assert_eq!(column.sql_type, known.sql_type, "{table}.{name}");
            assert!(known.required || !column.required, "{table}.{name} must have a value now");
        }
        for (name, column) in now[table].iter().filter(|(name, _)| !columns.contains_key(*name)) {
            assert!(!column.required || column.has_default, "nobody who does not know {table}.{name} gives it a value");
        }
    }
}

/// A CHECK list could only be extended by a migration that takes away.
fn what_words_there_are_is_left_to_the_program(app: &TestApp) {
    let query = match connect(&app.service.config.database_url).unwrap() {
        Conn::Sqlite(_) => {
            "SELECT name AS child, '' AS parent, '' AS child_column FROM sqlite_master WHERE sql LIKE '%CHECK%'"
        }
        Conn::Pg(_) => {
            "SELECT conname::text AS child, '' AS parent, '' AS child_column FROM pg_constraint \
             WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
        }
    };
    let checked: Vec<ReferenceRow> = app.read(|conn| Ok(diesel::sql_query(query).load(conn)?));
    assert_eq!(checked.iter().map(|row| &row.child).collect::<Vec<_>>(), Vec::<&String>::new());
}

fn foreign_keys_are_kept(app: &TestApp) {
    use diesel::connection::SimpleConnection;
    let conn = &mut connect(&app.service.config.database_url).unwrap();
    let orphan = "INSERT INTO keys (token_hash, staff_id, expires_at) VALUES ('a', 'nobody', '2026-01-01 00:00:00')";
    assert!(conn.batch_execute(orphan).is_err());
}

#[test]
fn both_databases_have_the_same_tables() {
    let folder = tempfile::tempdir().unwrap();
    let Some(postgres) = Database::new(Backend::Postgres, folder.path()) else { return };
    let sqlite = Database::new(Backend::Sqlite, folder.path()).unwrap();
    assert_eq!(tables(&mut connect(&sqlite.url).unwrap()), tables(&mut connect(&postgres.url).unwrap()));
}

#[test]
fn instances_that_start_together_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Some(database) = Database::empty(backend, folder.path()) else { continue };
        // SQLite's file takes its journal mode before anybody waits for anybody.
        drop(connect(&database.url).unwrap());
        std::thread::scope(|scope| {
            let instances: Vec<_> =
                (0..4).map(|_| scope.spawn(|| Db::open(&database.url, 1).unwrap().migrate())).collect();
            for instance in instances {
                instance.join().unwrap().unwrap();
            }
        });
    }
}

/// The same text as `diesel print-schema` of Diesel CLI 2.3 prints for SQLite, so that a run of the
/// tests needs no build of it. `PEJL_WRITE_SCHEMA=1 cargo test --test it schema_rs` writes the file.
#[test]
fn schema_rs_is_what_the_migrations_make() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(Backend::Sqlite, folder.path()).unwrap();
    let printed = print_schema(&mut connect(&database.url).unwrap());
    let path = root().join("src/schema.rs");
    if std::env::var_os("PEJL_WRITE_SCHEMA").is_some() {
        std::fs::write(&path, &printed).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written == printed, "src/schema.rs is stale: PEJL_WRITE_SCHEMA=1 cargo test --test it schema_rs writes it");
}

fn print_schema(conn: &mut Conn) -> String {
    let rows = columns(conn);
    let mut out = "// @generated automatically by Diesel CLI.\n\n".to_owned();
    let names: BTreeSet<&str> = rows.iter().map(|row| row.table_name.as_str()).collect();
    for name in &names {
        let columns: Vec<&ColumnRow> = rows.iter().filter(|row| row.table_name == *name).collect();
        let mut key: Vec<_> = columns.iter().filter(|row| row.key_place > 0).collect();
        key.sort_by_key(|row| row.key_place);
        let key: Vec<&str> = key.iter().map(|row| row.column_name.as_str()).collect();
        out.push_str(&format!("diesel::table! {{\n    {name} ({}) {{\n", key.join(", ")));
        for row in columns {
            let kind = diesel_type(&row.sql_type);
            let kind = if row.required != 0 { kind.to_owned() } else { format!("Nullable<{kind}>") };
            out.push_str(&format!("        {} -> {kind},\n", row.column_name));
        }
        out.push_str("    }\n}\n\n");
    }
    for (child, parent, column) in joins(conn) {
        out.push_str(&format!("diesel::joinable!({child} -> {parent} ({column}));\n"));
    }
    out.push_str("\ndiesel::allow_tables_to_appear_in_same_query!(\n");
    names.iter().for_each(|name| out.push_str(&format!("    {name},\n")));
    out.push_str(");\n");
    out
}

fn diesel_type(sql_type: &str) -> &'static str {
    match sql_type {
        "text" => "Text",
        "timestamp" => "Timestamp",
        "date" => "Date",
        "boolean" => "Bool",
        "smallint" => "SmallInt",
        "integer" => "Integer",
        "bigint" => "BigInt",
        "double precision" => "Double",
        other => panic!("{other} is not among the column types that both databases share"),
    }
}

#[derive(QueryableByName)]
struct ReferenceRow {
    #[diesel(sql_type = Text)]
    child: String,
    #[diesel(sql_type = Text)]
    parent: String,
    #[diesel(sql_type = Text)]
    child_column: String,
}

/// Child, parent and column of each reference that a join can only mean one way.
fn joins(conn: &mut Conn) -> Vec<(String, String, String)> {
    let query = "SELECT m.name AS child, f.\"table\" AS parent, f.\"from\" AS child_column \
         FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2, 3";
    let Conn::Sqlite(conn) = conn else { panic!("schema.rs is printed from SQLite") };
    let rows: Vec<ReferenceRow> = diesel::sql_query(query).load(conn).unwrap();
    let is_only = |row: &&ReferenceRow| {
        rows.iter().filter(|other| (&other.child, &other.parent) == (&row.child, &row.parent)).count() == 1
    };
    let joins = rows.iter().filter(is_only).filter(|row| row.child != row.parent);
    joins.map(|row| (row.child.clone(), row.parent.clone(), row.child_column.clone())).collect()
}
