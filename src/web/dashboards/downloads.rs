//! Files that visitors keep.

use actix_web::body::BoxBody;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, Responder};

/// A file to keep. Its name is made of keys and codes alone.
#[derive(Debug)]
pub struct Download {
    name: String,
    kind: &'static str,
    body: Vec<u8>,
}

impl Download {
    /// A chart.
    pub fn figure(name: &str, svg: String) -> Download {
        Download { name: name.to_owned(), kind: "image/svg+xml", body: svg.into_bytes() }
    }

    /// A table for Excel.
    pub fn table(name: &str, table: Vec<u8>) -> Download {
        Download { name: name.to_owned(), kind: "text/csv; charset=utf-8", body: table }
    }

    /// A workbook for Excel.
    pub fn workbook(name: &str, workbook: Vec<u8>) -> Download {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Download { name: name.to_owned(), kind, body: workbook }
    }
}

impl Responder for Download {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok()
            .content_type(self.kind)
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", self.name)))
            .body(self.body)
    }
}
