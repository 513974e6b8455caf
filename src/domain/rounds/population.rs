//! Who is asked what: a round's population and its sections, frozen from the directory.

use std::collections::{BTreeSet, HashMap};

use super::directory::{Department, Holder, Post};
use super::invitations::{Invitation, InvitationId, Section, SectionNumber};
use crate::domain::Area;
use crate::domain::catalogue::Edition;
use crate::domain::rounds::Round;

/// The directory as it stands when a round is frozen.
#[derive(Debug, Default)]
pub struct Directory {
    /// All departments.
    pub departments: Vec<Department>,
    /// All posts.
    pub posts: Vec<Post>,
    /// All holders.
    pub holders: Vec<Holder>,
}

/// The frozen population.
#[derive(Debug, Default, PartialEq)]
pub struct Population {
    /// One for each post that is asked anything.
    pub invitations: Vec<Invitation>,
    /// One for each area of an invitation that has questions in the round.
    pub sections: Vec<Section>,
}

/// The areas in which a round asks anything.
pub fn areas_asked(round: &Round, edition: &Edition) -> BTreeSet<Area> {
    let asked = edition.questions.iter().filter(|question| round.asks(edition, question));
    asked.flat_map(|question| question.areas.iter().copied()).collect()
}

/// Freezes the directory for a round. Sections are numbered from `first`, unique over all rounds.
/// A post whose areas have no question in the round is not asked.
pub fn freeze(round: &Round, edition: &Edition, directory: &Directory, first: SectionNumber) -> Population {
    let asked = areas_asked(round, edition);
    let departments: HashMap<_, _> = directory.departments.iter().map(|one| (&one.id, one.name.as_str())).collect();
    let holders: HashMap<_, _> = directory.holders.iter().map(|one| (&one.post_id, one)).collect();
    let mut population = Population::default();
    let mut number = first;
    for post in &directory.posts {
        let areas: Vec<Area> = post.areas.iter().filter(|area| asked.contains(area)).collect();
        if areas.is_empty() {
            continue;
        }
        let holder = holders.get(&post.id);
        let text = |of: fn(&Holder) -> &String| holder.map_or_else(String::new, |holder| of(holder).clone());
        let invitation = Invitation {
            id: InvitationId::new(),
            round_id: round.id.clone(),
            post_id: post.id.clone(),
            municipality_code: post.municipality_code.clone(),
            department: departments.get(&post.department_id).map_or_else(String::new, |name| (*name).to_owned()),
            post: post.title.clone(),
            name: text(|holder| &holder.name),
            email: text(|holder| &holder.email),
            phone: text(|holder| &holder.phone),
            language: holder.map(|holder| holder.language).unwrap_or_default(),
            extended_to: None,
            started_at: None,
            handed_in_at: None,
        };
        for area in areas {
            population.sections.push(section(&invitation, area, number));
            number += 1;
        }
        population.invitations.push(invitation);
    }
    population
}

fn section(invitation: &Invitation, area: Area, number: SectionNumber) -> Section {
    Section {
        number,
        invitation_id: invitation.id.clone(),
        round_id: invitation.round_id.clone(),
        municipality_code: invitation.municipality_code.clone(),
        area,
        helper_name: None,
        helper_email: None,
        handed_in_at: None,
        returned: None,
    }
}
