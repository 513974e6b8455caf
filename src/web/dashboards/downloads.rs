//! Files that visitors keep.

use actix_web::body::BoxBody;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, Responder};
use maud::Markup;
use serde::Deserialize;

use crate::charts::{self, DrawingError};
use crate::error::{Error, Result};
use crate::files::cells::Dialect;
use crate::files::grids::{self, Bars, GridHead, Value};
use crate::views::dashboards::slides::Shape;
use crate::views::shell::Frame;

/// A file to keep. Its name is made of keys and codes alone.
#[derive(Debug)]
pub struct Download {
    name: String,
    kind: &'static str,
    body: Vec<u8>,
}

impl Download {
    /// The kind of a workbook.
    pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// A chart in a form, under a name without ending.
    ///
    /// # Errors
    /// When a slide can't be drawn.
    pub fn figure(name: &str, form: FigureForm, svg: Markup) -> Result<Download> {
        let svg = svg.into_string();
        const SVG: &str = "image/svg+xml";
        let unable = |cause: DrawingError| Error::Internal(Box::new(cause));
        Ok(match form {
            FigureForm::Svg => Download { name: format!("{name}.svg"), kind: SVG, body: svg.into_bytes() },
            FigureForm::Slide => {
                let body = charts::outlined(&svg).map_err(unable)?.into_bytes();
                Download { name: format!("{name}-slide.svg"), kind: SVG, body }
            }
            FigureForm::Png => {
                Download { name: format!("{name}.png"), kind: "image/png", body: charts::png(&svg).map_err(unable)? }
            }
        })
    }

    /// A table for Excel.
    pub fn table(name: &str, table: Vec<u8>) -> Download {
        Download { name: name.to_owned(), kind: "text/csv; charset=utf-8", body: table }
    }

    /// A workbook for Excel.
    pub fn workbook(name: &str, workbook: Vec<u8>) -> Download {
        Download { name: name.to_owned(), kind: Download::WORKBOOK, body: workbook }
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

/// In which form a figure is kept, as the end of an address says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureForm {
    /// The drawing alone.
    Svg,
    /// On a slide, as shapes.
    Slide,
    /// On a slide, as pixels.
    Png,
}

impl FigureForm {
    /// How the figure is laid out for it.
    pub fn shape(self) -> Shape {
        match self {
            FigureForm::Svg => Shape::Alone,
            FigureForm::Slide | FigureForm::Png => Shape::OnSlide,
        }
    }
}

/// In which form a table is kept, as the end of an address says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileForm {
    /// CSV for Excel.
    Csv,
    /// A workbook.
    Xlsx,
}

impl FileForm {
    /// The end of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            FileForm::Csv => "csv",
            FileForm::Xlsx => "xlsx",
        }
    }
}

/// A table as a file in a form.
///
/// # Errors
/// When a workbook can't be written.
pub fn file<'a>(
    (name, form): (&str, FileForm),
    frame: &Frame,
    mut head: GridHead,
    (rows, bars): (impl IntoIterator<Item = Vec<Value<'a>>>, Option<Bars>),
) -> Result<Download> {
    let name = format!("{name}.{}", form.ending());
    head.notes.extend(frame.is_demo.then(|| grids::generated(frame.language)));
    match form {
        FileForm::Csv => Ok(Download::table(&name, grids::csv(Dialect::for_download(frame.is_demo), &head, rows))),
        FileForm::Xlsx => {
            let mut workbook = Vec::new();
            grids::xlsx(&mut workbook, &head, rows, bars).map_err(|cause| Error::Internal(Box::new(cause)))?;
            Ok(Download::workbook(&name, workbook))
        }
    }
}
