//! Names for parts, and what is suspicious about a name.

use crate::mime::content_type::ContentType;
use crate::mime::file_name;
use crate::mime::section::Section;

/// Extensions of types that have several or whose first is not the usual one.
const EXTENSIONS: [(&str, &str); 24] = [
    ("application/gzip", "gz"),
    ("application/json", "json"),
    ("application/ms-tnef", "dat"),
    ("application/msword", "doc"),
    ("application/pdf", "pdf"),
    ("application/pgp-keys", "asc"),
    ("application/pgp-signature", "asc"),
    ("application/pkcs7-mime", "p7m"),
    ("application/pkcs7-signature", "p7s"),
    ("application/xml", "xml"),
    ("application/zip", "zip"),
    ("audio/mpeg", "mp3"),
    ("image/gif", "gif"),
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/svg+xml", "svg"),
    ("image/tiff", "tiff"),
    ("message/global", "eml"),
    ("message/rfc822", "eml"),
    ("text/calendar", "ics"),
    ("text/csv", "csv"),
    ("text/html", "html"),
    ("text/plain", "txt"),
    ("video/mp4", "mp4"),
];

/// What a double click would run.
const PROGRAMS: [&str; 38] = [
    "apk", "app", "bat", "chm", "cmd", "com", "command", "cpl", "deb", "desktop", "dll", "dmg", "exe", "hta", "inf",
    "iso", "jar", "js", "jse", "lnk", "msc", "msi", "msp", "pif", "pl", "ps1", "py", "reg", "rpm", "scr", "sh", "url",
    "vb", "vbe", "vbs", "wsf", "wsh", "xll",
];

/// Types that say nothing about the extension.
const ANY: [&str; 5] = [
    "application/ms-tnef",
    "application/octet-stream",
    "application/x-download",
    "application/force-download",
    "binary/octet-stream",
];

/// `part-1.2.ext`, with the number of the message where there are several.
pub fn of_part(message: Option<u64>, section: &Section, content_type: &ContentType) -> String {
    let message = message.map(|number| format!("message-{number}-")).unwrap_or_default();
    let essence = content_type.essence();
    let known = EXTENSIONS.iter().find(|(kind, _)| *kind == essence).map(|(_, extension)| *extension);
    let other = || mime_guess::get_mime_extensions_str(&essence).and_then(|all| all.first().copied());
    let text = (content_type.kind() == "text").then_some("txt");
    let extension = known.or_else(other).filter(|_| !ANY.contains(&essence.as_str())).or(text).unwrap_or("bin");
    file_name::safe(&format!("{message}part-{section}.{extension}"), "part.bin")
}

/// What is suspicious about a name for that type, in sentences.
pub fn warnings(name: &str, content_type: &ContentType) -> Vec<String> {
    let mut warnings = Vec::new();
    let mut words = name.rsplit('.').map(str::trim).map(str::to_ascii_lowercase);
    let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let has_extension = name.contains('.');
    let program = has_extension && PROGRAMS.contains(&last.as_str());
    let disguised =
        name.matches('.').count() > 1 && before.len() <= 5 && mime_guess::from_ext(&before).first().is_some();
    if program && disguised {
        warnings.push(format!("a double extension: {before} is what it looks like, {last} is what it is"));
    }
    let essence = content_type.essence();
    let guesses: Vec<String> = mime_guess::from_ext(&last).iter_raw().map(str::to_owned).collect();
    let same = |guess: &String| alike(guess, &essence);
    if has_extension && !guesses.is_empty() && !ANY.contains(&essence.as_str()) && !guesses.iter().any(same) {
        let guess = guesses.first().map(String::as_str).unwrap_or_default();
        warnings.push(format!("the type is {essence}, but the extension is that of {guess}"));
    }
    warnings
}

/// Two names for one type, or types that people do not tell apart.
fn alike(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let (kind, subtype) = name.split_once('/').unwrap_or((name, ""));
        let subtype = subtype.strip_prefix("x-").unwrap_or(subtype);
        let subtype = match subtype {
            "jpg" | "pjpeg" => "jpeg",
            "javascript" | "ecmascript" => "javascript",
            "zip-compressed" => "zip",
            "mp3" => "mpeg",
            "ms-bmp" => "bmp",
            other => other,
        };
        (kind.to_owned(), subtype.to_owned())
    };
    let ((kind, subtype), (other_kind, other_subtype)) = (plain(a), plain(b));
    // Texts of any kind are sent as text/plain, and XML as what it is.
    let text = kind == other_kind && kind == "text";
    subtype == other_subtype || text || (kind == "text" && b == "text/plain")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warned(name: &str, content_type: &str) -> usize {
        warnings(name, &ContentType::parse(content_type.as_bytes()).0).len()
    }

    #[test]
    fn what_is_suspicious() {
        assert_eq!(warned("invoice.pdf.exe", "application/octet-stream"), 1);
        assert_eq!(warned("invoice.pdf.exe", "application/pdf"), 2);
        assert_eq!(warned("a.tar.gz", "application/gzip"), 0);
        assert_eq!(warned("a.tar.gz", "application/x-gzip"), 0);
        assert_eq!(warned("photo.jpg", "image/jpg"), 0);
        assert_eq!(warned("photo.jpg", "image/png"), 1);
        assert_eq!(warned("photo.jpg", "text/html"), 1);
        assert_eq!(warned("notes.md", "text/plain"), 0);
        assert_eq!(warned("version 1.2", "text/plain"), 0);
        assert_eq!(warned("README", "application/pdf"), 0);
        assert_eq!(warned("setup.exe", "application/octet-stream"), 0);
    }

    #[test]
    fn parts_without_a_name() {
        let name = |content_type: &str, message| {
            let content_type = ContentType::parse(content_type.as_bytes()).0;
            of_part(message, &Section::parse("1.2").expect("a section"), &content_type)
        };
        assert_eq!(name("text/plain", None), "part-1.2.txt");
        assert_eq!(name("image/jpeg", Some(3)), "message-3-part-1.2.jpg");
        assert_eq!(name("text/x-unknown", None), "part-1.2.txt");
        assert_eq!(name("application/x-no-such", None), "part-1.2.bin");
    }
}
