//! Files as they must not be, as bytes, and one that is large.

use std::time::{Duration, Instant};

use actix_web::test::TestRequest;
use encoding_rs::WINDOWS_1252;

use crate::commands;
use crate::domain::access::audit::By;
use crate::domain::access::staff::{Draft, Role, Staff};
use crate::store;
use crate::test_support::{Reply, TestService};

const HEADER: &str = "kommune;afdeling;stilling;områder;navn;e-mail;telefon\n";

/// An administrator whose account is there, as a file that waits names it.
fn admin(service: &TestService) -> Staff {
    let draft = Draft::parse("admin@example.org", Role::Admin, &[]).unwrap();
    let db = &service.db;
    commands::staff::add(db, &draft, &By::command_line(service.now())).unwrap();
    db.read(|conn| Ok(store::staff::find_by_email(conn, "admin@example.org")?)).unwrap().unwrap()
}

async fn bring(service: &TestService, staff: &Staff, file: &[u8]) -> Reply {
    let head = "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
    let body = [head.as_bytes(), file, b"\r\n--grens--\r\n"].concat();
    let request = TestRequest::post()
        .uri("/directory/import")
        .insert_header(("content-type", "multipart/form-data; boundary=grens"))
        .set_payload(body);
    service.send_as(request, staff.clone()).await
}

#[actix_web::test]
async fn a_broken_file_is_told_and_leaves_nothing() {
    let service = TestService::new();
    let staff = admin(&service);
    for (file, told) in [
        (b"PK\x03\x04 and no workbook".to_vec(), "Filen kan ikke læses"),
        (vec![0; 1_000], "Overskriften har kolonner, som ikke kendes"),
        (b"\xff\xfek\0o\0m\0m\0u\0n\0e\0".to_vec(), "Overskriften har kolonner, som ikke kendes"),
        (vec![b'x'; 20_000_000], "Filen er for stor: højst 5 MB"),
        (format!("{HEADER}0101;C;\"Leder;skole;;;\n").into_bytes(), "Et anførselstegn er ikke lukket rigtigt"),
    ] {
        let page = bring(&service, &staff, &file).await;
        assert!(page.status == 422 && page.body.contains(told), "{told}: {} {}", page.status, page.body);
    }
    let waiting = service.db.read(|conn| Ok(store::directory_uploads::delete_of(conn, &staff.id)?)).unwrap();
    assert_eq!(waiting, 0);
    let windows = WINDOWS_1252.encode(&format!("{HEADER}Ærø;Center;Skolechef;Skole og SFO;Åse;;\n")).0.into_owned();
    let page = bring(&service, &staff, &windows).await;
    let dry_run = service.get_as(&page.location.unwrap(), staff.clone()).await;
    assert!(dry_run.body.contains("Åse") && dry_run.body.contains("Ærø"), "{}", dry_run.body);
}

#[actix_web::test]
async fn five_thousand_posts_are_shown_at_once() {
    let service = TestService::new();
    let staff = admin(&service);
    let rows: String = (0..5_000)
        .map(|number| {
            format!("0101;Center {};Leder {number};Ældre, Skole og SFO;Navn;l{number}@example.org;\n", number / 50)
        })
        .collect();
    let begun = Instant::now();
    let page = bring(&service, &staff, format!("{HEADER}{rows}").as_bytes()).await;
    let dry_run = service.get_as(&page.location.unwrap(), staff).await;
    assert!(dry_run.status == 200 && dry_run.body.contains("Og 4500 til."), "{}", dry_run.body.len());
    // A release takes a tenth of the time of this unoptimised build.
    let taken = begun.elapsed();
    println!("5,000 posts read, kept and shown in {taken:?}");
    assert!(taken < Duration::from_secs(20), "{taken:?}");
}
