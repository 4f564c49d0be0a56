//! What a WebAssembly module is made of, as its section of names tells it: the linked module has one, the shipped has none.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload, TypeRef};

use crate::split;

/// A function of the module.
#[derive(PartialEq, Eq, Debug)]
pub struct Function {
    /// Its path, with the types that it was made for.
    pub name: String,
    /// How long its code is.
    pub bytes: usize,
}

/// The parts of a module.
pub struct Module {
    /// Its functions, in the module's order.
    pub functions: Vec<Function>,
    /// How long its data are: texts and tables.
    pub data: usize,
}

impl Module {
    /// Reads a module.
    pub fn read(module: &[u8]) -> Result<Self> {
        let (mut imported, mut lengths, mut data) = (0, Vec::new(), 0);
        let names = split::function_names(module)?;
        for payload in Parser::new(0).parse_all(module) {
            match payload.context("the module cannot be read")? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => lengths.push(body.as_bytes().len()),
                Payload::DataSection(section) => {
                    data = usize::try_from(section.range().end - section.range().start)?;
                }
                _ => {}
            }
        }
        // Without the hashes that the compiler adds.
        let plain = |name: &String| format!("{:#}", rustc_demangle::demangle(name));
        let name = |index| names.get(&index).map_or_else(|| format!("function {index}"), plain);
        let functions = (imported..).zip(lengths).map(|(index, bytes)| Function { name: name(index), bytes }).collect();
        Ok(Self { functions, data })
    }
}

#[cfg(test)]
mod tests {
    use crate::size::module::{Function, Module};

    /// A section of the module: what it is, and what is in it.
    fn section(kind: u8, content: &[u8]) -> Vec<u8> {
        let length = u8::try_from(content.len()).expect("short enough");
        [&[kind, length], content].concat()
    }

    #[test]
    fn functions_have_the_names_that_the_module_tells() {
        let module = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(2, &[1, 1, b'a', 1, b'b', 0, 0]),
            section(3, &[2, 0, 0]),
            section(10, &[2, 2, 0, 0x0b, 3, 0, 0x01, 0x0b]),
            section(11, &[1, 0, 0x41, 0, 0x0b, 2, b'h', b'i']),
            section(0, b"\x04name\x01\x14\x01\x01\x11_RNvC7mycrate3foo"),
        ];
        let read = Module::read(&module.concat()).expect("it is a module");
        let function = |name: &str, bytes| Function { name: name.to_owned(), bytes };
        assert_eq!(read.functions, [function("mycrate::foo", 2), function("function 2", 3)]);
        assert_eq!(read.data, 8);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Module::read(b"<!doctype html>").is_err());
    }
}
