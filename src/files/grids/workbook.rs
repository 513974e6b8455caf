//! A table as a workbook: a native table with number formats, a drawing, and a sheet that says what each column is.

use std::io::Write;

use rust_xlsxwriter::{Chart, ChartType, Format, FormatAlign, Table, TableColumn, Workbook, Worksheet, XlsxError};

use super::{Bars, GridColumn, GridHead, Kind, Value};
use crate::files::cells::neutralised;

/// Rows of figures that one sheet holds; what is more goes on in the next one.
const ROWS_OF_A_SHEET: usize = 1_000_000;

/// The most rows of a native table: a longer sheet gets a filter instead, because a table is kept whole in memory.
pub(super) const ROWS_OF_A_TABLE: usize = 20_000;

/// The table as a workbook, written to `out` row by row.
///
/// # Errors
/// When a sheet can't be written.
pub fn xlsx<'a>(
    out: impl Write + Send,
    head: &GridHead,
    rows: impl IntoIterator<Item = Vec<Value<'a>>>,
    bars: Option<Bars>,
) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let mut rows = rows.into_iter();
    // Whether all of it fits into a native table must be known before the first row is written.
    let begun: Vec<Vec<Value<'a>>> = rows.by_ref().take(ROWS_OF_A_TABLE + 1).collect();
    let lines = (1..=ROWS_OF_A_TABLE).contains(&begun.len()).then_some(begun.len());
    let mut rows = begun.into_iter().chain(rows).peekable();
    let mut number = 1;
    loop {
        let name = tr!(head.language, "grid-sheet", number = number);
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name(&name)?;
        begin(sheet, head, lines)?;
        let written = fill(sheet, head, &mut rows)?;
        if lines.is_none() {
            sheet.autofilter(0, 0, place(written), column_place(head.columns.len().saturating_sub(1)))?;
        }
        if let (1, Some(bars)) = (number, bars) {
            draw(sheet, head, (&name, written), bars)?;
        }
        number += 1;
        if rows.peek().is_none() {
            break;
        }
    }
    explain(workbook.add_worksheet(), head)?;
    workbook.save_to_writer(out)
}

/// Writes the header, of a native table where it is known how many lines that has.
fn begin(sheet: &mut Worksheet, head: &GridHead, lines: Option<usize>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (place, column) in (0..).zip(&head.columns) {
        sheet.set_column_width(place, width(column))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let Some(lines) = lines else {
        for (place, column) in (0..).zip(&head.columns) {
            sheet.write_string_with_format(0, place, &column.label, &bold)?;
        }
        return Ok(());
    };
    let header = |column: &GridColumn| TableColumn::new().set_header(&column.label).set_header_format(&bold);
    let columns: Vec<TableColumn> = head.columns.iter().map(header).collect();
    let table = Table::new().set_name("Pejl").set_columns(&columns);
    sheet.add_table(0, 0, place(lines), column_place(head.columns.len().saturating_sub(1)), &table)?;
    Ok(())
}

/// Writes as many rows as a sheet holds, and says how many they are.
fn fill<'a>(
    sheet: &mut Worksheet,
    head: &GridHead,
    rows: &mut impl Iterator<Item = Vec<Value<'a>>>,
) -> Result<usize, XlsxError> {
    let formats: Vec<Format> = head.columns.iter().map(|column| format(column.kind)).collect();
    let mut written = 0;
    for (line, row) in (1..).zip(rows.take(ROWS_OF_A_SHEET)) {
        for ((place, value), format) in (0..).zip(&row).zip(&formats) {
            match value {
                // A cell of text is no formula; a reader takes a first apostrophe away, so it gets another.
                Value::Text(text) if text.starts_with('\'') => {
                    sheet.write_string_with_format(line, place, neutralised(text), format)?;
                }
                Value::Text(text) if text.is_empty() => {}
                Value::Text(text) => drop(sheet.write_string_with_format(line, place, text.as_ref(), format)?),
                Value::Number(Some(number)) if number.is_finite() => {
                    sheet.write_number_with_format(line, place, *number, format)?;
                }
                Value::Number(_) => {}
            }
        }
        written += 1;
    }
    Ok(written)
}

fn place(line: usize) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn column_place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn draw(sheet: &mut Worksheet, head: &GridHead, (name, written): (&str, usize), bars: Bars) -> Result<(), XlsxError> {
    let last = place(bars.rows.min(written));
    if last == 0 {
        return Ok(());
    }
    let mut chart = Chart::new(ChartType::Bar);
    chart.title().set_name(&head.title);
    let names = column_place(bars.names);
    for column in bars.bars.map(column_place) {
        let series = chart.add_series();
        series.set_categories((name, 1, names, last, names));
        series.set_values((name, 1, column, last, column));
        series.set_name((name, 0, column));
    }
    // Bars stand in the order of the rows.
    chart.y_axis().set_reverse();
    chart.set_width(900).set_height(120 + 30 * last);
    sheet.insert_chart(1, column_place(head.columns.len() + 1), &chart)?;
    Ok(())
}

/// The sheet that says what the table is and what stands in each column.
fn explain(sheet: &mut Worksheet, head: &GridHead) -> Result<(), XlsxError> {
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    sheet.set_name(tr!(head.language, "grid-explained"))?;
    sheet.set_column_width(0, 34)?.set_column_width(1, 24)?.set_column_width(2, 90)?;
    sheet.write_string_with_format(0, 0, &head.title, &bold)?;
    let mut line = 1;
    for note in &head.notes {
        sheet.write_string(line, 0, note)?;
        line += 1;
    }
    line += 1;
    let titles = [tr!(head.language, "grid-column"), tr!(head.language, "grid-key"), tr!(head.language, "grid-about")];
    for (place, title) in (0..).zip(&titles) {
        sheet.write_string_with_format(line, place, title, &bold)?;
    }
    for (line, column) in (line + 1..).zip(&head.columns) {
        for (place, text) in (0..).zip([column.label.as_str(), column.key, &column.about]) {
            sheet.write_string_with_format(line, place, text, &wrapped)?;
        }
    }
    Ok(())
}

fn format(kind: Kind) -> Format {
    match kind {
        Kind::Text => Format::new(),
        Kind::LongText => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        Kind::Count => Format::new().set_num_format("#,##0"),
        Kind::Score => Format::new().set_num_format("0.0"),
        Kind::Share => Format::new().set_num_format("0 %"),
    }
}

fn width(column: &GridColumn) -> f64 {
    match column.kind {
        Kind::Text => 24.0,
        Kind::LongText => 60.0,
        Kind::Count | Kind::Score | Kind::Share => 14.0,
    }
}
