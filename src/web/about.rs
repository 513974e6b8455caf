//! The pages about the service itself.

use actix_web::HttpResponse;
use actix_web::web::Html;

use super::Shared;
use crate::views;
use crate::web::access::auth::Anybody;
use crate::web::access::replies::see;

/// `GET /tilgaengelighed`: the accessibility statement.
pub async fn accessibility(service: Shared, Anybody(frame): Anybody) -> Html {
    Html::new(views::about::accessibility(&frame, &service.config.base_url, &service.config.contact))
}

/// `GET /privatliv`: what is kept about people.
pub async fn privacy(service: Shared, Anybody(frame): Anybody) -> Html {
    Html::new(views::about::privacy(&frame, &service.config.contact, service.config.retention_months))
}

/// `GET /was`: the short address under which the law's supervisors look for the statement.
pub async fn was() -> HttpResponse {
    see("/tilgaengelighed").finish()
}
