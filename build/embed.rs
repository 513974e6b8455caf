//! Names each file by its content, compresses it, and writes the table that Rust code includes.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The files to embed, by their hashed names.
pub struct Assets {
    folder: PathBuf,
    entries: BTreeMap<String, String>,
    constants: String,
}

impl Assets {
    pub fn new() -> Self {
        let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
        let folder = PathBuf::from(out).join("assets");
        fs::create_dir_all(&folder).expect("OUT_DIR can be written");
        Self { folder, entries: BTreeMap::new(), constants: String::new() }
    }

    /// Adds a file and gives its address, `/a/stem.hash.ext`.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> String {
        let (stem, extension) = name.rsplit_once('.').expect("an asset has an extension");
        let hash = hash(bytes);
        let hashed = format!("{stem}.{hash}.{extension}");
        let address = format!("/a/{hashed}");
        if self.entries.contains_key(&hashed) {
            return address;
        }
        let (mime, is_text) = mime(extension);
        let plain = self.store(&hashed, || bytes.to_vec());
        let mut brotli = "None".to_owned();
        let mut gzip = "None".to_owned();
        if is_text {
            brotli = self.smaller(&format!("{hashed}.br"), bytes, brotli_of);
            gzip = self.smaller(&format!("{hashed}.gz"), bytes, gzip_of);
        }
        let entry = format!(
            "Asset {{ name: {hashed:?}, mime: {mime:?}, hash: {hash:?}, \
             plain: include_bytes!({plain:?}), brotli: {brotli}, gzip: {gzip} }}"
        );
        self.entries.insert(hashed, entry);
        address
    }

    /// Adds a file whose address Rust code knows as `constant`.
    pub fn add_named(&mut self, constant: &str, name: &str, bytes: &[u8]) {
        let address = self.add(name, bytes);
        let _ = writeln!(self.constants, "/// Where `{name}` is served.\npub const {constant}: &str = {address:?};");
    }

    /// Writes `$OUT_DIR/assets.rs`: the constants, and the table sorted by name.
    pub fn write(self) {
        let mut code = self.constants;
        let _ = writeln!(code, "pub(crate) static TABLE: [Asset; {}] = [", self.entries.len());
        for entry in self.entries.values() {
            let _ = writeln!(code, "    {entry},");
        }
        code += "];\n";
        fs::write(self.folder.with_file_name("assets.rs"), code).expect("OUT_DIR can be written");
    }

    /// A compressed copy as a Rust expression; `None` when it would not be smaller.
    fn smaller(&self, name: &str, bytes: &[u8], compress: fn(&[u8]) -> Vec<u8>) -> String {
        let path = self.store(name, || compress(bytes));
        let size = fs::metadata(&path).map_or(0, |metadata| metadata.len());
        if usize::try_from(size).is_ok_and(|size| size < bytes.len()) {
            return format!("Some(include_bytes!({path:?}))");
        }
        "None".to_owned()
    }

    /// The name holds the content's hash, so what an earlier run wrote is right. Renaming keeps a
    /// run that was broken off from leaving half a file.
    fn store(&self, name: &str, content: impl FnOnce() -> Vec<u8>) -> PathBuf {
        let path = self.folder.join(name);
        if !path.exists() {
            let part = Path::new(&path).with_extension("part");
            let written = fs::write(&part, content()).and_then(|()| fs::rename(&part, &path));
            written.expect("OUT_DIR can be written");
        }
        path
    }
}

/// Twelve hexadecimal digits of the SHA-256.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The media type, and whether compressing is worth while.
fn mime(extension: &str) -> (&'static str, bool) {
    match extension {
        "css" => ("text/css; charset=utf-8", true),
        "js" => ("text/javascript; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "png" => ("image/png", false),
        "woff2" => ("font/woff2", false),
        other => panic!("no media type is known for .{other}; add it to build/embed.rs"),
    }
}

fn brotli_of(bytes: &[u8]) -> Vec<u8> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, 11, 22);
    writer.write_all(bytes).expect("a Vec takes every write");
    drop(writer);
    compressed
}

fn gzip_of(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("a Vec takes every write");
    writer.finish().expect("a Vec takes every write")
}
