//! The deadline as a file for a calendar.

use actix_web::HttpResponse;
use actix_web::http::header;

use super::respondent::{Answer, Visit};
use crate::error::Error;
use crate::mail::{CALENDAR_TYPE, DEADLINE_FILE, Sender};
use crate::web::Shared;

/// `GET /svar/{token}/frist.ics`: also for a colleague, who has the same deadline.
pub async fn show(service: Shared, visit: Visit) -> Answer {
    let (respondent, ()) = visit.read(|_, _| Ok(())).await?;
    let sender = match Sender::from_config(&service.config) {
        Ok(sender) => sender.of_site(&respondent.site),
        Err(cause) => return Err(Error::Internal(Box::new(cause)).into()),
    };
    let of = (&respondent.round, &respondent.invitation);
    let calendar = sender.deadline_calendar(of, respondent.language, respondent.now);
    Ok(HttpResponse::Ok()
        .content_type(CALENDAR_TYPE)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{DEADLINE_FILE}\"")))
        .body(calendar))
}

#[cfg(test)]
mod tests {
    use crate::test_support::respondent::{AskedPost, HELPER, TOKEN};

    #[actix_web::test]
    async fn the_deadline_can_be_put_in_a_calendar_and_brings_no_link_there() {
        let asked = AskedPost::with_helper();
        assert!(asked.get(&format!("/svar/{TOKEN}")).await.body.contains("/frist.ics"));
        for token in [TOKEN, HELPER] {
            let reply = asked.get(&format!("/svar/{token}/frist.ics")).await;
            assert_eq!(reply.status, 200);
            assert!(reply.body.contains("DTSTART;VALUE=DATE:20261015"), "{}", reply.body);
            assert!(!reply.body.contains(token) && !reply.body.contains("/svar"), "{}", reply.body);
        }
    }
}
