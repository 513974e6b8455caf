//! What one post has handed in in a round, with reasons and comments, for the staff who may see it.

use actix_web::web::{Html, Path};

use super::super::error::WebError;
use super::super::{Shared, read};
use super::find;
use crate::domain::answering::section_progress::section_progress;
use crate::domain::rounds::invitations::InvitationId;
use crate::editions;
use crate::error::OrNotFound;
use crate::store;
use crate::views;
use crate::web::access::auth::Visitor;

/// `GET /rounds/{key}/posts/{invitation}`: sections that are not handed in are named, and their drafts
/// stay with those who write them.
pub async fn show(
    service: Shared,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> std::result::Result<Html, WebError> {
    let (key, id) = path.into_inner();
    let id: InvitationId = id.parse().ok().or_not_found()?;
    let scope = visitor.staff.scope();
    let (round, edition, invitation, all) = read(&service, move |conn| {
        let round = find(conn, &key)?;
        let invitation = store::invitations::find_in_scope(conn, &round.id, &id, &scope)?.or_not_found()?;
        let edition = editions::load(conn, &round.edition)?;
        let sections = store::sections::list_by_invitation(conn, &invitation.id)?;
        let answers = store::answers::list_handed_in(conn, &invitation.id)?;
        let all = section_progress(&round, &edition, sections, answers);
        Ok((round, edition, invitation, all))
    })
    .await?;
    Ok(Html::new(views::rounds::handed_in(&visitor.frame, (&round, &edition), &invitation, &all)))
}

#[cfg(test)]
mod tests {
    use diesel::prelude::*;

    use crate::domain::access::staff::Role;
    use crate::domain::answering::answers::Answer;
    use crate::schema::{answers, sections};
    use crate::test_support::respondent::{AskedPost, EMPLOYMENT, PSYCHIATRY, at};
    use crate::test_support::staff;

    /// Psychiatry is handed in with something written to every answer; employment is a draft.
    fn asked() -> AskedPost {
        let asked = AskedPost::new();
        asked.change(|conn, _| {
            let done = (sections::handed_in_at.eq(at(11, 0)), sections::returned.eq("3.1."));
            diesel::update(sections::table.find(PSYCHIATRY)).set(done).execute(conn)?;
            let said = |text: &str| Some(text.to_owned());
            let answer =
                |section, question, choice| Answer { section, question, choice, revision: 1, ..Answer::default() };
            let rows = [
                Answer { reason: said("Ingen botilbud"), ..answer(PSYCHIATRY, 0, Some(3)) },
                Answer {
                    comment: said("Vi er <i gang>"),
                    quote: said("Planen er god"),
                    ..answer(PSYCHIATRY, 2, Some(1))
                },
                Answer { comment: said("Kun en kladde"), ..answer(EMPLOYMENT, 1, Some(0)) },
            ];
            rows.iter().try_for_each(|row| diesel::insert_into(answers::table).values(row).execute(conn).map(|_| ()))
        });
        asked
    }

    #[actix_web::test]
    async fn a_posts_page_shows_each_answer_with_reason_and_comments_and_no_draft() {
        let asked = asked();
        let path = format!("/rounds/2026/posts/{}", asked.invitation.id);
        let page = asked.get_as(&path, staff(Role::Coordinator, Some("0151"))).await;
        assert_eq!(page.status, 200);
        for text in [
            "Er der røgfrie hjem?",
            "Ikke relevant",
            "Begrundelse: Ingen botilbud",
            "Bemærkning til konsulenten: Vi er &lt;i gang&gt;",
            "Bemærkning, der må citeres: Planen er god",
            "Kendes pakkerne inden for Psykiatri og handicap?",
            "Ikke besvaret",
            "1 af 2 afsnit indsendt",
            "Ikke indsendt.",
        ] {
            assert!(page.body.contains(text), "{text}: {}", page.body);
        }
        assert!(!page.body.contains("Kun en kladde"));
        let status = asked.get_as("/rounds/2026/municipalities/0151/status", staff(Role::Admin, None)).await;
        let result = asked.get_as("/rounds/2026/municipalities/0151", staff(Role::Admin, None)).await;
        assert!(status.body.contains(&path) && result.body.contains(&path));
    }

    #[actix_web::test]
    async fn a_posts_page_is_not_there_for_other_municipalities() {
        let asked = asked();
        let path = format!("/rounds/2026/posts/{}", asked.invitation.id);
        for (role, codes, status) in [
            (Role::Coordinator, "0101", 404),
            (Role::Consultant, "0101|0147", 404),
            (Role::Consultant, "0101|0151", 200),
        ] {
            assert_eq!(asked.get_as(&path, staff(role, Some(codes))).await.status, status, "{codes}");
        }
        assert_eq!(asked.get(&path).await.status, 303);
    }
}
