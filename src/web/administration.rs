//! The page from which an administrator goes to everything there is to look after.

use actix_web::web::Html;

use super::access::auth::Admin;
use crate::views;

/// `GET /administration`
pub async fn show(admin: Admin) -> Html {
    Html::new(views::administration::administration(&admin.frame))
}
