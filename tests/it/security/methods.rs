//! Methods that no page of the service uses are answered at once, whatever is still to come.

use std::io::{Read, Write};

use super::wire::{Wire, read_answer};
use crate::app::TestApp;

on_both_databases!(a_method_of_no_page_is_refused_at_once_and_the_connection_closed);

fn a_method_of_no_page_is_refused_at_once_and_the_connection_closed(app: &TestApp) {
    for begun in [
        "CONNECT example.org:443 HTTP/1.1\r\nhost: example.org:443\r\n\r\n",
        "CONNECT /login HTTP/1.1\r\nhost: x\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n",
        "PUT /login HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf",
        "DELETE /findes-ikke HTTP/1.1\r\nhost: x\r\n\r\n",
        "TRACE / HTTP/1.1\r\nhost: x\r\n\r\n",
        "HEMMELIG /rounds HTTP/1.1\r\nhost: x\r\n\r\n",
    ] {
        let mut stream = Wire::new(app).connect();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(5))).unwrap();
        stream.write_all(begun.as_bytes()).unwrap();
        let answer = read_answer(&mut stream, "").expect(begun);
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD, POST"), "{begun}");
        assert_eq!(answer.header("connection"), "close", "{begun}");
        assert!(answer.body.starts_with("<!DOCTYPE html>") && answer.body.contains("<h1"), "{begun}: {}", answer.body);
        assert_eq!(stream.read(&mut [0; 16]).expect(begun), 0, "the connection of {begun} is still open");
    }
}
