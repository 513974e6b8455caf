//! What was done, as a sentence. Whoever notes something new in a command writes its line here;
//! tests/it/audit.rs asks for it.

use crate::domain::Language;

/// A verb and a kind of object as they stand in the log, and the sentence about it with the object's name, which
/// is empty where many objects were written to.
pub struct Deed {
    /// The verb.
    pub verb: &'static str,
    /// The kind of object.
    pub object: &'static str,
    say: fn(Language, &str) -> String,
}

impl Deed {
    /// The sentence about an object of this name.
    pub fn sentence(&self, language: Language, name: &str) -> String {
        let said = (self.say)(language, name);
        // Without a name two spaces come together, and nothing stands behind a colon.
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        said.trim_end_matches(':').to_owned()
    }
}

/// One line for each pair: the verb, the kind of object, the text's key.
macro_rules! deeds {
    ($(($verb:literal, $object:literal, $key:literal),)+) => {
        &[$(Deed { verb: $verb, object: $object, say: |language, name| tr!(language, $key, name = name) },)+]
    };
}

/// Everything that is noted.
pub const DEEDS: &[Deed] = deeds![
    ("provider_sign_in", "staff", "audit-staff-provider-sign-in"),
    ("provider_sign_out", "staff", "audit-staff-provider-sign-out"),
    ("unbind_identity", "staff", "audit-staff-unbind"),
    ("create", "saved_view", "audit-saved-view-create"),
    ("update", "saved_view", "audit-saved-view-update"),
    ("delete", "saved_view", "audit-saved-view-delete"),
    ("write", "advice", "audit-advice-write"),
    ("edit", "advice", "audit-advice-edit"),
    ("withdraw", "advice", "audit-advice-withdraw"),
    ("share", "example", "audit-example-share"),
    ("show", "example", "audit-example-show"),
    ("decline", "example", "audit-example-decline"),
    ("withdraw", "example", "audit-example-withdraw"),
    ("create", "programme", "audit-programme-create"),
    ("update", "programme", "audit-programme-update"),
    ("draft", "round", "audit-round-draft"),
    ("create", "round", "audit-round-create"),
    ("update", "round", "audit-round-update"),
    ("delete", "round", "audit-round-delete"),
    ("schedule", "round", "audit-round-schedule"),
    ("unschedule", "round", "audit-round-unschedule"),
    ("open", "round", "audit-round-open"),
    ("close", "round", "audit-round-close"),
    ("announce", "round", "audit-round-announce"),
    ("remind", "round", "audit-round-remind"),
    ("extend_many", "round", "audit-round-extend-many"),
    ("try", "round", "audit-round-try"),
    ("count", "round", "audit-round-count"),
    ("publish", "round", "audit-round-publish"),
    ("sign", "round", "audit-round-sign"),
    ("unsign", "round", "audit-round-unsign"),
    ("pin", "round", "audit-round-pin"),
    ("issue_links", "round", "audit-round-issue-links"),
    ("import", "answers", "audit-answers-import"),
    ("withdraw", "round", "audit-round-withdraw"),
    ("generate_answers", "round", "audit-round-generate"),
    ("empty", "round", "audit-round-empty"),
    ("empty", "holder", "audit-holder-empty"),
    ("empty", "letter", "audit-letter-empty"),
    ("import", "edition", "audit-edition-import"),
    ("take_in", "edition", "audit-edition-take-in"),
    ("create", "edition", "audit-edition-create"),
    ("edit", "edition", "audit-edition-edit"),
    ("undo", "edition", "audit-edition-undo"),
    ("redo", "edition", "audit-edition-redo"),
    ("revert", "edition", "audit-edition-revert"),
    ("delete", "edition", "audit-edition-delete"),
    ("publish", "edition", "audit-edition-publish"),
    ("import", "crosswalk", "audit-crosswalk-import"),
    ("link", "crosswalk", "audit-crosswalk-link"),
    ("unlink", "crosswalk", "audit-crosswalk-unlink"),
    ("upload", "directory", "audit-directory-upload"),
    ("import", "post", "audit-post-import"),
    ("add", "post", "audit-post-add"),
    ("edit", "post", "audit-post-edit"),
    ("merge", "post", "audit-post-merge"),
    ("plan_holder", "post", "audit-post-plan-holder"),
    ("change_holder", "post", "audit-post-change-holder"),
    ("confirm_holder", "post", "audit-post-confirm-holder"),
    ("decline_holder", "post", "audit-post-decline-holder"),
    ("withdraw_holder", "post", "audit-post-withdraw-holder"),
    ("correct", "post", "audit-post-correct"),
    ("retire", "post", "audit-post-retire"),
    ("restore", "post", "audit-post-restore"),
    ("start", "invitation", "audit-invitation-start"),
    ("hand_in", "invitation", "audit-invitation-hand-in"),
    ("extend", "invitation", "audit-invitation-extend"),
    ("open_task", "invitation", "audit-invitation-open-task"),
    ("ask_extension", "invitation", "audit-invitation-ask-extension"),
    ("grant_extension", "invitation", "audit-invitation-grant-extension"),
    ("decline_extension", "invitation", "audit-invitation-decline-extension"),
    ("call", "invitation", "audit-invitation-call"),
    ("correct_call", "invitation", "audit-invitation-correct-call"),
    ("remove_call", "invitation", "audit-invitation-remove-call"),
    ("hand_to_successor", "invitation", "audit-invitation-successor"),
    ("invite_new_holder", "invitation", "audit-invitation-new-holder"),
    ("save", "section", "audit-section-save"),
    ("hand_in", "section", "audit-section-hand-in"),
    ("take_back", "section", "audit-section-take-back"),
    ("hand_over", "section", "audit-section-hand-over"),
    ("hand_over", "invitation", "audit-invitation-hand-over"),
    ("finish", "section", "audit-section-finish"),
    ("take_home", "section", "audit-section-take-home"),
    ("repeat", "letter", "audit-letter-repeat"),
    ("retry", "letter", "audit-letter-retry"),
    ("settle", "letter", "audit-letter-settle"),
    ("bounce", "letter", "audit-letter-bounce"),
    ("update", "site", "audit-site-update"),
    ("set", "logo", "audit-logo-set"),
    ("remove", "logo", "audit-logo-remove"),
    ("write", "site_text", "audit-site-text-write"),
    ("found", "staff", "audit-staff-found"),
    ("edit", "letter_text", "audit-letter-text-edit"),
    ("sample", "letter_text", "audit-letter-text-sample"),
    ("add", "staff", "audit-staff-add"),
    ("invite", "staff", "audit-staff-invite"),
    ("change_rights", "staff", "audit-staff-rights"),
    ("enable", "staff", "audit-staff-enable"),
    ("end_sessions", "staff", "audit-staff-end-sessions"),
    ("change_password", "staff", "audit-staff-change-password"),
    ("choose_language", "staff", "audit-staff-language"),
    ("ask_reset", "staff", "audit-staff-ask-reset"),
    ("begin_second_factor", "staff", "audit-staff-begin-second-factor"),
    ("set_up_second_factor", "staff", "audit-staff-set-up-second-factor"),
    ("remove_second_factor", "staff", "audit-staff-remove-second-factor"),
    ("renew_recovery_codes", "staff", "audit-staff-renew-recovery-codes"),
    ("reset_second_factor", "staff", "audit-staff-reset-second-factor"),
    ("create_api_token", "staff", "audit-staff-create-api-token"),
    ("withdraw_api_token", "staff", "audit-staff-withdraw-api-token"),
    ("disable", "staff", "audit-staff-disable"),
    ("reset", "staff", "audit-staff-reset"),
    ("set_password", "staff", "audit-staff-set-password"),
    ("sign_in", "staff", "audit-staff-sign-in"),
    ("sign_out", "staff", "audit-staff-sign-out"),
];

