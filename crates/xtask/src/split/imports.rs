//! Short names for what the WebAssembly imports from its glue: both have each of them, and nobody else reads them.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser, Payload};

/// The glue and the module with short names for those that the glue tells once.
pub fn shortened(glue: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = HashMap::new();
    let mut glue = glue.to_owned();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let name = import?.name;
                let (long, short) = (format!(" {name}: "), format!(" {}: ", letters(names.len())));
                if glue.matches(&long).count() == 1 {
                    glue = glue.replace(&long, &short);
                    names.insert(name.to_owned(), letters(names.len()));
                }
            }
        }
    }
    let mut shortened = Module::new();
    Names(names).parse_core_module(&mut shortened, Parser::new(0), module)?;
    Ok((glue, shortened.finish()))
}

/// A name for a number: `a` to `z`, and on with two letters.
fn letters(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let before = if number < 26 { String::new() } else { letters(number / 26 - 1) };
    format!("{before}{letter}")
}

/// The short names by the long ones.
struct Names(HashMap<String, String>);

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let of = self.entity_type(import.ty)?;
            let name = self.0.get(import.name).map_or(import.name, String::as_str);
            imports.import(import.module, name, of);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::split::example::module;
    use crate::split::imports::{letters, shortened};

    #[test]
    fn both_have_the_same_names() {
        let (glue, module) = shortened("{ outer: (a) => a }", &module()).expect("it is a module");
        assert_eq!(glue, "{ a: (a) => a }");
        assert!(module.windows(17).any(|part| part == b"\x0c./main_bg.js\x01a\0\0"));
        let (glue, _) = shortened("{ outer: (a) => outer: a }", &module).expect("it is a module");
        assert_eq!(glue, "{ outer: (a) => outer: a }", "what is not told once keeps its name");
    }

    #[test]
    fn names_are_short_and_no_two_are_the_same() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
