//! What a file is, by its content: its name and what the client says of it prove nothing.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom};

use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8};
use infer::MatcherType;

use crate::domain::words::FileKind;
use crate::error::{Code, Error, Result};

/// So much of a file's beginning tells its kind, except for packed and compound ones.
const HEAD: u64 = 8192;
/// The end of a ZIP file's directory: its length without the comment, and the longest comment.
const ZIP_END: usize = 22;
const ZIP_COMMENT: usize = 65_535;
/// Documents have some hundred entries; a larger directory isn't read.
const ZIP_DIRECTORY: usize = 1024 * 1024;
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The kind of this file.
///
/// # Errors
/// `unsupported_media_type` with the reason.
pub fn kind_of(file: &mut (impl Read + Seek)) -> Result<FileKind> {
    let head = head(file).map_err(Error::internal)?;
    if head.starts_with(b"PK") {
        return packed(&zip_names(file).map_err(Error::internal)?);
    }
    if head.starts_with(COMPOUND) {
        return compound(file);
    }
    match infer::get(&head).map(|found| (found.mime_type(), found.matcher_type())) {
        Some(("application/pdf", _)) => Ok(FileKind::Pdf),
        Some(("image/jpeg", _)) => Ok(FileKind::Jpeg),
        Some(("image/png", _)) => Ok(FileKind::Png),
        Some(("image/webp", _)) => Ok(FileKind::Webp),
        Some(("image/heif", _)) => Ok(FileKind::Heic),
        // Some signatures of pictures are two letters, as which a text may begin.
        None | Some((_, MatcherType::Image)) if is_text(file).map_err(Error::internal)? => Ok(FileKind::Text),
        _ => Err(unsupported("不支持这种文件")),
    }
}

fn unsupported(reason: &str) -> Error {
    let accepted = "可以上传 PDF、OFD、图片（JPEG、PNG、WebP、HEIC）、Word、Excel、WPS 文档和纯文本";
    Error::new(Code::UnsupportedMediaType, format!("{reason}；{accepted}"))
}

fn with_macros() -> Error {
    unsupported("不接受含宏的文档，请另存为不含宏的格式")
}

fn head(file: &mut (impl Read + Seek)) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

/// A document that is a ZIP file, told by what is packed in it.
fn packed(names: &[String]) -> Result<FileKind> {
    let has = |name: &str| names.iter().any(|n| n == name);
    if names.iter().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        Err(with_macros())
    } else if has("OFD.xml") {
        Ok(FileKind::Ofd)
    } else if has("[Content_Types].xml") && has("word/document.xml") {
        Ok(FileKind::Docx)
    } else if has("[Content_Types].xml") && has("xl/workbook.xml") {
        Ok(FileKind::Xlsx)
    } else {
        Err(unsupported("不接受压缩包，请逐个上传其中的文件"))
    }
}

/// The names in a ZIP file's directory; none where it has no directory that can be read.
fn zip_names(file: &mut (impl Read + Seek)) -> io::Result<Vec<String>> {
    let length = file.seek(SeekFrom::End(0))?;
    let tail_at = length.saturating_sub((ZIP_END + ZIP_COMMENT) as u64);
    let tail = read_at(file, tail_at, usize::try_from(length - tail_at).unwrap_or(0))?;
    let ends = tail.windows(ZIP_END).rposition(|w| w.starts_with(b"PK\x05\x06"));
    let Some(end) = ends.map(|at| &tail[at..]) else { return Ok(Vec::new()) };
    let (size, offset) = (number(end, 12, 4), number(end, 16, 4));
    if size > ZIP_DIRECTORY || (offset + size) as u64 > length {
        return Ok(Vec::new());
    }
    let directory = read_at(file, offset as u64, size)?;
    let (mut names, mut rest) = (Vec::new(), &directory[..]);
    while rest.len() >= 46 && rest.starts_with(b"PK\x01\x02") {
        let (name, extra, comment) = (number(rest, 28, 2), number(rest, 30, 2), number(rest, 32, 2));
        let Some(bytes) = rest.get(46..46 + name) else { break };
        names.push(String::from_utf8_lossy(bytes).into_owned());
        rest = rest.get(46 + name + extra + comment..).unwrap_or_default();
    }
    Ok(names)
}

