//! The page that ours are held against: maud and actix-web, and nothing else.

use actix_web::{App, HttpResponse, HttpServer, web};
use maud::{DOCTYPE, html};

pub fn serve() {
    let port: u16 = std::env::args().next_back().and_then(|port| port.parse().ok()).unwrap_or(18462);
    let page = || async {
        let body = html! { (DOCTYPE) html lang="da" { head { title { "Tom" } } body { p { "Tom side" } } } };
        HttpResponse::Ok().content_type("text/html; charset=utf-8").body(body.into_string())
    };
    actix_web::rt::System::new()
        .block_on(
            HttpServer::new(move || App::new().route("/", web::get().to(page)))
                .workers(2)
                .bind(("127.0.0.1", port))
                .unwrap()
                .run(),
        )
        .unwrap();
}
