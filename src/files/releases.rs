//! A release's figures as they were published, written for whoever reads them.

use super::cells::{Dialect, Sheet};

/// Writes the cells of a stored file line by line, the header first.
pub fn write(dialect: Dialect, lines: &[Vec<&str>]) -> Vec<u8> {
    let Some((header, lines)) = lines.split_first() else { return Vec::new() };
    let mut sheet = Sheet::new(dialect, header);
    for line in lines {
        for cell in line {
            // Only figures have decimals; keys and counts stay as they are.
            match cell.parse::<f64>().ok().filter(|_| cell.contains('.')) {
                Some(figure) => sheet.number(Some(figure)),
                None => sheet.text(cell),
            }
        }
        sheet.end_row();
    }
    sheet.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_published_is_written_digit_for_digit() {
        let lines = [vec!["municipality_code", "valid", "score"], vec!["0151", "3", "66.6667"], vec!["0147", "0", ""]];
        let written = |dialect| String::from_utf8(write(dialect, &lines)).unwrap();
        assert_eq!(written(Dialect::Machine), "municipality_code;valid;score\n0151;3;66.6667\n0147;0;\n");
        assert_eq!(written(Dialect::Excel), "\u{feff}municipality_code;valid;score\n0151;3;66,6667\n0147;0;\n");
    }
}