fn read_at(file: &mut (impl Read + Seek), at: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// A number of `length` bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> usize {
    bytes[at..at + length].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// A document of Word or Excel 97, or WPS: a compound file, told by its streams.
fn compound(file: &mut (impl Read + Seek)) -> Result<FileKind> {
    let Ok(document) = cfb::CompoundFile::open(file) else { return Err(unsupported("文件已损坏，无法识别")) };
    if document.is_storage("/Macros") || document.is_storage("/_VBA_PROJECT_CUR") {
        Err(with_macros())
    } else if document.is_stream("/WordDocument") {
        Ok(FileKind::Doc)
    } else if document.is_stream("/Workbook") || document.is_stream("/Book") {
        Ok(FileKind::Xls)
    } else if document.is_stream("/EncryptedPackage") {
        Err(unsupported("不接受加密的文档，请去掉密码"))
    } else {
        Err(unsupported("不支持这种文件"))
    }
}

/// Whether it is text in UTF-8 or GB18030, without NULs and other control characters.
fn is_text(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    Ok(decodes(file, UTF_8)? || decodes(file, GB18030)?)
}

fn decodes(file: &mut (impl Read + Seek), encoding: &'static Encoding) -> io::Result<bool> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut bytes, mut text) = (vec![0; 16 * 1024], vec![0; 64 * 1024]);
    file.seek(SeekFrom::Start(0))?;
    loop {
        let read = match file.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read?,
        };
        let (result, _, written) = decoder.decode_to_utf8_without_replacement(&bytes[..read], &mut text, read == 0);
        if result != DecoderResult::InputEmpty || text[..written].iter().any(|b| is_control(*b)) {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}

fn is_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::*;

    fn told(bytes: &[u8]) -> Result<FileKind> {
        kind_of(&mut Cursor::new(bytes))
    }

    #[track_caller]
    fn refused(bytes: &[u8], reason: &str) {
        let error = told(bytes).unwrap_err();
        assert_eq!(error.code, Code::UnsupportedMediaType);
        assert!(error.detail.contains(reason), "{}", error.detail);
    }

    /// A ZIP file that packs empty files of these names.
    fn zip(names: &[&str]) -> Vec<u8> {
        let (mut file, mut directory) = (Vec::new(), Vec::new());
        for name in names {
            let length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let at = u32::try_from(file.len()).unwrap().to_le_bytes();
            file.extend([b"PK\x03\x04".as_slice(), &[0; 22], &length, &[0; 2], name.as_bytes()].concat());
            directory.extend([b"PK\x01\x02".as_slice(), &[0; 24], &length, &[0; 12], &at, name.as_bytes()].concat());
        }
        let count = u16::try_from(names.len()).unwrap().to_le_bytes();
        let (size, at) = (directory.len() as u32, file.len() as u32);
        let end = [&[0; 4], count.as_slice(), &count, &size.to_le_bytes(), &at.to_le_bytes(), &[0; 2]].concat();
        [file, directory, b"PK\x05\x06".to_vec(), end].concat()
    }

    fn compound_of(storages: &[&str], streams: &[&str]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        storages.iter().for_each(|name| file.create_storage(name).unwrap());
        for name in streams {
            file.create_stream(name).unwrap().write_all(b"content").unwrap();
        }
        file.into_inner().into_inner()
    }

    #[test]
    fn each_kind_is_known_by_its_content() {
        assert_eq!(told(b"%PDF-1.7\n").unwrap(), FileKind::Pdf);
        assert_eq!(told(b"\xFF\xD8\xFF\xE0\0\x10JFIF").unwrap(), FileKind::Jpeg);
        assert_eq!(told(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR").unwrap(), FileKind::Png);
        assert_eq!(told(b"RIFF\x24\0\0\0WEBPVP8 ").unwrap(), FileKind::Webp);
        assert_eq!(told(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap(), FileKind::Heic);
        assert_eq!(told(&zip(&["[Content_Types].xml", "word/document.xml"])).unwrap(), FileKind::Docx);
        assert_eq!(told(&zip(&["_rels/.rels", "xl/workbook.xml", "[Content_Types].xml"])).unwrap(), FileKind::Xlsx);
        assert_eq!(told(&zip(&["OFD.xml", "Doc_0/Document.xml"])).unwrap(), FileKind::Ofd);
        assert_eq!(told(&compound_of(&[], &["/WordDocument", "/1Table"])).unwrap(), FileKind::Doc);
        assert_eq!(told(&compound_of(&[], &["/Workbook"])).unwrap(), FileKind::Xls);
        assert_eq!(told("情况说明\r\n\t一、".as_bytes()).unwrap(), FileKind::Text);
        assert_eq!(told(b"BM, not a picture").unwrap(), FileKind::Text);
        assert_eq!(told(&GB18030.encode("情况说明：䶮").0).unwrap(), FileKind::Text);
        let long = GB18030.encode(&"办".repeat(40_001)).0.into_owned();
        assert_eq!(told(&[b"a".as_slice(), &long].concat()).unwrap(), FileKind::Text);
    }

    #[test]
    fn macros_are_not_taken_in() {
        refused(&zip(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]), "宏");
        refused(&zip(&["[Content_Types].xml", "xl/workbook.xml", "xl/VBAPROJECT.BIN"]), "宏");
        refused(&compound_of(&["/Macros"], &["/WordDocument"]), "宏");
        refused(&compound_of(&["/_VBA_PROJECT_CUR"], &["/Workbook"]), "宏");
    }

    #[test]
    fn what_is_none_of_these_is_refused() {
        refused(&zip(&["a.txt"]), "压缩包");
        refused(&zip(&["[Content_Types].xml", "ppt/presentation.xml"]), "压缩包");
        refused(b"PK\x03\x04 and then nothing", "压缩包");
        refused(&compound_of(&[], &["/PowerPoint Document"]), "不支持");
        refused(&compound_of(&[], &["/EncryptedPackage"]), "密码");
        refused(&[COMPOUND, &[0; 600]].concat(), "损坏");
        for other in [
            &b"MZ\x90\0\x03\0\0\0"[..],
            b"\x7FELF\x02\x01\x01\0",
            b"GIF89a\x01\0\x01\0",
            b"<!DOCTYPE html><script>",
            b"<?xml version=\"1.0\"?><svg/>",
            b"#!/bin/sh\nrm -rf /",
            b"{\\rtf1\\ansi",
            b"text with a NUL \0",
            b"\x1B[31mred",
            b"\xFF\xFEt\0e\0x\0t\0",
            b"\x81",
        ] {
            refused(other, "不支持");
        }
    }

    #[test]
    fn a_directory_that_lies_is_not_followed() {
        let mut far = zip(&["word/document.xml"]);
        let end = far.len() - ZIP_END;
        far[end + 16..end + 20].copy_from_slice(&u32::MAX.to_le_bytes());
        refused(&far, "压缩包");
        let mut large = zip(&["word/document.xml"]);
        large[end + 12..end + 16].copy_from_slice(&u32::MAX.to_le_bytes());
        refused(&large, "压缩包");
        let mut name = zip(&["word/document.xml"]);
        let directory = name.len() - ZIP_END - 46 - "word/document.xml".len();
        name[directory + 28..directory + 30].copy_from_slice(&u16::MAX.to_le_bytes());
        refused(&name, "压缩包");
    }
}
