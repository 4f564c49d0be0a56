//! The sections of a WebAssembly module that are for tools, not for browsers.

/// The names of its custom sections, in order; up to where the module cannot be read any further.
pub fn custom(module: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = module.get(8..).unwrap_or_default();
    while let Some((section, after)) = next(rest) {
        if section.first() == Some(&0) {
            names.extend(number(&section[1..]).and_then(|(length, name)| text(name, length)));
        }
        rest = after;
    }
    names
}

/// A section's kind with its content, and what follows it.
fn next(rest: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let (kind, rest) = rest.split_first()?;
    let (length, content) = number(rest)?;
    let (content, after) = content.split_at_checked(length)?;
    Some(([&[*kind], content].concat(), after))
}

/// A number in LEB128, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let last = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let digits = bytes[..=last].iter().rev();
    Some((digits.fold(0, |sum, byte| (sum << 7) | usize::from(byte & 0x7f)), &bytes[last + 1..]))
}

fn text(bytes: &[u8], length: usize) -> Option<String> {
    bytes.get(..length).map(|name| String::from_utf8_lossy(name).into_owned())
}

#[cfg(test)]
mod tests {
    use crate::seal::sections::custom;

    #[test]
    fn custom_sections_are_told_from_others() {
        let long = [&[0, 0x83, 0x01, 1, b'a'][..], &[9; 129]].concat();
        let module = [b"\0asm\x01\0\0\0", &[1, 2, 0, 0][..], &[0, 6, 4, b'n', b'a', b'm', b'e', 7], &long].concat();
        assert_eq!(custom(&module), ["name", "a"]);
        assert_eq!(custom(b"\0asm\x01\0\0\0\0\x09"), Vec::<String>::new());
        assert_eq!(custom(b""), Vec::<String>::new());
    }
}
