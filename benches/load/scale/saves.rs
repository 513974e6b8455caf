//! What four writers save against one on PostgreSQL, where a save waits for its commit.

use pejl::domain::access::audit::By;
use std::io::{Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use pejl::commands;
use pejl::store::Db;
use pejl::store::db::connect;

use super::fill;
use crate::data::{AREAS, MUNICIPALITY};
use crate::process::Server;
use crate::visitor::Visitor;

const KEY: &str = "open";
const WRITERS: usize = 4;
const SECONDS: u64 = 5;
const PORT: u16 = 18464;
/// How long PostgreSQL is told to wait before it flushes a commit, where the machine's disk is too quick.
const DELAY_MICROSECONDS: u32 = 10_000;

pub fn measure(url: &str, folder: &Path) {
    let db = Db::open(url, 2).unwrap();
    let posts = open_round(&db);
    println!(
        "\nPostgreSQL, saves of one answer through HTTP, each acknowledged after its commit (fsync and synchronous_commit on)"
    );
    println!("flushing 8 KiB to this disk takes {:.2} ms", flush_milliseconds(folder));
    println!("{:<48}{:>14}{:>14}{:>10}{:>10}", "saves a second", "one writer", "four writers", "ratio", "wanted");
    let name = url.rsplit('/').next().unwrap();
    // Every writer has a post that nobody answered for yet.
    let mut fresh = posts.into_iter();
    for (what, delay) in [("as this disk commits", 0), ("commits delayed by 10 ms (commit_delay)", DELAY_MICROSECONDS)]
    {
        connect(url)
            .unwrap()
            .batch_execute(&format!(
                "ALTER DATABASE {name} SET commit_delay = {delay}; ALTER DATABASE {name} SET commit_siblings = 0"
            ))
            .unwrap();
        let server = Server::start(url, PORT);
        let mut rate = |writers| saves_a_second(&server, &fresh.by_ref().take(writers).collect::<Vec<Post>>());
        let (one, four) = (rate(1), rate(WRITERS));
        println!("{what:<48}{one:>14.0}{four:>14.0}{:>10.2}{:>10}", four / one, if delay > 0 { "2.5" } else { "" });
    }
}

struct Post {
    token: String,
    area: &'static str,
}

/// An open round, and the links of one municipality's posts.
fn open_round(db: &Db) -> Vec<Post> {
    let now = fill::now();
    commands::rounds::create(db, &fill::open(KEY), &By::command_line(now)).unwrap();
    commands::rounds::open(db, KEY, &By::command_line(now)).unwrap();
    let links = commands::links::issue_for_municipality(db, KEY, MUNICIPALITY, &By::command_line(now)).unwrap();
    let post = |(title, token): (String, pejl::domain::base::tokens::Token)| {
        let place: usize = title["Leder ".len()..].split('-').next().unwrap().parse().unwrap();
        Post { token: token.as_str().to_owned(), area: AREAS[place] }
    };
    links.into_iter().map(post).collect()
}

fn saves_a_second(server: &Server, posts: &[Post]) -> f64 {
    let until = Instant::now() + Duration::from_secs(SECONDS);
    let saved: usize = std::thread::scope(|scope| {
        let writers: Vec<_> = posts
            .iter()
            .map(|post| {
                scope.spawn(move || {
                    let visitor = Visitor::new(server.address());
                    let base = format!("/svar/{}", post.token);
                    visitor.post(&format!("{base}/start"), "");
                    let path = format!("{base}/afsnit/{}/kladde", post.area);
                    let mut saved = 0;
                    while Instant::now() < until {
                        visitor.save(&path, saved % fill::QUESTIONS, saved / fill::QUESTIONS);
                        saved += 1;
                    }
                    saved
                })
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).sum()
    });
    saved as f64 / SECONDS as f64
}

/// The median of a hundred small writes, each made durable.
fn flush_milliseconds(folder: &Path) -> f64 {
    let mut file = std::fs::File::create(folder.join("flush")).unwrap();
    let mut times: Vec<f64> = (0..100)
        .map(|_| {
            file.rewind().unwrap();
            file.write_all(&[1; 8192]).unwrap();
            let start = Instant::now();
            file.sync_data().unwrap();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[50]
}
