//! What is said of a page around its own content.

use maud::Markup;

/// What surrounds a page's own content.
#[derive(Default)]
pub struct Page<'a> {
    /// The language of the page, as in `da`.
    pub lang: &'a str,
    /// The page's title. When its form has errors, begin it with the word for that.
    pub title: &'a str,
    /// The name of the service, in the header and after the title.
    pub site_name: &'a str,
    /// The logo before its name.
    pub logo: Option<Image>,
    /// The address of the stylesheet of the accent colour, where it is not the program's own.
    pub accent: Option<&'a str>,
    /// Where the name of the service leads.
    pub home: &'a str,
    /// The text of the link that leads past header and menu.
    pub skip_link: &'a str,
    /// Who is looking, and at what.
    pub signed_in: Option<SignedIn<'a>>,
    /// The main menu; without items there is none.
    pub navigation: Navigation<'a>,
    /// A notice above every page, as for a test round.
    pub banner: Option<Markup>,
    /// Links and language.
    pub footer: Footer<'a>,
}

/// A picture of known size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub href: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Who is looking, and at what.
#[derive(Clone, Copy)]
pub struct SignedIn<'a> {
    /// A person, or who asks a respondent.
    pub who: &'a str,
    /// A municipality or an organisation.
    pub place: &'a str,
    /// The page of the own account.
    pub account: Option<NavItem<'a>>,
    /// How to sign out, for those who signed in.
    pub sign_out: Option<SignOut<'a>>,
}

/// A button that signs out.
#[derive(Clone, Copy)]
pub struct SignOut<'a> {
    /// Where it posts.
    pub action: &'a str,
    /// The button's text.
    pub text: &'a str,
}

/// The main menu.
#[derive(Clone, Copy, Default)]
pub struct Navigation<'a> {
    /// What a screen reader calls it.
    pub label: &'a str,
    /// The text of the button that opens it on narrow screens.
    pub menu: &'a str,
    /// Its items.
    pub items: &'a [NavItem<'a>],
    /// The `href` of the item we are in.
    pub active: &'a str,
}

/// A link with its text.
#[derive(Clone, Copy)]
pub struct NavItem<'a> {
    /// Where it leads.
    pub href: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// The foot of every page.
#[derive(Clone, Copy, Default)]
pub struct Footer<'a> {
    /// Its links.
    pub links: &'a [NavItem<'a>],
    /// The other language.
    pub language: Option<Language<'a>>,
}

/// A language to change to: the fields `language` and `return_to`, posted to `/sprog`.
#[derive(Clone, Copy)]
pub struct Language<'a> {
    /// As in `en`.
    pub lang: &'a str,
    /// Its name in itself.
    pub name: &'a str,
    /// The path and query to come back to.
    pub return_to: &'a str,
}
