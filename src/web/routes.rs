//! The whole route table; the part of it that is for programs stands in `api`.

mod api;

use actix_multipart::form::MultipartFormConfig;
use actix_web::http::StatusCode;
use actix_web::web::{self, FormConfig, ServiceConfig, get, post};
use actix_web::{HttpResponse, Scope};

use super::bodies::{FORM_LIMIT, UPLOAD_MEGABYTES};
use super::{about, administration, assets, catalogue, health, home, language, rounds, site};
use crate::web::access::{
    accounts, api_tokens, audit, codes, first_administrator, forgotten, own_account, provider_sign_outs, providers,
    second_factors, sessions, staff,
};
use crate::web::answering::{
    answers, deadline_calendar, extension_requests, handovers, questionnaire, results, sections, successors, tasks,
    welcome,
};
use crate::web::api::reference;
use crate::web::catalogue::drafts;
use crate::web::dashboards::{
    country, maps, meeting_sheets, movements, municipalities, packages, questions, tables, trends,
};
use crate::web::mail::{letters, texts};
use crate::web::rounds::directory;

/// Every address of the service.
pub fn routes(service: &mut ServiceConfig) {
    // What stands around a file in its form is little.
    let most = UPLOAD_MEGABYTES * 1_000_000 + 16 * 1024;
    service
        // How long the form of a page may be is seen to before any of them is read (`bodies`).
        .app_data(FormConfig::default().limit(FORM_LIMIT))
        .app_data(MultipartFormConfig::default().total_limit(most).memory_limit(most))
        // First, because a route with a variable is found by one regular expression after the other, and these
        // are the pages that are asked for most.
        .service(respondents())
        .route("/health/live", get().to(health::live))
        .route("/health/ready", get().to(health::ready))
        .route("/a/{name}", get().to(assets::show))
        .route("/a/site/{name}", get().to(site::files::show))
        .route("/sprog", post().to(language::choose))
        .route("/", get().to(home::show))
        .route("/login", get().to(sessions::show))
        .route("/login", post().to(sessions::open))
        .route("/login/glemt", get().to(forgotten::show))
        .route("/login/glemt", post().to(forgotten::ask))
        .route("/login/kode", get().to(codes::show))
        .route("/login/kode", post().to(codes::open))
        .route("/login/oidc", get().to(providers::begin))
        .route("/login/oidc/callback", get().to(providers::come_back))
        .route("/login/oidc/logout", post().to(provider_sign_outs::end))
        .route("/account", get().to(own_account::show))
        .route("/account/password", post().to(own_account::change_password))
        .route("/account/sign-out", post().to(own_account::sign_out_elsewhere))
        .route("/account/language", post().to(own_account::choose_language))
        .route("/account/tokens", get().to(api_tokens::list))
        .route("/account/tokens", post().to(api_tokens::create))
        .route("/account/tokens/withdrawal", post().to(api_tokens::withdraw))
        .route("/account/second-factor", get().to(second_factors::show))
        .route("/account/second-factor", post().to(second_factors::begin))
        .route("/account/second-factor/confirmation", post().to(second_factors::confirm))
        .route("/account/second-factor/codes", post().to(second_factors::renew_codes))
        .route("/account/second-factor/removal", post().to(second_factors::remove))
        .route("/logout", post().to(sessions::close))
        .route("/adgang/{token}", get().to(staff::show))
        .route("/adgang/{token}", post().to(staff::set_password))
        .route("/begynd/{token}", get().to(first_administrator::show))
        .route("/begynd/{token}", post().to(first_administrator::make))
        .route("/administration", get().to(administration::show))
        .route("/administration/site", get().to(site::show))
        .route("/administration/site", post().to(site::update))
        .route("/administration/site/logo", post().to(site::set_logo))
        .route("/administration/site/logo/removal", post().to(site::remove_logo))
        .service(site_texts())
        .route("/administration/operation", get().to(site::operation::show))
        .route("/administration/operation", post().to(site::operation::check))
        .route("/staff", get().to(accounts::list))
        .route("/staff", post().to(accounts::invite))
        .route("/staff/new", get().to(accounts::new))
        .route("/staff/{id}", get().to(accounts::show))
        .route("/staff/{id}/rights", get().to(accounts::rights))
        .route("/staff/{id}/rights", post().to(accounts::change_rights))
        .route("/staff/{id}/disabling", get().to(accounts::disabling))
        .route("/staff/{id}/disabling", post().to(accounts::disable))
        .route("/staff/{id}/enabling", post().to(accounts::enable))
        .route("/staff/{id}/link", post().to(accounts::send_link))
        .route("/staff/{id}/sign-out", post().to(accounts::sign_out))
        .route("/staff/{id}/second-factor-reset", post().to(accounts::reset_second_factor))
        .route("/staff/{id}/tokens/withdrawal", post().to(accounts::withdraw_token))
        .route("/staff/{id}/unbinding", post().to(accounts::unbind))
        .route("/audit", get().to(audit::list))
        .route("/audit/entries.csv", get().to(audit::file))
        .route("/audit/{id}", get().to(audit::show))
        .route("/letters", get().to(letters::list))
        .route("/letters/{id}", get().to(letters::show))
        .route("/letters/{id}/repeat", post().to(letters::repeat))
        .route("/letters/{id}/settlement", post().to(letters::settle))
        .route("/rounds/{key}/country", get().to(country::show))
        .route("/rounds/{key}/country/{figure}.{picture:svg|slide|png}", get().to(country::file))
        .route("/rounds/{key}/country/scores.csv", get().to(country::scores_file))
        .route("/rounds/{key}/country/changes.csv", get().to(country::changes_file))
        .route("/rounds/{key}/tables/{table}.{form}", get().to(tables::of_round))
        .route("/rounds/{key}/municipalities/{code}/tables/{table}.{form}", get().to(tables::of_municipality))
        .route("/rounds/{key}/questions/{question}/tables/{table}.{form}", get().to(tables::of_question))
        .route("/rounds/{key}/map", get().to(maps::show))
        .route("/rounds/{key}/map/{kind}.{picture:svg|slide|png}", get().to(maps::file))
        .route("/rounds/{key}/movements", get().to(movements::show))
        .route("/rounds/{key}/movements/{ranking}.{picture:svg|slide|png}", get().to(movements::file))
        .route("/rounds/{key}/trend", get().to(trends::country))
        .route("/rounds/{key}/trend/{measure}.{picture:svg|slide|png}", get().to(trends::country_figure))
        .route("/rounds/{key}/trend/scores.csv", get().to(trends::country_table))
        .route("/rounds/{key}/municipalities/{code}/trend", get().to(trends::municipality))
        .route(
            "/rounds/{key}/municipalities/{code}/trend/{measure}.{picture:svg|slide|png}",
            get().to(trends::municipality_figure),
        )
        .route("/rounds/{key}/municipalities/{code}/trend/scores.csv", get().to(trends::municipality_table))
        .route("/rounds/{key}/municipalities/{code}", get().to(municipalities::show))
        .route("/rounds/{key}/municipalities/{code}/sheet", get().to(meeting_sheets::show))
        .route("/rounds/{key}/municipalities/{code}/{figure}.{picture:svg|slide|png}", get().to(municipalities::file))
        .route("/rounds/{key}/municipalities/{code}/scores.csv", get().to(municipalities::scores_file))
        .route("/rounds/{key}/municipalities/{code}/changes.csv", get().to(municipalities::changes_file))
        .route("/rounds/{key}/packages/{package}.{picture:svg|slide|png}", get().to(packages::file))
        .route("/rounds/{key}/packages/{package}", get().to(packages::show))
        .route("/rounds/{key}/packages/{package}/{recommendation}", get().to(packages::recommendation))
        .route("/rounds/{key}/questions", get().to(questions::list))
        .route("/rounds/{key}/questions/{question}", get().to(questions::show))
        .route("/rounds/{key}/questions/{question}/distribution.{picture:svg|slide|png}", get().to(questions::file))
        .route("/tilgaengelighed", get().to(about::accessibility))
        .route("/was", get().to(about::was))
        .route("/privatliv", get().to(about::privacy))
        .route("/catalogue", get().to(catalogue::editions))
        .route("/editions/shipped", post().to(catalogue::shipped::take_in))
        .route("/catalogue/{edition}", get().to(catalogue::edition))
        .route("/catalogue/{edition}/correction", get().to(catalogue::corrections::show))
        .route("/catalogue/{edition}/correction", post().to(catalogue::corrections::begin))
        .route("/catalogue/{edition}/preview", get().to(catalogue::previews::show))
        .route("/catalogue/{edition}/publication", get().to(catalogue::publication::show))
        .route("/catalogue/{edition}/publication", post().to(catalogue::publication::publish))
        .route("/catalogue/{edition}/{package}", get().to(catalogue::package))
        .route("/catalogue/{from}/changes/{to}", get().to(catalogue::changes::show))
        .route("/catalogue/{from}/crosswalk/{to}", get().to(catalogue::crosswalks::show))
        .route("/catalogue/{from}/crosswalk/{to}/links", post().to(catalogue::crosswalks::links::change))
        .route("/catalogue/{from}/crosswalk/{to}/identical", post().to(catalogue::crosswalks::links::accept_identical))
        .route("/catalogue/{from}/crosswalk/{to}/questions/{question}", get().to(catalogue::crosswalks::question))
        .route("/catalogue/{edition}/{package}/{recommendation}", get().to(catalogue::recommendation))
        .route("/editions/import", get().to(catalogue::imports::show))
        .route("/editions/import", post().to(catalogue::imports::bring))
        .service(catalogue_drafts())
        .route("/rounds", get().to(rounds::list))
        .route("/rounds", post().to(rounds::create))
        .route("/rounds/new", get().to(rounds::new))
        .route("/rounds/{key}", get().to(rounds::show))
        .route("/rounds/{key}/comments", get().to(rounds::comments::list))
        .route("/rounds/{key}/comments.{form}", get().to(rounds::comments::file))
        .route("/rounds/{key}/settings", get().to(rounds::drafts::settings))
        .route("/rounds/{key}/settings", post().to(rounds::drafts::change))
        .route("/rounds/{key}/deletion", get().to(rounds::drafts::deletion))
        .route("/rounds/{key}/deletion", post().to(rounds::drafts::delete))
        .route("/rounds/{key}/baselines", get().to(rounds::baselines::show))
        .route("/rounds/{key}/baselines", post().to(rounds::baselines::change))
        .route("/rounds/{key}/preparation", get().to(rounds::preparation::show))
        .route("/rounds/{key}/preparation/posts", get().to(rounds::preparation::posts))
        .route("/rounds/{key}/trials", post().to(rounds::preparation::try_out))
        .route("/rounds/{key}/opening", get().to(rounds::steps::opening))
        .route("/rounds/{key}/opening", post().to(rounds::steps::open))
        .route("/rounds/{key}/schedule", post().to(rounds::steps::schedule))
        .route("/rounds/{key}/unscheduling", post().to(rounds::steps::unschedule))
        .route("/rounds/{key}/closing", get().to(rounds::steps::closing))
        .route("/rounds/{key}/closing", post().to(rounds::steps::close))
        .route("/rounds/{key}/reminders", get().to(rounds::chosen::reminders))
        .route("/rounds/{key}/reminders", post().to(rounds::chosen::remind))
        .route("/rounds/{key}/extensions", get().to(rounds::chosen::extensions))
        .route("/rounds/{key}/extensions", post().to(rounds::chosen::extend))
        .route("/rounds/{key}/withdrawal", get().to(rounds::steps::withdrawal))
        .route("/rounds/{key}/withdrawal", post().to(rounds::steps::withdraw))
        .route("/programmes", get().to(rounds::programmes::list))
        .route("/programmes", post().to(rounds::programmes::create))
        .route("/programmes/new", get().to(rounds::programmes::new))
        .route("/programmes/{key}", get().to(rounds::programmes::show))
        .route("/programmes/{key}/settings", get().to(rounds::programmes::settings))
        .route("/programmes/{key}/settings", post().to(rounds::programmes::change))
        .route("/programmes/{key}/rounds", post().to(rounds::programmes::draft))
        .service(letter_texts())
        .route("/directory", get().to(directory::search::show))
        .route("/directory/import", get().to(directory::imports::show))
        .route("/directory/import", post().to(directory::imports::bring))
        .route("/directory/import/{upload}", get().to(directory::imports::dry_run))
        .route("/directory/import/{upload}", post().to(directory::imports::carry_out))
        .route("/directory/export.csv", get().to(directory::search::export_csv))
        .route("/directory/export.xlsx", get().to(directory::search::export_xlsx))
        .route("/directory/template.csv", get().to(directory::search::template_csv))
        .route("/directory/template.xlsx", get().to(directory::search::template_xlsx))
        .route("/municipalities/{code}/posts", get().to(directory::list))
        .route("/municipalities/{code}/posts", post().to(directory::editing::add))
        .route("/municipalities/{code}/posts/new", get().to(directory::editing::new))
        .route("/posts/{post}", get().to(directory::history::show))
        .route("/posts/{post}/settings", get().to(directory::editing::show))
        .route("/posts/{post}/settings", post().to(directory::editing::edit))
        .route("/posts/{post}/holder", get().to(directory::holders::show))
        .route("/posts/{post}/holder", post().to(directory::holders::change))
        .route("/posts/{post}/holder/confirmation", post().to(directory::holders::confirm))
        .route("/posts/{post}/holder/decline", post().to(directory::holders::decline))
        .route("/posts/{post}/holder/withdrawal", post().to(directory::holders::withdraw))
        .route("/posts/{post}/merging", get().to(directory::merging::show))
        .route("/posts/{post}/merging", post().to(directory::merging::merge))
        .route("/posts/{post}/contact", get().to(directory::contact))
        .route("/posts/{post}/contact", post().to(directory::correct))
        .route("/posts/{post}/retirement", get().to(directory::retirement))
        .route("/posts/{post}/retirement", post().to(directory::retire))
        .route("/posts/{post}/restoration", post().to(directory::restore))
        .route("/rounds/{key}/municipalities/{code}/status", get().to(rounds::posts::status))
        .route("/rounds/{key}/posts/{invitation}", get().to(rounds::handed_in::show))
        .route("/rounds/{key}/posts/{invitation}/extension", get().to(rounds::posts::extension))
        .route("/rounds/{key}/posts/{invitation}/extension", post().to(rounds::posts::extend))
        .service(asked_for_time())
        .route("/api", get().to(reference::show))
        .service(api::figures())
        .default_service(web::to(|| async { HttpResponse::new(StatusCode::NOT_FOUND) }));
}

