//! The figure around a chart: drawing, caption, and the same numbers as a table.

use maud::{Markup, html};

use super::{
    distribution::{DistributionGroup, distribution, legend_entries},
    frame::{Figure, Width},
    legend::legend,
};

/// The drawing, wide and narrow, `caption` (text and download links) and the numbers in `table` behind
/// a `<details>` named `table_summary`.
///
/// The details stand beside the `<figure>` in one `div.pj-figure`, because a caption may only be
/// the first or the last thing in a figure. The box around the table takes focus so that a wide
/// table can be scrolled by keyboard.
pub fn figure(
    figure: &Figure,
    [wide, narrow]: [Markup; 2],
    caption: Markup,
    table_summary: &str,
    table: Markup,
) -> Markup {
    html! {
        div.pj-figure id=(figure.id) {
            figure {
                (wide)
                (narrow)
                figcaption { (caption) }
            }
            details.pj-figure-table {
                summary { (table_summary) }
                div.pj-scroll role="group" aria-label=(figure.title) tabindex="0" { (table) }
            }
        }
    }
}

/// [`figure`] for a distribution: its legend as an HTML list above the drawing in both widths.
pub fn distribution_figure(
    name: &Figure,
    groups: &[DistributionGroup],
    caption: Markup,
    table_summary: &str,
    table: Markup,
) -> Markup {
    let wide = html! {
        (legend(&legend_entries(groups)))
        (distribution(name, groups, Width::Wide))
    };
    figure(name, [wide, distribution(name, groups, Width::Narrow)], caption, table_summary, table)
}
