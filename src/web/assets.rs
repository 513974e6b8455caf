//! Serves the embedded assets under `/a/`.

use crate::assets::{self, Asset};
use actix_web::http::header::{self, AcceptEncoding, ContentEncoding, ETag, EntityTag};
use actix_web::http::header::{Encoding, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, web};

/// A name holds its content's hash, so a browser need never ask again.
pub(super) const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// `GET /a/{name}`: the file in the best encoding the browser takes, 304 when it has it, or 404.
///
/// The response always says its encoding, so that the `Compress` middleware leaves it as it is.
pub async fn show(request: HttpRequest, name: web::Path<String>) -> HttpResponse {
    let Some(asset) = assets::find(&name) else {
        return HttpResponse::NotFound().finish();
    };
    // Weak, because one tag stands for the file in all its encodings.
    let tag = EntityTag::new_weak(asset.hash.to_owned());
    let is_known = is_known(&request, &tag);
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::CACHE_CONTROL, FOR_A_YEAR))
        .insert_header((header::VARY, "accept-encoding"))
        .insert_header(ETag(tag));
    if is_known {
        return response.finish();
    }
    let (encoding, bytes) = encoded(asset, &request);
    response
        .content_type(asset.mime)
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header(encoding)
        .body(bytes)
}

fn is_known(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

/// Brotli before gzip before the file itself, of those that the browser takes.
fn encoded(asset: &'static Asset, request: &HttpRequest) -> (ContentEncoding, &'static [u8]) {
    let Ok(accepted) = AcceptEncoding::parse(request) else {
        return (ContentEncoding::Identity, asset.plain);
    };
    let takes = |encoding: Encoding| accepted.negotiate([&encoding].into_iter()) == Some(encoding);
    match (asset.brotli, asset.gzip) {
        (Some(bytes), _) if takes(Encoding::brotli()) => (ContentEncoding::Brotli, bytes),
        (_, Some(bytes)) if takes(Encoding::gzip()) => (ContentEncoding::Gzip, bytes),
        _ => (ContentEncoding::Identity, asset.plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::APP_CSS;
    use actix_web::body::MessageBody;
    use actix_web::dev::ServiceResponse;
    use actix_web::http::StatusCode;
    use actix_web::middleware::Compress;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::{App, web};

    async fn get(path: &str, headers: &[(&str, &str)]) -> ServiceResponse<impl MessageBody + use<>> {
        let app = App::new().wrap(Compress::default()).route("/a/{name}", web::get().to(show));
        let app = init_service(app).await;
        let mut request = TestRequest::get().uri(path);
        for header in headers {
            request = request.insert_header(*header);
        }
        call_service(&app, request.to_request()).await
    }

    fn header<'a, B>(response: &'a ServiceResponse<B>, name: &str) -> &'a str {
        response.headers().get(name).unwrap().to_str().unwrap()
    }

    #[actix_web::test]
    async fn an_asset_is_cached_for_a_year() {
        let response = get(APP_CSS, &[]).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(header(&response, "cache-control"), FOR_A_YEAR);
        assert_eq!(header(&response, "content-type"), "text/css; charset=utf-8");
        assert_eq!(header(&response, "vary"), "accept-encoding");
        let plain = assets::find(&APP_CSS[3..]).unwrap().plain;
        assert_eq!(read_body(response).await, plain);
    }

    #[actix_web::test]
    async fn brotli_is_sent_once_compressed_to_whoever_takes_it() {
        let response = get(APP_CSS, &[("accept-encoding", "gzip, deflate, br, zstd")]).await;
        assert_eq!(header(&response, "content-encoding"), "br");
        let brotli = assets::find(&APP_CSS[3..]).unwrap().brotli.unwrap();
        assert_eq!(read_body(response).await, brotli);
    }

    #[actix_web::test]
    async fn gzip_is_sent_once_compressed_to_whoever_takes_only_that() {
        let response = get(APP_CSS, &[("accept-encoding", "gzip, br;q=0")]).await;
        assert_eq!(header(&response, "content-encoding"), "gzip");
        let gzip = assets::find(&APP_CSS[3..]).unwrap().gzip.unwrap();
        assert_eq!(read_body(response).await, gzip);
    }

    #[actix_web::test]
    async fn a_file_without_a_compressed_copy_is_left_alone_by_the_middleware() {
        let font = assets::TABLE.iter().find(|asset| asset.mime == "font/woff2").unwrap();
        let path = format!("/a/{}", font.name);
        let response = get(&path, &[("accept-encoding", "gzip, br")]).await;
        assert_eq!(read_body(response).await, font.plain);
    }

    #[actix_web::test]
    async fn a_known_tag_gives_304_without_a_body() {
        let tag = header(&get(APP_CSS, &[]).await, "etag").to_owned();
        let response = get(APP_CSS, &[("if-none-match", &tag)]).await;
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(header(&response, "etag"), tag);
        assert!(read_body(response).await.is_empty());
    }

    #[actix_web::test]
    async fn an_old_tag_gives_the_file() {
        let response = get(APP_CSS, &[("if-none-match", "\"000000000000\"")]).await;
        assert_eq!(response.status(), StatusCode::OK);
    }

    #[actix_web::test]
    async fn an_unknown_name_is_404() {
        for path in ["/a/app.css", "/a/nothing", "/a/..%2fCargo.toml"] {
            let response = get(path, &[]).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}