/// What letters say, whose forms hold a long text.
fn letter_texts() -> Scope {
    web::scope("/programmes/{key}/texts")
        .route("", get().to(texts::list))
        .route("/{kind}/{language}", get().to(texts::show))
        .route("/{kind}/{language}", post().to(texts::change))
        .route("/{kind}/{language}/samples", post().to(texts::send_sample))
        .route("/{kind}/{language}/history", get().to(texts::history))
}

/// The texts about accessibility and personal data as they are written.
fn site_texts() -> Scope {
    web::scope("/administration/site/texts")
        .route("/{kind}/{language}", get().to(site::texts::show))
        .route("/{kind}/{language}", post().to(site::texts::write))
}

/// Drafts of editions, whose forms hold a dozen long texts each.
fn catalogue_drafts() -> Scope {
    web::scope("/drafts")
        .route("", get().to(drafts::new))
        .route("", post().to(drafts::begin))
        .route("/{edition}", get().to(drafts::show))
        .route("/{edition}/document", get().to(drafts::document))
        .route("/{edition}/history", get().to(drafts::history))
        .route("/{edition}/differences", get().to(drafts::differences))
        .route("/{edition}/undo", post().to(drafts::undo))
        .route("/{edition}/redo", post().to(drafts::redo))
        .route("/{edition}/revert", post().to(drafts::revert))
        .route("/{edition}/deletion", get().to(drafts::deletion))
        .route("/{edition}/deletion", post().to(drafts::delete))
        .route("/{edition}/new/{kind}", get().to(drafts::add))
        .route("/{edition}/new/{kind}", post().to(drafts::added))
        .route("/{edition}/{kind}/{key}", get().to(drafts::edit))
        .route("/{edition}/{kind}/{key}", post().to(drafts::change))
        .route("/{edition}/{kind}/{key}/removal", get().to(drafts::removal))
        .route("/{edition}/{kind}/{key}/removal", post().to(drafts::remove))
        .route("/{edition}/{kind}/{key}/order", post().to(drafts::step))
}