/// The deed that an entry tells of; none where a newer program wrote it.
pub fn find(verb: &str, object: &str) -> Option<&'static Deed> {
    DEEDS.iter().find(|deed| deed.verb == verb && deed.object == object)
}

/// What a kind of object is called; none where a newer program wrote it.
pub fn kind_name(kind: &str, language: Language) -> Option<String> {
    Some(match kind {
        "round" => tr!(language, "audit-kind-round"),
        "programme" => tr!(language, "audit-kind-programme"),
        "answers" => tr!(language, "audit-kind-answers"),
        "holder" => tr!(language, "audit-kind-holder"),
        "edition" => tr!(language, "audit-kind-edition"),
        "crosswalk" => tr!(language, "audit-kind-crosswalk"),
        "post" => tr!(language, "audit-kind-post"),
        "directory" => tr!(language, "audit-kind-directory"),
        "invitation" => tr!(language, "audit-kind-invitation"),
        "section" => tr!(language, "audit-kind-section"),
        "letter" => tr!(language, "audit-kind-letter"),
        "letter_text" => tr!(language, "audit-kind-letter-text"),
        "saved_view" => tr!(language, "audit-kind-saved-view"),
        "example" => tr!(language, "audit-kind-example"),
        "advice" => tr!(language, "audit-kind-advice"),
        "staff" => tr!(language, "audit-kind-staff"),
        "site" => tr!(language, "audit-kind-site"),
        "logo" => tr!(language, "audit-kind-logo"),
        "site_text" => tr!(language, "audit-kind-site-text"),
        _ => return None,
    })
}
