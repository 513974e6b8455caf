// @generated automatically by Diesel CLI.

diesel::table! {
    advice (id) {
        id -> Text,
        round_id -> Text,
        municipality_code -> Text,
        package -> Text,
        recommendation -> Text,
    }
}

diesel::table! {
    advice_versions (id) {
        id -> Text,
        advice_id -> Text,
        body -> Nullable<Text>,
        staff_id -> Text,
        written_at -> Timestamp,
    }
}

diesel::table! {
    announced_rounds (round_id, opens_on) {
        round_id -> Text,
        opens_on -> Date,
        announced_at -> Timestamp,
        letters -> Integer,
        without_email -> Integer,
    }
}

diesel::table! {
    answers (section, question) {
        section -> Integer,
        question -> SmallInt,
        choice -> Nullable<SmallInt>,
        revision -> SmallInt,
        reason -> Nullable<Text>,
        comment -> Nullable<Text>,
        quote -> Nullable<Text>,
        writer -> Nullable<Text>,
        unit_share -> Nullable<Text>,
    }
}

diesel::table! {
    api_tokens (id) {
        id -> Text,
        staff_id -> Text,
        token_hash -> Text,
        name -> Text,
        municipalities -> Nullable<Text>,
        reads_comments -> Bool,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    attempts (subject, window_start) {
        subject -> Text,
        window_start -> Timestamp,
        count -> Integer,
    }
}

diesel::table! {
    audit (id) {
        id -> Text,
        at -> Timestamp,
        actor -> Text,
        actor_id -> Nullable<Text>,
        verb -> Text,
        object -> Text,
        object_id -> Nullable<Text>,
        old_value -> Nullable<Text>,
        new_value -> Nullable<Text>,
    }
}

diesel::table! {
    baselines (round_id, package) {
        round_id -> Text,
        package -> Text,
        baseline_round_id -> Text,
    }
}

diesel::table! {
    bounces (address) {
        address -> Text,
        letter_id -> Text,
        bounced_at -> Timestamp,
    }
}

diesel::table! {
    calls (id) {
        id -> Text,
        invitation_id -> Text,
        staff_id -> Text,
        called_at -> Timestamp,
        outcome -> Text,
        note -> Text,
        call_back_on -> Nullable<Date>,
    }
}

diesel::table! {
    compatibility (oldest) {
        oldest -> Text,
    }
}

diesel::table! {
    counted_rounds (round_id) {
        round_id -> Text,
        version -> Text,
        counted_at -> Timestamp,
    }
}

diesel::table! {
    counts (round_id, municipality_code, area) {
        round_id -> Text,
        municipality_code -> Text,
        area -> Text,
        sections -> Integer,
        returned -> Integer,
        chosen -> Text,
    }
}

diesel::table! {
    crosswalks (from_edition, to_edition) {
        from_edition -> Text,
        to_edition -> Text,
        document -> Text,
        imported_at -> Timestamp,
    }
}

diesel::table! {
    departments (id) {
        id -> Text,
        municipality_code -> Text,
        name -> Text,
    }
}

diesel::table! {
    directory_uploads (id) {
        id -> Text,
        staff_id -> Text,
        entries -> Text,
        uploaded_at -> Timestamp,
    }
}

diesel::table! {
    edition_revisions (edition, number) {
        edition -> Text,
        number -> Integer,
        parent -> Nullable<Integer>,
        document -> Text,
        content_hash -> Text,
        crosswalks -> Text,
        author -> Nullable<Text>,
        made_at -> Timestamp,
        change -> Text,
    }
}

diesel::table! {
    editions (key) {
        key -> Text,
        document -> Text,
        content_hash -> Text,
        imported_at -> Timestamp,
        published_at -> Nullable<Timestamp>,
        status -> Text,
        revision -> Integer,
    }
}

diesel::table! {
    emptied_rounds (round_id) {
        round_id -> Text,
        emptied_at -> Timestamp,
    }
}

diesel::table! {
    extension_requests (id) {
        id -> Text,
        invitation_id -> Text,
        reason -> Text,
        wished_day -> Nullable<Date>,
        asked_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        granted_to -> Nullable<Date>,
        declined_because -> Nullable<Text>,
    }
}

diesel::table! {
    handovers (id) {
        id -> Text,
        section -> Integer,
        from_name -> Text,
        from_email -> Text,
        name -> Text,
        email -> Text,
        note -> Text,
        handed_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    holders (post_id) {
        post_id -> Text,
        name -> Text,
        email -> Text,
        phone -> Text,
        seen_at -> Nullable<Timestamp>,
        language -> Text,
    }
}

diesel::table! {
    identities (issuer, subject) {
        issuer -> Text,
        subject -> Text,
        staff_id -> Text,
        created_at -> Timestamp,
        used_at -> Timestamp,
    }
}

diesel::table! {
    invitations (id) {
        id -> Text,
        round_id -> Text,
        post_id -> Text,
        municipality_code -> Text,
        department -> Text,
        post -> Text,
        name -> Text,
        email -> Text,
        phone -> Text,
        extended_to -> Nullable<Date>,
        started_at -> Nullable<Timestamp>,
        handed_in_at -> Nullable<Timestamp>,
        language -> Text,
    }
}

diesel::table! {
    keys (token_hash) {
        token_hash -> Text,
        staff_id -> Text,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    leases (letter_id) {
        letter_id -> Text,
        token_hash -> Text,
        begun_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    letter_samples (letter_id) {
        letter_id -> Text,
        programme -> Text,
        kind -> Text,
        language -> Text,
        subject -> Text,
        body -> Text,
        post_id -> Nullable<Text>,
    }
}

diesel::table! {
    letter_texts (id) {
        id -> Text,
        programme -> Text,
        kind -> Text,
        language -> Text,
        version -> Integer,
        subject -> Nullable<Text>,
        body -> Nullable<Text>,
        made_at -> Timestamp,
        made_by -> Nullable<Text>,
    }
}

diesel::table! {
    letters (id) {
        id -> Text,
        key -> Text,
        section -> Nullable<Integer>,
        name -> Text,
        email -> Text,
        due_at -> Timestamp,
        attempts -> Integer,
        doubts -> Integer,
        last_error -> Nullable<Text>,
        created_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        round_id -> Nullable<Text>,
        invitation_id -> Nullable<Text>,
        staff_id -> Nullable<Text>,
        kind -> Text,
        language -> Text,
        state -> Text,
        text_id -> Nullable<Text>,
        post_id -> Nullable<Text>,
        subject -> Nullable<Text>,
    }
}

diesel::table! {
    links (token_hash) {
        token_hash -> Text,
        invitation_id -> Text,
        section -> Nullable<Integer>,
        created_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        parent_hash -> Nullable<Text>,
    }
}

diesel::table! {
    merged_posts (post_id) {
        post_id -> Text,
        into_post_id -> Text,
        merged_at -> Timestamp,
    }
}

diesel::table! {
    places (staff_id, place) {
        staff_id -> Text,
        place -> Text,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    planned_holders (post_id) {
        post_id -> Text,
        from_day -> Date,
        name -> Text,
        email -> Text,
        phone -> Text,
        language -> Text,
    }
}

diesel::table! {
    post_changes (audit_id, post_id) {
        audit_id -> Text,
        post_id -> Text,
        municipality_code -> Text,
        changes -> Text,
        old_title -> Nullable<Text>,
    }
}

diesel::table! {
    posts (id) {
        id -> Text,
        municipality_code -> Text,
        department_id -> Text,
        title -> Text,
        areas -> Text,
        retired_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    practice_examples (id) {
        id -> Text,
        municipality_code -> Text,
        edition -> Text,
        package -> Text,
        recommendation -> Text,
        shared_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    practice_versions (id) {
        id -> Text,
        example_id -> Text,
        round_id -> Text,
        title -> Text,
        body -> Text,
        contact_function -> Text,
        contact_email -> Text,
        contact_phone -> Text,
        staff_id -> Text,
        written_at -> Timestamp,
        decision -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        reason -> Nullable<Text>,
    }
}

diesel::table! {
    programmes (key) {
        key -> Text,
        title_da -> Text,
        title_en -> Text,
        edition -> Nullable<Text>,
        packages -> Nullable<Text>,
        rule -> Text,
        min_coverage -> Double,
        opens_on -> Text,
        closes_on -> Nullable<Text>,
        open_weeks -> Integer,
        draft_days -> Nullable<Integer>,
        opens_itself -> Bool,
        letter_plan -> Text,
        drafted_year -> Nullable<Integer>,
        created_at -> Timestamp,
        aim -> Nullable<Text>,
    }
}

diesel::table! {
    proposed_holders (post_id) {
        post_id -> Text,
        invitation_id -> Text,
        name -> Text,
        email -> Text,
        proposed_at -> Timestamp,
    }
}

diesel::table! {
    recovery_codes (staff_id, code_hash) {
        staff_id -> Text,
        code_hash -> Text,
    }
}

diesel::table! {
    released_counts (release_id, round_id, municipality_code, area) {
        release_id -> Text,
        round_id -> Text,
        municipality_code -> Text,
        area -> Text,
        sections -> Integer,
        returned -> Integer,
        chosen -> Text,
    }
}

diesel::table! {
    releases (id) {
        id -> Text,
        round_id -> Text,
        number -> Integer,
        published_at -> Timestamp,
        reason -> Text,
        basis -> Text,
        scores -> Text,
        changes -> Text,
        content_hash -> Text,
    }
}

diesel::table! {
    rounds (id) {
        id -> Text,
        key -> Text,
        programme -> Text,
        edition -> Text,
        edition_hash -> Text,
        packages -> Nullable<Text>,
        opens_on -> Date,
        closes_on -> Date,
        min_coverage -> Double,
        is_test -> Bool,
        is_historic -> Bool,
        created_at -> Timestamp,
        opened_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        status -> Text,
        rule -> Text,
        letter_plan -> Nullable<Text>,
        is_trial -> Bool,
        aim -> Nullable<Text>,
    }
}

diesel::table! {
    saved_views (id) {
        id -> Text,
        staff_id -> Text,
        name -> Text,
        address -> Text,
        is_shared -> Bool,
        created_at -> Timestamp,
    }
}

diesel::table! {
    second_factors (staff_id) {
        staff_id -> Text,
        sealed_secret -> Text,
        created_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        last_step -> Nullable<BigInt>,
    }
}

diesel::table! {
    sections (number) {
        number -> Integer,
        invitation_id -> Text,
        round_id -> Text,
        municipality_code -> Text,
        area -> Text,
        helper_name -> Nullable<Text>,
        helper_email -> Nullable<Text>,
        handed_in_at -> Nullable<Timestamp>,
        returned -> Nullable<Text>,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        staff_id -> Text,
        expires_at -> Timestamp,
        created_at -> Nullable<Timestamp>,
        seen_at -> Nullable<Timestamp>,
        provider_session -> Nullable<Text>,
        sealed_id_token -> Nullable<Text>,
        second_factor_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sign_ins (token_hash) {
        token_hash -> Text,
        staff_id -> Text,
        expires_at -> Timestamp,
        provider_session -> Nullable<Text>,
        sealed_id_token -> Nullable<Text>,
    }
}

diesel::table! {
    sign_offs (id) {
        id -> Text,
        round_id -> Text,
        municipality_code -> Text,
        staff_id -> Text,
        signed_at -> Timestamp,
        posts -> Integer,
        handed_in -> Integer,
        comment -> Text,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    site_logos (hash) {
        hash -> Text,
        content -> Text,
        added_at -> Timestamp,
    }
}

diesel::table! {
    site_settings (name) {
        name -> Text,
        value -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    site_texts (id) {
        id -> Text,
        kind -> Text,
        language -> Text,
        body -> Text,
        written_at -> Timestamp,
        staff_id -> Nullable<Text>,
    }
}

diesel::table! {
    staff (id) {
        id -> Text,
        email -> Text,
        municipalities -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        created_at -> Timestamp,
        disabled_at -> Nullable<Timestamp>,
        role -> Text,
        language -> Nullable<Text>,
        seen_at -> Nullable<Timestamp>,
        identity_at -> Nullable<Timestamp>,
        visited_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    stalls (letter_id) {
        letter_id -> Text,
        since -> Timestamp,
    }
}

diesel::joinable!(advice -> rounds (round_id));
diesel::joinable!(advice_versions -> advice (advice_id));
diesel::joinable!(advice_versions -> staff (staff_id));
diesel::joinable!(announced_rounds -> rounds (round_id));
diesel::joinable!(answers -> sections (section));
diesel::joinable!(api_tokens -> staff (staff_id));
diesel::joinable!(bounces -> letters (letter_id));
diesel::joinable!(calls -> invitations (invitation_id));
diesel::joinable!(calls -> staff (staff_id));
diesel::joinable!(counted_rounds -> rounds (round_id));
diesel::joinable!(counts -> rounds (round_id));
diesel::joinable!(directory_uploads -> staff (staff_id));
diesel::joinable!(edition_revisions -> editions (edition));
diesel::joinable!(emptied_rounds -> rounds (round_id));
diesel::joinable!(extension_requests -> invitations (invitation_id));
diesel::joinable!(handovers -> sections (section));
diesel::joinable!(holders -> posts (post_id));
diesel::joinable!(identities -> staff (staff_id));
diesel::joinable!(invitations -> posts (post_id));
diesel::joinable!(invitations -> rounds (round_id));
diesel::joinable!(keys -> staff (staff_id));
diesel::joinable!(leases -> letters (letter_id));
diesel::joinable!(letter_samples -> letters (letter_id));
diesel::joinable!(letter_samples -> posts (post_id));
diesel::joinable!(letter_samples -> programmes (programme));
diesel::joinable!(letter_texts -> programmes (programme));
diesel::joinable!(letters -> invitations (invitation_id));
diesel::joinable!(letters -> rounds (round_id));
diesel::joinable!(letters -> sections (section));
diesel::joinable!(letters -> staff (staff_id));
diesel::joinable!(links -> invitations (invitation_id));
diesel::joinable!(links -> sections (section));
diesel::joinable!(merged_posts -> posts (post_id));
diesel::joinable!(places -> staff (staff_id));
diesel::joinable!(planned_holders -> posts (post_id));
diesel::joinable!(post_changes -> posts (post_id));
diesel::joinable!(posts -> departments (department_id));
diesel::joinable!(practice_versions -> practice_examples (example_id));
diesel::joinable!(practice_versions -> rounds (round_id));
diesel::joinable!(practice_versions -> staff (staff_id));
diesel::joinable!(programmes -> editions (edition));
diesel::joinable!(proposed_holders -> invitations (invitation_id));
diesel::joinable!(proposed_holders -> posts (post_id));
diesel::joinable!(recovery_codes -> staff (staff_id));
diesel::joinable!(released_counts -> releases (release_id));
diesel::joinable!(released_counts -> rounds (round_id));
diesel::joinable!(releases -> rounds (round_id));
diesel::joinable!(rounds -> editions (edition));
diesel::joinable!(saved_views -> staff (staff_id));
diesel::joinable!(second_factors -> staff (staff_id));
diesel::joinable!(sections -> invitations (invitation_id));
diesel::joinable!(sections -> rounds (round_id));
diesel::joinable!(sessions -> staff (staff_id));
diesel::joinable!(sign_ins -> staff (staff_id));
diesel::joinable!(sign_offs -> rounds (round_id));
diesel::joinable!(sign_offs -> staff (staff_id));
diesel::joinable!(site_texts -> staff (staff_id));
diesel::joinable!(stalls -> letters (letter_id));

diesel::allow_tables_to_appear_in_same_query!(
    advice,
    advice_versions,
    announced_rounds,
    answers,
    api_tokens,
    attempts,
    audit,
    baselines,
    bounces,
    calls,
    compatibility,
    counted_rounds,
    counts,
    crosswalks,
    departments,
    directory_uploads,
    edition_revisions,
    editions,
    emptied_rounds,
    extension_requests,
    handovers,
    holders,
    identities,
    invitations,
    keys,
    leases,
    letter_samples,
    letter_texts,
    letters,
    links,
    merged_posts,
    places,
    planned_holders,
    post_changes,
    posts,
    practice_examples,
    practice_versions,
    programmes,
    proposed_holders,
    recovery_codes,
    released_counts,
    releases,
    rounds,
    saved_views,
    second_factors,
    sections,
    sessions,
    sign_ins,
    sign_offs,
    site_logos,
    site_settings,
    site_texts,
    staff,
    stalls,
);
