//! Tables.

use super::icon::{Icon, icon};
use maud::{Markup, html};

/// A table's frame. The first cell of each row is its header.
#[derive(Clone, Copy, Default)]
pub struct Table<'a> {
    /// What the table shows; also the name of the region that scrolls.
    pub caption: &'a str,
    /// Whether the caption stands on screen, or is only for screen readers because a heading above
    /// says the same.
    pub caption_place: CaptionPlace,
    /// Its columns.
    pub columns: &'a [Column<'a>],
    /// How close its rows stand.
    pub spacing: Spacing,
}

/// Where a table's caption stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaptionPlace {
    /// Above the table.
    #[default]
    Shown,
    /// Only screen readers say it.
    ForScreenReaders,
}

/// How close a table's rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// For reading.
    #[default]
    Normal,
    /// For many rows.
    Compact,
    /// For very many columns.
    ExtraCompact,
}

/// One column.
#[derive(Clone, Copy, Default)]
pub struct Column<'a> {
    /// Its header.
    pub label: &'a str,
    /// What stands in it.
    pub content: Content,
    /// How to sort by it.
    pub sort: Option<Sort<'a>>,
}

/// A column of names and then columns of numbers, under these headers.
pub fn name_and_numbers(labels: &[String]) -> Vec<Column<'_>> {
    let content = |index| if index == 0 { Content::Text } else { Content::Number };
    let columns = labels.iter().enumerate();
    columns.map(|(index, label)| Column { label, content: content(index), ..Column::default() }).collect()
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Text, to the left.
    #[default]
    Text,
    /// Numbers, to the right, digits of one width.
    Number,
}

/// A column's header as a link that sorts.
#[derive(Clone, Copy)]
pub struct Sort<'a> {
    /// The same page, sorted by this column.
    pub href: &'a str,
    /// How it is sorted now.
    pub order: Order,
    /// What the link does, for screen readers.
    pub hint: &'a str,
}

/// How a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// It is not.
    None,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

impl Order {
    /// The order of a column: none where the table is sorted by another.
    pub fn of(is_current: bool, descending: bool) -> Order {
        match (is_current, descending) {
            (false, _) => Order::None,
            (true, false) => Order::Ascending,
            (true, true) => Order::Descending,
        }
    }
}

/// A header that sorts, with the texts that its column borrows.
pub struct SortHead {
    /// What is read.
    pub label: String,
    /// The same page, sorted by this column.
    pub href: String,
    /// How it is sorted now.
    pub order: Order,
    /// What the link does, for screen readers.
    pub hint: String,
}

impl SortHead {
    /// The column under it.
    pub fn column(&self) -> Column<'_> {
        let sort = Sort { href: &self.href, order: self.order, hint: &self.hint };
        Column { label: &self.label, sort: Some(sort), ..Column::default() }
    }
}

/// A table in a wrapper that scrolls by itself when the screen is too narrow.
#[must_use]
pub fn table(table: &Table, rows: &[Vec<Markup>]) -> Markup {
    scrolling(table.caption, plain_table(table, rows))
}

/// A table without the wrapper, for where something around it scrolls already.
#[must_use]
pub fn plain_table(table: &Table, rows: &[Vec<Markup>]) -> Markup {
    framed(table, html! { @for row in rows { (body_row(table.columns, row)) } })
}

/// A table whose cells carry a class of their own, as in a heatmap, in a wrapper that scrolls; its
/// first column stays in sight.
#[must_use]
pub fn heat_table(table: &Table, rows: &[(Markup, Vec<(&str, Markup)>)]) -> Markup {
    let body = html! {
        @for (head, cells) in rows {
            tr {
                th scope="row" { (head) }
                @for (class, cell) in cells { td class=(class) { (cell) } }
            }
        }
    };
    scrolling(table.caption, html! { div .pj-heat { (framed(table, body)) } })
}

fn framed(table: &Table, body: Markup) -> Markup {
    let spacing = match table.spacing {
        Spacing::Normal => "table",
        Spacing::Compact => "table table--compact",
        Spacing::ExtraCompact => "table table--extracompact",
    };
    let caption = match table.caption_place {
        CaptionPlace::Shown => "pj-caption",
        CaptionPlace::ForScreenReaders => "sr-only",
    };
    html! {
        table class=(spacing) {
            caption class=(caption) { (table.caption) }
            thead { tr { @for column in table.columns { (head(column)) } } }
            tbody { (body) }
        }
    }
}

/// A wrapper in which something too wide scrolls, by keyboard too.
#[must_use]
pub fn scrolling(label: &str, body: Markup) -> Markup {
    html! {
        div .table--responsive-scroll.pj-scroll role="region" aria-label=(label) tabindex="0" {
            (body)
        }
    }
}

fn head(column: &Column) -> Markup {
    html! {
        th scope="col" class=[class(column)] aria-sort=[aria_sort(column)] {
            @match &column.sort {
                None => (column.label),
                Some(sort) => a .pj-sort href=(sort.href) {
                    (column.label)
                    (icon(sort_icon(sort.order)))
                    span .sr-only { " " (sort.hint) }
                },
            }
        }
    }
}

fn body_row(columns: &[Column], row: &[Markup]) -> Markup {
    html! {
        tr {
            @for (index, cell) in row.iter().enumerate() {
                @let class = columns.get(index).and_then(class);
                @if index == 0 {
                    th scope="row" class=[class] { (cell) }
                } @else {
                    td class=[class] { (cell) }
                }
            }
        }
    }
}

fn class(column: &Column) -> Option<&'static str> {
    (column.content == Content::Number).then_some("pj-number")
}

fn aria_sort(column: &Column) -> Option<&'static str> {
    match column.sort?.order {
        Order::None => None,
        Order::Ascending => Some("ascending"),
        Order::Descending => Some("descending"),
    }
}

fn sort_icon(order: Order) -> Icon {
    match order {
        Order::None => Icon::SortNone,
        Order::Ascending => Icon::SortAscending,
        Order::Descending => Icon::SortDescending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> String {
        let sort = Sort { href: "?sort=score", order: Order::Descending, hint: "Sortér stigende" };
        let columns = [
            Column { label: "Kommune", ..Column::default() },
            Column { label: "Score", content: Content::Number, sort: Some(sort) },
        ];
        let frame = Table { caption: "Score pr. kommune", columns: &columns, ..Table::default() };
        let rows = [vec![html! { "Ærø <1>" }, html! { "54" }]];
        table(&frame, &rows).into_string()
    }

    #[test]
    fn a_table_scrolls_in_a_named_region_that_takes_focus() {
        let html = example();
        assert!(html.contains("role=\"region\" aria-label=\"Score pr. kommune\" tabindex=\"0\""));
        assert!(html.contains("<caption class=\"pj-caption\">Score pr. kommune</caption>"));
    }

    #[test]
    fn headers_have_scopes_and_numbers_stand_right() {
        let html = example();
        assert!(html.contains("<th scope=\"row\">Ærø &lt;1&gt;</th>"), "{html}");
        assert!(html.contains("<td class=\"pj-number\">54</td>"));
        assert_eq!(html.matches("scope=\"col\"").count(), 2);
    }

    #[test]
    fn a_sorted_column_says_so() {
        let html = example();
        assert!(html.contains("aria-sort=\"descending\"") && html.contains("Sortér stigende"));
    }
}
