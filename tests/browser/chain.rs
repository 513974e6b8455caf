//! The whole chain on real input: a catalogue, a directory and a baseline are imported, a round is
//! opened, leaders get letters and answer on their phones, and the dashboards follow.

mod colleague;
mod leader;
mod plain;
mod results;
mod roles;
mod setting;
mod staff;

use crate::browser::{Care, Screen, Scripts};
use crate::database::Backend;
use crate::program::Program;
use crate::smtp::SmtpServer;
use setting::{FIRST, SECOND, Setting};

#[test]
fn from_catalogue_to_dashboard_on_sqlite() {
    tell(Backend::Sqlite, Care::Full);
}

#[test]
fn from_catalogue_to_dashboard_on_postgres() {
    tell(Backend::Postgres, Care::None);
}

fn tell(backend: Backend, care: Care) {
    let Some(post_office) = SmtpServer::start() else { return };
    let Some(program) = Program::on(backend, &post_office.url) else { return };
    let setting = Setting::prepare(program, post_office, care);
    setting.meet(Screen::Desktop, Scripts::On, async |browser| {
        staff::choose_a_password(&browser, &setting).await?;
        staff::look_at_a_draft(&browser, &setting).await?;
        staff::read_the_catalogue(&browser, &setting).await?;
        staff::choose_a_look(&browser, &setting).await?;
        staff::read_about_the_service(&browser, &setting).await
    });

    setting.open_round();
    let first = setting.invitation_of(&FIRST);
    setting.meet(Screen::Phone, Scripts::On, async |browser| leader::look_only(&browser, &setting, &first).await);
    let before = results::before(&setting);
    setting.meet(Screen::Phone, Scripts::On, async |browser| {
        leader::hand_a_section_over(&browser, &setting, &first).await
    });
    let handed_over = setting.handover();
    setting.meet(Screen::Phone, Scripts::On, async |browser| colleague::help(&browser, &handed_over).await);
    setting.meet(Screen::Phone, Scripts::On, async |browser| {
        leader::take_the_section_back(&browser, &first).await?;
        colleague::find_the_link_dead(&browser, &handed_over).await?;
        leader::answer(&browser, &setting, &first).await?;
        leader::hand_in(&browser).await
    });
    setting.check_receipt(&FIRST, &leader::WRITTEN);
    results::after_the_first(&setting, &before);

    let second = setting.invitation_of(&SECOND);
    setting.meet(Screen::Phone, Scripts::Off, async |browser| plain::answer(&browser, &second).await);
    setting.check_receipt(&SECOND, &plain::WRITTEN);
    results::after_both(&setting);
    setting.meet(Screen::Desktop, Scripts::On, async |browser| staff::close_the_round(&browser, &setting).await);
    setting.meet(Screen::Phone, Scripts::On, async |browser| leader::find_it_closed(&browser, &first).await);
    results::from_round_to_round(&setting);
    setting.add_account(roles::CONSULTANT, &["consultant"]);
    setting.add_account(roles::COORDINATOR, &["coordinator", "--municipality", FIRST.code]);
    setting.meet(Screen::Desktop, Scripts::On, async |browser| roles::consult(&browser, &setting).await);
    setting.meet(Screen::Desktop, Scripts::On, async |browser| roles::coordinate(&browser, &setting).await);
}
