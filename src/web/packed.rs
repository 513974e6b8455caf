//! Packs pages and what scripts are told. actix packs too, but on another thread, with tables of a quarter of a
//! megabyte made anew for each page, and in several writes; for a page of some dozens of kilobytes that costs
//! more than the packing. What is not packed here, `middleware::Compress` packs.

use std::cell::RefCell;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use flate2::{Compress, Compression, FlushCompress, Status};

/// What is shorter leaves in one packet whether packed or not, and clearing the tables costs more than such a text.
const LEAST: usize = 1200;

/// The most bytes that are packed on an async thread, which others wait for: a fraction of a millisecond.
const MOST: usize = 256 * 1024;

/// The size of the window that every browser can unpack, as a power of two.
const WINDOW_BITS: u8 = 15;

/// What a thread packs with, and where to.
struct Packer {
    tables: Compress,
    packed: Vec<u8>,
}

thread_local! {
    static PACKER: RefCell<Packer> = RefCell::new(Packer {
        tables: Compress::new_gzip(Compression::fast(), WINDOW_BITS),
        packed: Vec::new(),
    });
}

/// Packs what is whole and small enough for a browser that wants gzip before anything else.
pub async fn pack(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let is_wanted = wants_gzip(request.headers());
    let response = next.call(request).await?.map_into_boxed_body();
    if !is_wanted || !is_text(response.headers()) || response.status() == StatusCode::PARTIAL_CONTENT {
        return Ok(response);
    }
    Ok(response.map_body(|head, body| {
        let plain = match body.try_into_bytes() {
            Ok(plain) => plain,
            Err(body) => return body,
        };
        if plain.len() < LEAST {
            // So that `Compress` leaves it alone; `unmarked` takes the mark away.
            head.headers.insert(header::CONTENT_ENCODING, AS_IT_IS);
            return BoxBody::new(plain);
        }
        match packed(&plain) {
            Some(packed) => {
                head.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                head.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
                BoxBody::new(packed)
            }
            None => BoxBody::new(plain),
        }
    }))
}

/// The mark of what is not packed at all.
const AS_IT_IS: HeaderValue = HeaderValue::from_static("identity");

/// Takes the mark from what was left as it is: the word is not for browsers (RFC 9110, 8.4.1).
pub async fn unmarked(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let mut response = next.call(request).await?;
    if response.headers().get(header::CONTENT_ENCODING) == Some(&AS_IT_IS) {
        response.headers_mut().remove(header::CONTENT_ENCODING);
    }
    tell_packed_apart(response.headers_mut());
    Ok(response)
}

/// A strong tag is of the bytes that are sent, so what is packed has another one than what is not (RFC 9110, 8.8.3).
fn tell_packed_apart(headers: &mut HeaderMap) {
    let is_packed = headers.get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding == "gzip");
    let tag = headers.get(header::ETAG).filter(|_| is_packed).and_then(|tag| tag.to_str().ok());
    let Some(plain) = tag.and_then(|tag| tag.strip_suffix('"')) else { return };
    if let Ok(tag) = HeaderValue::from_str(&format!("{plain}-gzip\"")) {
        headers.insert(header::ETAG, tag);
    }
}

/// Whether gzip stands first and nothing is weighed against it, as browsers write; else `Compress` weighs.
fn wants_gzip(headers: &HeaderMap) -> bool {
    let wanted = headers.get(header::ACCEPT_ENCODING).and_then(|wanted| wanted.to_str().ok()).unwrap_or_default();
    let is_first = wanted.strip_prefix("gzip").is_some_and(|rest| rest.is_empty() || rest.starts_with(','));
    is_first && !wanted.contains(';')
}

/// Whether it is a page or JSON, and not packed already.
fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_text = kind.starts_with("text/html") || kind.starts_with("application/json");
    is_text && !headers.contains_key(header::CONTENT_ENCODING)
}

/// The same bytes in gzip's format; none where they are not for this thread to pack.
fn packed(plain: &[u8]) -> Option<Bytes> {
    if plain.is_empty() || plain.len() > MOST {
        return None;
    }
    PACKER.with_borrow_mut(|Packer { tables, packed }| {
        tables.reset();
        packed.clear();
        loop {
            packed.reserve(plain.len() / 4 + 1024);
            let done = usize::try_from(tables.total_in()).ok()?;
            match tables.compress_vec(plain.get(done..)?, packed, FlushCompress::Finish).ok()? {
                Status::StreamEnd => return Some(Bytes::copy_from_slice(packed)),
                Status::Ok | Status::BufError => {}
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_comes_out_again_however_often_a_thread_has_packed() {
        for text in ["x".to_owned(), "en side ".repeat(9000), (0..60_000).map(|number| number.to_string()).collect()] {
            let Some(bytes) = packed(text.as_bytes()) else {
                assert!(text.len() > MOST);
                continue;
            };
            let mut plain = String::new();
            flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut plain).unwrap();
            assert!(plain == text);
        }
    }

    #[test]
    fn a_strong_tag_tells_packed_from_plain() {
        for (encoding, expected) in [(Some("gzip"), "\"x-gzip\""), (None, "\"x\"")] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ETAG, HeaderValue::from_static("\"x\""));
            if let Some(encoding) = encoding {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
            tell_packed_apart(&mut headers);
            assert_eq!(headers.get(header::ETAG).unwrap(), expected);
        }
    }

    #[test]
    fn only_who_wants_gzip_first_gets_it_here() {
        let wants = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(text));
            wants_gzip(&headers)
        };
        assert!(wants("gzip") && wants("gzip, deflate, br, zstd"));
        assert!(!wants("gzip;q=0") && !wants("identity, gzip") && !wants("gzip, identity;q=0.5") && !wants(""));
    }
}
