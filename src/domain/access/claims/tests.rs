use serde_json::json;

use super::*;

fn mapping(municipality: MunicipalitySource) -> ClaimMapping {
    let roles = parse_roles("a=admin; k=consultant;CN=Pejl,OU=Grupper=coordinator").unwrap();
    ClaimMapping { role: ClaimPath::new("roles"), roles, municipality }
}

fn by_claim() -> ClaimMapping {
    mapping(MunicipalitySource::Claim(ClaimPath::new("kommune")))
}

fn rights(mapping: &ClaimMapping, claims: Value) -> Result<(Role, String), SignInFault> {
    let Value::Object(claims) = claims else { panic!("claims are an object") };
    let rights = mapping.rights(&claims)?;
    let codes: Vec<&str> = rights.municipalities.iter().map(MunicipalityCode::as_str).collect();
    Ok((rights.role, codes.join("|")))
}

#[test]
fn the_widest_of_the_mapped_roles_holds_and_values_are_taken_letter_by_letter() {
    let coordinator = json!({ "roles": ["x", "CN=Pejl,OU=Grupper"], "kommune": "0101" });
    assert_eq!(rights(&by_claim(), coordinator), Ok((Role::Coordinator, "0101".to_owned())));
    assert_eq!(rights(&by_claim(), json!({ "roles": ["k", "a"] })), Ok((Role::Admin, String::new())));
    assert_eq!(rights(&by_claim(), json!({ "roles": "a" })), Ok((Role::Admin, String::new())));
    for none in [json!({}), json!({ "roles": [] }), json!({ "roles": ["A", "a "] }), json!({ "roles": 7 })] {
        assert_eq!(rights(&by_claim(), none), Err(SignInFault::NoRole));
    }
}

#[test]
fn a_municipality_is_a_code_with_or_without_its_zero_or_a_name() {
    for written in [json!("0101"), json!("101"), json!("København"), json!("københavns kommune"), json!([" 0101 "])] {
        let claims = json!({ "roles": "CN=Pejl,OU=Grupper", "kommune": written });
        assert_eq!(rights(&by_claim(), claims), Ok((Role::Coordinator, "0101".to_owned())));
    }
    let several = json!({ "roles": "k", "kommune": ["0147", "0101", "147"] });
    assert_eq!(rights(&by_claim(), several), Ok((Role::Consultant, "0101|0147".to_owned())));
}

#[test]
fn a_missing_or_unknown_municipality_never_opens_the_country() {
    for wrong in [json!(null), json!([]), json!(""), json!("0411"), json!(["0101", "Atlantis"]), json!(["*", "0101"])] {
        let claims = |role: &str| json!({ "roles": role, "kommune": wrong.clone() });
        assert_eq!(rights(&by_claim(), claims("k")), Err(SignInFault::NoMunicipality));
        assert_eq!(rights(&by_claim(), claims("CN=Pejl,OU=Grupper")), Err(SignInFault::NoMunicipality));
    }
    assert_eq!(rights(&by_claim(), json!({ "roles": "k" })), Err(SignInFault::NoMunicipality));
    let two = json!({ "roles": "CN=Pejl,OU=Grupper", "kommune": ["0101", "0147"] });
    assert_eq!(rights(&by_claim(), two), Err(SignInFault::NoMunicipality));
    let all = |role: &str| json!({ "roles": role, "kommune": "*" });
    assert_eq!(rights(&by_claim(), all("k")), Ok((Role::Consultant, String::new())));
    assert_eq!(rights(&by_claim(), all("CN=Pejl,OU=Grupper")), Err(SignInFault::NoMunicipality));
}

#[test]
fn a_provider_may_be_one_municipalitys_own_or_say_nothing_of_them() {
    let own = mapping(MunicipalitySource::One("0147".parse().unwrap()));
    for (role, expected) in [("k", "0147"), ("CN=Pejl,OU=Grupper", "0147"), ("a", "")] {
        assert_eq!(rights(&own, json!({ "roles": role })).unwrap().1, expected);
    }
    let nowhere = mapping(MunicipalitySource::Nowhere);
    assert_eq!(rights(&nowhere, json!({ "roles": "k" })), Ok((Role::Consultant, String::new())));
    assert_eq!(rights(&nowhere, json!({ "roles": "CN=Pejl,OU=Grupper" })), Err(SignInFault::NoMunicipality));
}

#[test]
fn a_claim_stands_under_its_name_or_at_the_end_of_a_pointer() {
    let claims = json!({ "https://example.org/rolle": "a", "realm_access": { "roles": ["b"] }, "x/y": "c" });
    let Value::Object(claims) = claims else { unreachable!() };
    let texts = |path: &str| ClaimPath::new(path).texts(&claims);
    assert_eq!(texts("https://example.org/rolle"), ["a"]);
    assert_eq!(texts("/realm_access/roles"), ["b"]);
    assert_eq!(texts("/x~1y"), ["c"]);
    assert_eq!(texts("/realm_access/groups"), Vec::<&str>::new());
}

#[test]
fn a_list_of_roles_has_a_value_and_a_role_in_every_part() {
    for wrong in ["", ";", "admin", "=admin", "a=", "a=chef", "a=admin;b"] {
        assert_eq!(parse_roles(wrong), Err(NoRoles), "{wrong}");
    }
}
