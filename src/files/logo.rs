//! A logo: a PNG, taken apart and put together anew, so that what is served is pixels and nothing else.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Limits, Transformations};

use crate::domain::base::tokens::content_hash;
use crate::domain::site::{LOGO_BYTES, LOGO_SIZE, Logo, LogoFault};

/// A logo with its bytes as they are served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogoFile {
    bytes: Vec<u8>,
    width: u32,
    height: u32,
}

impl LogoFile {
    /// What is known of it.
    pub fn logo(&self) -> Logo {
        Logo { hash: content_hash(&self.bytes), width: self.width, height: self.height }
    }

    /// Its bytes as text.
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.bytes)
    }
}

/// The bytes of a logo that was kept as text; none where that was no base64.
pub fn bytes(base64: &str) -> Option<Vec<u8>> {
    STANDARD.decode(base64).ok()
}

/// Reads what somebody sent as a logo.
///
/// # Errors
/// Why it is none.
pub fn read(sent: &[u8]) -> Result<LogoFile, LogoFault> {
    match sent.len() {
        0 => return Err(LogoFault::Missing),
        length if length > LOGO_BYTES => return Err(LogoFault::TooBig),
        _ => {}
    }
    // The size is looked at before anything is unpacked, and unpacking has a limit of its own.
    let mut decoder = Decoder::new_with_limits(Cursor::new(sent), Limits { bytes: 16 * 1024 * 1024 });
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let header = decoder.read_header_info().map_err(|_| LogoFault::NotPng)?;
    let (width, height) = (header.width, header.height);
    if width > LOGO_SIZE.0 || height > LOGO_SIZE.1 {
        return Err(LogoFault::TooLarge { width, height });
    }
    let mut reader = decoder.read_info().map_err(|_| LogoFault::NotPng)?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(LogoFault::NotPng)?];
    let frame = reader.next_frame(&mut pixels).map_err(|_| LogoFault::NotPng)?;
    pixels.truncate(frame.buffer_size());
    let bytes = written(&pixels, (width, height), frame.color_type).map_err(|_| LogoFault::NotPng)?;
    Ok(LogoFile { bytes, width, height })
}

fn written(pixels: &[u8], (width, height): (u32, u32), colour: ColorType) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of one colour, with a comment that says where it was made.
    fn picture(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, width, height);
        encoder.set_color(ColorType::Rgb);
        encoder.add_text_chunk("Comment".to_owned(), "made at somebody's desk".to_owned()).unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&vec![7; (width * height * 3) as usize]).unwrap();
        writer.finish().unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_kept_as_pixels_alone() {
        let mut sent = picture(40, 20);
        sent.extend_from_slice(b"<script>alert(1)</script>");
        let logo = read(&sent).unwrap();
        assert_eq!((logo.width, logo.height), (40, 20));
        let kept = bytes(&logo.base64()).unwrap();
        let text = String::from_utf8_lossy(&kept).into_owned();
        assert!(!text.contains("desk") && !text.contains("script"));
        assert_eq!(read(&kept).unwrap(), logo, "reading what is kept gives the same again");
        assert_eq!(logo.logo().hash, content_hash(&kept));
    }

    #[test]
    fn what_is_no_small_whole_png_is_refused() {
        assert_eq!(read(b""), Err(LogoFault::Missing));
        assert_eq!(read(b"GIF89a"), Err(LogoFault::NotPng));
        assert_eq!(read(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(LogoFault::NotPng));
        assert_eq!(read(&vec![0; LOGO_BYTES + 1]), Err(LogoFault::TooBig));
        assert_eq!(read(&picture(1201, 2)), Err(LogoFault::TooLarge { width: 1201, height: 2 }));
        let whole = picture(40, 20);
        assert_eq!(read(&whole[..whole.len() / 2]), Err(LogoFault::NotPng));
        let mut damaged = whole.clone();
        let data = whole.windows(4).position(|name| name == b"IDAT").unwrap() + 8;
        damaged[data] ^= 0xff;
        assert_eq!(read(&damaged), Err(LogoFault::NotPng));
    }

    #[test]
    fn a_header_that_promises_more_than_memory_is_refused_before_unpacking() {
        let mut sent = picture(2, 2);
        sent[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert!(read(&sent).is_err());
    }
}