/// A post's request for more time, and the two answers.
fn asked_for_time() -> Scope {
    web::scope("/rounds/{key}/posts/{invitation}/extension-request")
        .route("", get().to(rounds::extension_requests::show))
        .route("/granting", post().to(rounds::extension_requests::grant))
        .route("/declining", post().to(rounds::extension_requests::decline))
}

/// What a personal link opens.
fn respondents() -> Scope {
    web::scope("/svar/{token}")
        .route("/afsnit/{area}/kladde", post().to(answers::save_draft))
        .route("/afsnit/{area}", get().to(answers::show))
        .route("/afsnit/{area}", post().to(answers::save_and_go_on))
        .route("", get().to(welcome::show))
        .route("/start", post().to(welcome::start))
        .route("/opgave", post().to(tasks::open))
        .route("/overdragelse", get().to(successors::whole))
        .route("/overdragelse", post().to(successors::hand_to_successor))
        .route("/videresendt", get().to(successors::done))
        .route("/overdraget", get().to(handovers::handed))
        .route("/overblik", get().to(sections::overview))
        .route("/udskrift", get().to(questionnaire::show))
        .route("/frist.ics", get().to(deadline_calendar::show))
        .route("/mere-tid", get().to(extension_requests::show))
        .route("/mere-tid", post().to(extension_requests::ask))
        .route("/afsnit/{area}/overdragelse", get().to(handovers::section))
        .route("/afsnit/{area}/overdragelse", post().to(handovers::hand_over))
        .route("/afsnit/{area}/hjemtagelse", post().to(handovers::take_home))
        .route("/afsnit/{area}/faerdig", get().to(handovers::finished))
        .route("/afsnit/{area}/faerdig", post().to(handovers::finish))
        .route("/indsend", get().to(sections::summary))
        .route("/indsendelse", post().to(sections::hand_in))
        .route("/resultat", get().to(results::show))
        .route("/kvittering", get().to(sections::receipt))
        .route("/tilbagetagelse", post().to(sections::take_back))
}
