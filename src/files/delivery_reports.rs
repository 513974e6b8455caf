//! Delivery reports as mail servers send them back (RFC 3464), in whatever language they speak to
//! people: only the part for machines is read, and what is left of the original for its Message-ID.

use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::domain::base::refusals::Refusal;
use crate::domain::mail::bounces::{Delivery, Recipient, Report};
use crate::domain::mail::letters::LetterId;

/// The most bytes of a report; an original that is attached whole fits many times.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

/// The fields of one receiver, or of the report: names in lower case.
type Fields = Vec<(String, String)>;

/// Reads a delivery report.
///
/// # Errors
/// Refused when the message is none, or says nothing that can be used.
pub fn read(message: &[u8]) -> Result<Report, Refusal> {
    if message.len() > MOST_BYTES {
        return Err(Refusal::ReportTooLarge);
    }
    let message = MessageParser::default().parse(message).ok_or(Refusal::NoDeliveryReport)?;
    let status = message.parts.iter().find(|part| is_type(part, "message", "delivery-status"));
    let mut groups = groups(&String::from_utf8_lossy(status.ok_or(Refusal::NoDeliveryReport)?.contents()));
    if groups.is_empty() {
        return Err(Refusal::NoDeliveryReport);
    }
    let envelope = groups.remove(0);
    let recipients: Vec<Recipient> = groups.iter().filter_map(recipient).collect();
    if recipients.is_empty() {
        return Err(Refusal::NoDeliveryReport);
    }
    Ok(Report { letters: letters(&message, &envelope), recipients })
}

/// What may be the Message-ID of the original: of what is attached, else what the report answers or was sent as.
fn letters(message: &Message, envelope: &Fields) -> Vec<LetterId> {
    let attached = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Message(original) => original.message_id().map(str::to_owned),
        _ if is_type(part, "text", "rfc822-headers") => message_id_of(part.contents()),
        _ => None,
    });
    let told = [message.in_reply_to(), message.references()].into_iter().flat_map(texts);
    let sent_as = field(envelope, "original-envelope-id").map(str::to_owned);
    let ids = attached.chain(told).chain(sent_as);
    ids.filter_map(|id| id.trim_matches(['<', '>', ' ']).split('@').next()?.parse().ok()).collect()
}

fn message_id_of(headers: &[u8]) -> Option<String> {
    MessageParser::default().parse_headers(headers)?.message_id().map(str::to_owned)
}

fn texts(value: &HeaderValue) -> Vec<String> {
    match value {
        HeaderValue::Text(text) => vec![text.to_string()],
        HeaderValue::TextList(list) => list.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn is_type(part: &MessagePart, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|found| {
        found.ctype().eq_ignore_ascii_case(kind)
            && found.subtype().is_some_and(|found| found.eq_ignore_ascii_case(subtype))
    })
}

/// The groups of fields, separated by empty lines; a line that begins with a space goes on from the one before.
fn groups(text: &str) -> Vec<Fields> {
    let mut groups = vec![Fields::new()];
    for line in text.lines() {
        let Some(group) = groups.last_mut() else { break };
        if line.trim().is_empty() {
            if !group.is_empty() {
                groups.push(Fields::new());
            }
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = group.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            group.push((name.trim().to_lowercase(), value.trim().to_owned()));
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn field<'a>(fields: &'a Fields, name: &str) -> Option<&'a str> {
    fields.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
}

/// None for a group without receiver or without an action that RFC 3464 knows.
fn recipient(fields: &Fields) -> Option<Recipient> {
    let delivery = match field(fields, "action")?.split_whitespace().next()?.to_lowercase().as_str() {
        "failed" => Delivery::Failed,
        "delayed" => Delivery::Delayed,
        "delivered" | "relayed" | "expanded" => Delivery::Delivered,
        _ => return None,
    };
    let told = ["final-recipient", "original-recipient"].into_iter().filter_map(|name| field(fields, name));
    let addresses: Vec<String> = told.map(after_type).map(str::to_lowercase).collect();
    if addresses.is_empty() {
        return None;
    }
    let said = field(fields, "diagnostic-code").map(after_type).filter(|said| !said.is_empty());
    let diagnostic = said.or(field(fields, "status")).unwrap_or("failed").to_owned();
    Some(Recipient { addresses, delivery, diagnostic })
}

/// The value after its type, as in `rfc822; leder@example.org`.
fn after_type(value: &str) -> &str {
    value.split_once(';').map_or(value, |(_, value)| value).trim().trim_matches(['<', '>'])
}

#[cfg(test)]
mod tests;
