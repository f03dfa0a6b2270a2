//! The address that a terminal opens for a piece of evidence.

use std::fmt::Write;

/// The address of a file or link: a link as it is, a file by its whole path; `None` where a path
/// begins nowhere. Whatever is no plain ASCII is escaped (RFC 3986), and so harmless.
pub(super) fn address(source: &str) -> Option<String> {
    if source.starts_with("http://") || source.starts_with("https://") {
        return Some(escaped(source, b"-._~:/?#[]@!$&'()*+,;=%"));
    }
    let path = source.strip_prefix('/')?;
    Some(format!("file:///{}", escaped(path, b"-._~/!$&'()*+,;=:@")))
}

fn escaped(text: &str, plain: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_whole_paths_have_an_address_that_is_harmless() {
        for (source, expected) in [
            ("https://a.cn/b?c=d#e", Some("https://a.cn/b?c=d#e")),
            ("https://a.cn/\u{1b}]8;;x", Some("https://a.cn/%1B]8;;x")),
            (
                "/home/x/晨检.pdf",
                Some("file:///home/x/%E6%99%A8%E6%A3%80.pdf"),
            ),
            ("/a b%", Some("file:///a%20b%25")),
            ("晨检.pdf", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(address(source).as_deref(), expected, "{source}");
        }
    }
}
