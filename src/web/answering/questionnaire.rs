//! The whole questionnaire on one page, for paper.

use actix_web::http::StatusCode;

use super::respondent::{Answer, Visit, page, read_progress};
use crate::views;

/// `GET /svar/{token}/udskrift`: before and after answering, and to a colleague the own section alone.
pub async fn show(visit: Visit) -> Answer {
    let (respondent, all) = visit.read(read_progress).await?;
    Ok(page(StatusCode::OK, views::answering::questionnaire::show(&respondent, &all)))
}

#[cfg(test)]
mod tests {
    use crate::test_support::respondent::{AskedPost, HELPER, TOKEN};

    #[actix_web::test]
    async fn the_whole_questionnaire_stands_on_one_page_with_the_answers_so_far() {
        let asked = AskedPost::new();
        let path = format!("/svar/{TOKEN}/udskrift");
        let before = asked.get(&path).await.body;
        for said in ["Psykiatri og handicap", "Beskæftigelse", "Er der røgfrie hjem?", "I høj grad", "0 af 4 spørgsmål"]
        {
            assert!(before.contains(said), "{said}: {before}");
        }
        assert!(!before.contains("(valgt)"), "{before}");
        let section = format!("/svar/{TOKEN}/afsnit/psykiatri-handicap");
        asked.post(&section, &[("q0", "3"), ("b0", "Ingen <botilbud>"), ("r0", "0")]).await;
        let after = asked.get(&path).await.body;
        assert!(after.contains("Ikke relevant<span class=\"sr-only\"> (valgt)</span>"), "{after}");
        assert!(after.contains("Begrundelse: Ingen &lt;botilbud&gt;") && after.contains("1 af 4 spørgsmål"), "{after}");
        for page in ["", "/overblik", "/kvittering"] {
            let linked = asked.get(&format!("/svar/{TOKEN}{page}")).await.body;
            assert!(linked.contains(&path), "{page}: {linked}");
        }
    }

    #[actix_web::test]
    async fn a_colleague_prints_the_own_section_alone() {
        let asked = AskedPost::with_helper();
        let body = asked.get(&format!("/svar/{HELPER}/udskrift")).await.body;
        assert!(body.contains("Psykiatri og handicap") && !body.contains("Beskæftigelse"), "{body}");
    }
}
