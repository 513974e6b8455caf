//! The first start: the program prints a link, and whoever follows it becomes the administrator.

use crate::app::TestApp;
use crate::process::{Process, until_some};

on_both_databases!(
    the_printed_link_makes_the_first_administrator_and_no_second,
    a_link_of_another_secret_opens_nothing
);

const PASSWORD: &str = "en lang nok adgangskode";

/// The path that a program prints when it starts.
fn printed(program: &Process) -> String {
    let found = || program.printed().lines().find(|line| line.contains("/begynd/")).map(str::to_owned);
    let link = until_some("the printed link", found);
    link.strip_prefix(&program.base_url).unwrap().to_owned()
}

fn the_printed_link_makes_the_first_administrator_and_no_second(app: &TestApp) {
    let [one, other] = [Process::serve(app), Process::serve(app)];
    let link = printed(&one);
    assert_eq!(link, printed(&other), "every instance takes what any of them printed");
    assert!(!one.log().contains(&link), "it is a secret, and not logged");
    let visitor = other.client();
    assert!(
        visitor.get("/").body.contains("Tjenesten har ingen brugere endnu"),
        "the sign-in page says where to begin"
    );
    let mistakes = [("email", "ingen"), ("password", PASSWORD), ("repeated", "noget andet")];
    let again = visitor.post(&link, &mistakes);
    assert!(again.status == 422 && again.body.contains("href=\"#email\"") && again.body.contains("href=\"#repeated\""));
    let form = [("email", "Admin@Example.org"), ("password", PASSWORD), ("repeated", PASSWORD)];
    let made = visitor.post(&link, &form);
    assert_eq!((made.status, made.path.as_str()), (200, "/administration"), "{}", made.body);
    let second = one.client();
    assert_eq!((second.get(&link).status, second.post(&link, &form).status), (404, 404), "it is used up");
    let signed_in = second.post("/login", &[("email", "admin@example.org"), ("password", PASSWORD)]);
    assert_eq!((signed_in.status, signed_in.path.as_str()), (200, "/"), "{}", signed_in.body);
    let later = Process::serve(app);
    assert_eq!(later.printed(), "", "there is nothing to begin any more");
}

fn a_link_of_another_secret_opens_nothing(app: &TestApp) {
    let settings = [("SECRET_KEY", "another-secret-of-the-tests-and-nobody-else")];
    let link = printed(&Process::start(app, &["serve", "--no-worker"], &settings));
    assert_eq!(app.client().get(&link).status, 404);
    assert_eq!(app.client().get("/begynd/").status, 404);
}
