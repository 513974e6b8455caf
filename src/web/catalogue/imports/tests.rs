use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use crate::store;
use crate::test_support::{Reply, TestService, admin};

const PATH: &str = "/editions/import";
const EDITION: &str = include_str!("../../../../catalogue/2018.yaml");

/// What a browser sends of the form.
async fn bring(service: &TestService, file: &[u8], replace: bool) -> Reply {
    let part = |name: &str| format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"");
    let ticked = if replace { format!("{}\r\n\r\nyes\r\n", part("replace")) } else { String::new() };
    let head = format!("{ticked}{}; filename=\"udgave.yaml\"\r\n\r\n", part("file"));
    let body = [head.as_bytes(), file, b"\r\n--grens--\r\n"].concat();
    let request = TestRequest::post()
        .uri(PATH)
        .insert_header(("content-type", "multipart/form-data; boundary=grens"))
        .set_payload(body);
    service.send_as(request, admin()).await
}

async fn document(service: &TestService) -> String {
    service.get_as("/drafts/2018/document", admin()).await.body
}

#[actix_web::test]
async fn a_file_becomes_a_draft_that_keeps_its_bytes_until_it_is_edited() {
    let service = TestService::new();
    assert!(service.get_as("/drafts", admin()).await.body.contains(PATH));
    // Not as the program would write it.
    let file = format!("# En note, som ingen side viser\n{EDITION}");
    let reply = bring(&service, file.as_bytes(), false).await;
    assert_eq!((reply.status, reply.leads_to()), (StatusCode::SEE_OTHER, "/drafts/2018?saved=yes"));
    assert_eq!(document(&service).await, file);
    let package = service.get_as("/drafts/2018/packages/tobak", admin()).await;
    assert_eq!(package.status, StatusCode::OK);
    let edit = [("title", "Tobak og nikotin"), ("revision", "0")];
    assert_eq!(service.post_as("/drafts/2018/packages/tobak", &edit, admin()).await.status, StatusCode::SEE_OTHER);
    let written = document(&service).await;
    let value = crate::files::catalogue::read(written.as_bytes()).unwrap();
    assert_eq!(written, crate::files::catalogue::write(&value).unwrap(), "canonical");
    assert!(written.contains("Tobak og nikotin") && !written.contains("En note"));
    assert_eq!(service.post_as("/drafts/2018/undo", &[], admin()).await.status, StatusCode::SEE_OTHER);
    assert_eq!(document(&service).await, file, "undone to its bytes");
}

#[actix_web::test]
async fn a_file_takes_a_drafts_place_only_where_that_was_meant_and_never_a_published_editions() {
    let service = TestService::new();
    bring(&service, EDITION.as_bytes(), false).await;
    let changed = EDITION.replace("title: Tobak\n", "title: Tobak og nikotin\n");
    let refused = bring(&service, changed.as_bytes(), false).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Der er allerede en kladde") && refused.body.contains("#replace"),
        "{}",
        refused.body
    );
    assert_eq!(document(&service).await, EDITION);
    assert_eq!(bring(&service, changed.as_bytes(), true).await.leads_to(), "/drafts/2018?saved=yes");
    assert_eq!(document(&service).await, changed);
    let history = service.get_as("/drafts/2018/history", admin()).await.body;
    assert!(history.contains("Importeret fra fil") && history.contains("Gå til nr. 0"), "{history}");
    crate::commands::catalogue::publish(&service.db, "2018", &service.by()).unwrap();
    for file in [EDITION, &changed] {
        let refused = bring(&service, file.as_bytes(), true).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Der er allerede en udgave"), "{}", refused.body);
    }
}

#[actix_web::test]
async fn a_broken_file_is_told_with_every_fault_and_leaves_nothing() {
    let service = TestService::new();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(EDITION.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bomb = format!("a: &a [x, x]\nb: [{}]\n", ["*a"; 1_000].join(", "));
    let deep = format!("{}x{}", "[".repeat(5_000), "]".repeat(5_000));
    for (file, told) in [
        (Vec::new(), "Filen er tom"),
        ([0_u8, 1, 2, 3].repeat(500), "Linje 1"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "UTF-8"),
        (utf16, "UTF-8"),
        (bomb.into_bytes(), "Henvisninger med &amp; og *"),
        (deep.into_bytes(), "flere end 24 niveauer"),
        (b"edition: \"x\"\nedition: \"y\"\n".to_vec(), "Navnet står to gange"),
        (vec![b'#'; 4_500_000], "Filen er for stor: højst 4 MB"),
        (vec![b'#'; 20_000_000], "Filen er for stor: højst 4 MB"),
        (EDITION.replace("  - key: tobak\n", "  - key: preview\n").into_bytes(), "kataloget selv bruger"),
    ] {
        let page = bring(&service, &file, true).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
        assert!(page.body.contains(told), "{told}: {}", page.body);
        // Of a file that is too big for the form nothing is read.
        assert!(file.len() > 10_000_000 || page.body.contains("checked"), "the box stays ticked: {told}");
    }
    let faulty = EDITION.replace("scale: trafiklys", "scale: trafik").replace("title: Alkohol\n", "titel: Alkohol\n");
    let page = bring(&service, faulty.as_bytes(), false).await.body;
    assert!(page.contains("trafik") && page.contains("titel"), "all at once: {page}");
    let kept = service.db.read(|conn| Ok(store::editions::list(conn)?)).unwrap();
    assert!(kept.is_empty());
    for without in [
        "--grens--\r\n",
        "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--grens--\r\n",
    ] {
        let request = TestRequest::post()
            .uri(PATH)
            .insert_header(("content-type", "multipart/form-data; boundary=grens"))
            .set_payload(without);
        let page = service.send_as(request, admin()).await;
        assert!(page.status == 422 && page.body.contains("Vælg en fil"), "{}", page.body);
    }
}
