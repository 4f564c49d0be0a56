//! The functions of a module in an order in which those that are alike stand side by side.

use std::collections::HashMap;
use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

/// The same module, whose functions are numbered otherwise.
pub fn ordered(module: &[u8]) -> Result<Vec<u8>> {
    let (mut types, mut bodies) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::FunctionSection(functions) => types = functions.into_iter().collect::<Result<Vec<_>, _>>()?,
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    renumbered(module, compression::side_by_side(&bodies, &types))
}

/// With its functions in this order, told by the places that they have among those that the module defines.
fn renumbered(module: &[u8], order: Vec<usize>) -> Result<Vec<u8>> {
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        }
    }
    let mut numbers = HashMap::new();
    for (number, place) in (imported..).zip(&order) {
        numbers.insert(imported + u32::try_from(*place)?, number);
    }
    let mut renumbered = Module::new();
    Order { order, numbers }.parse_core_module(&mut renumbered, Parser::new(0), module)?;
    Ok(renumbered.finish())
}

struct Order {
    /// Where each function stood among those that the module defines.
    order: Vec<usize>,
    /// What is numbered otherwise.
    numbers: HashMap<u32, u32>,
}

impl Order {
    fn of<Item>(&self, items: Vec<Item>) -> Vec<Item> {
        let mut items: Vec<_> = items.into_iter().map(Some).collect();
        self.order.iter().filter_map(|before| items.get_mut(*before)?.take()).collect()
    }
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.numbers.get(&function).copied().unwrap_or(function))
    }

    /// Names, which nobody ships, would stand in the order of before.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error> {
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        for of in self.of(section.into_iter().collect::<Result<_, _>>()?) {
            functions.function(self.type_index(of)?);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Error> {
        for body in self.of(section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?) {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::split::example::{code, module, types};
    use crate::split::order::{ordered, renumbered};

    #[test]
    fn functions_are_called_by_their_new_numbers() {
        // What is imported is number 0; `start` calls `rare`, and is number 3 now.
        let renumbered = renumbered(&module(), vec![1, 2, 0]).expect("it is a module");
        let get = "LocalGet { local_index: 0 }";
        let rare = format!("{get}, Call {{ function_index: 0 }}, {get}, GlobalSet {{ global_index: 0 }}, End");
        assert_eq!(types(&renumbered), [0, 1, 0]);
        assert_eq!(code(&renumbered), [rare, "End".to_owned(), format!("{get}, Call {{ function_index: 1 }}, End")]);
    }

    #[test]
    fn what_is_alike_stands_side_by_side_and_stays_there() {
        let parted = renumbered(&module(), vec![0, 2, 1]).expect("it is a module");
        assert_eq!(types(&parted), [0, 1, 0]);
        let once = ordered(&parted).expect("it is a module");
        assert_eq!(types(&once), [0, 0, 1], "those of a type stand side by side");
        assert_eq!(ordered(&once).expect("it is a module"), once);
    }
}
