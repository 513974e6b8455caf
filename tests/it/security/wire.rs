//! HTTP as it goes over the wire: any method, any header, any half of a request, and the connection kept.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use pejl::web::Shared;

use crate::app::TestApp;

/// A connection, made anew when the service has closed it.
pub struct Wire {
    place: String,
    stream: Option<TcpStream>,
}

/// What came back.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    /// A header's text, empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The value that a cookie is set to.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let set = self.headers.iter().filter(|(known, _)| known == "set-cookie");
        let mut values = set.filter_map(|(_, cookie)| cookie.split(';').next()?.split_once('='));
        values.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
    }
}

impl Wire {
    pub fn new(app: &TestApp) -> Wire {
        Wire::to(&app.service)
    }

    /// To any service that listens where its settings say.
    pub fn to(service: &Shared) -> Wire {
        Wire { place: service.config.listen.clone(), stream: None }
    }

    /// Asks for a page with a session, or with none where it is empty.
    pub fn get(&mut self, path: &str, session: &str) -> Answer {
        self.ask("GET", path, &[("cookie", &cookie(session))], "")
    }

    /// Sends a form as a page of the service does.
    pub fn post(&mut self, path: &str, session: &str, form: &str) -> Answer {
        let cookie = cookie(session);
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", FORM), ("cookie", cookie.as_str())];
        self.ask("POST", path, &headers, form)
    }

    /// One request as it is, but for its host and length.
    pub fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send(method, path, headers, body.as_bytes())
    }

    /// Brings a file to a page as a browser does.
    pub fn bring(&mut self, path: &str, session: &str, file: &[u8]) -> Answer {
        let head = "--graense\r\ncontent-disposition: form-data; name=\"file\"; filename=\"fil\"\r\n\
                    content-type: application/octet-stream\r\n\r\n";
        let body = [head.as_bytes(), file, b"\r\n--graense--\r\n"].concat();
        let cookie = cookie(session);
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("content-type", "multipart/form-data; boundary=graense"),
            ("cookie", cookie.as_str()),
        ];
        self.send("POST", path, &headers, &body)
    }

    /// One request with a body of any bytes, as a file has them.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = format!("{method} {path} HTTP/1.1\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            request.push_str(&format!("host: {}\r\n", self.place));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() || method == "POST" {
            request.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        let request = [request.as_bytes(), b"\r\n", body].concat();
        // A kept connection may be closed just now; a new one is not.
        let kept = self.stream.take().and_then(|stream| exchange(stream, &request, method));
        let (answer, stream) = kept.or_else(|| exchange(self.connect(), &request, method)).expect("an answer");
        self.stream = (answer.header("connection") != "close").then_some(stream);
        answer
    }

    /// A new connection of the test's own.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.place).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }
}

/// The content type of a form.
pub const FORM: &str = "application/x-www-form-urlencoded";

fn cookie(session: &str) -> String {
    format!("pejl_session={session}")
}

fn exchange(mut stream: TcpStream, request: &[u8], method: &str) -> Option<(Answer, TcpStream)> {
    stream.write_all(request).ok()?;
    let answer = read_answer(&mut stream, method)?;
    Some((answer, stream))
}

/// Reads one answer, or nothing where the connection ends before its head is whole.
pub fn read_answer(stream: &mut TcpStream, method: &str) -> Option<Answer> {
    let (mut read, mut piece) = (Vec::new(), [0; 16 * 1024]);
    let mut more = |read: &mut Vec<u8>| {
        let length = stream.read(&mut piece).ok().filter(|length| *length > 0)?;
        read.extend_from_slice(&piece[..length]);
        Some(())
    };
    let head = loop {
        match read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            Some(end) => break String::from_utf8(read.drain(..end + 4).collect()).unwrap(),
            None => more(&mut read)?,
        }
    };
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let pairs = lines.filter_map(|line| line.split_once(": "));
    let headers: Vec<(String, String)> = pairs.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    let mut answer = Answer { status, headers, body: String::new() };
    if answer.header("transfer-encoding") == "chunked" && method != "HEAD" {
        let body = loop {
            match put_together(&read) {
                Some(body) => break body,
                None => more(&mut read)?,
            }
        };
        answer.body = String::from_utf8_lossy(&body).into_owned();
        return Some(answer);
    }
    let length = if method == "HEAD" { 0 } else { answer.header("content-length").parse().unwrap_or(0) };
    while read.len() < length {
        more(&mut read)?;
    }
    answer.body = String::from_utf8_lossy(&read).into_owned();
    Some(answer)
}

/// The body of an answer that comes in pieces; nothing where the last of them is not there yet.
fn put_together(read: &[u8]) -> Option<Vec<u8>> {
    let (mut body, mut rest) = (Vec::new(), read);
    loop {
        let end = rest.windows(2).position(|bytes| bytes == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
        let piece = rest.get(end + 2..end + 2 + length)?;
        rest = rest.get(end + 4 + length..)?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(piece);
    }
}

/// A text as the value of a form's field or of a query.
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => encoded + char::from(byte).to_string().as_str(),
        _ => format!("{encoded}%{byte:02X}"),
    })
}

/// A form of fields.
pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}
