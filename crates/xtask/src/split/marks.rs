//! A module that tells of each function when it is called, by its place among those that the module defines.

use std::collections::HashMap;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, EntityType, Function, ImportSection, Instruction, Module, TypeSection, ValType};
use wasmparser::{FunctionBody, ImportSectionReader, Parser, TypeSectionReader};

use crate::split::whole::Whole;

/// Where the module has what it tells: its module and its name.
const CALLED: (&str, &str) = ("./main_bg.js", "called");

/// Where the glue begins to tell what the WebAssembly imports, and the same with what hears what it tells.
pub const IMPORTS: (&str, &str) =
    ("const import0 = {", "const import0 = {\ncalled: (place) => (window.called ??= new Set()).add(place),");

/// The module, telling.
pub fn marked(module: &[u8]) -> Result<Vec<u8>> {
    let whole = Whole::read(module)?;
    let mut marks = Marks { called: whole.imported, called_type: 0, next: 0 };
    let mut marked = Module::new();
    marks.parse_core_module(&mut marked, Parser::new(0), module)?;
    Ok(marked.finish())
}

/// What the functions of a module are called, in the order of the marks.
pub fn names(module: &[u8]) -> Result<HashMap<usize, String>> {
    let whole = Whole::read(module)?;
    Ok(whole.functions().enumerate().map(|(place, (_, name, _))| (place, name.to_owned())).collect())
}

struct Marks {
    /// The number of the import that is told: the last one's.
    called: u32,
    called_type: u32,
    /// The place of the function that comes next.
    next: i32,
}

impl Reencode for Marks {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(function + u32::from(function >= self.called))
    }

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader<'_>) -> Result<(), Error> {
        utils::parse_type_section(self, types, section)?;
        self.called_type = types.len();
        types.ty().function([ValType::I32], []);
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_import_section(self, imports, section)?;
        imports.import(CALLED.0, CALLED.1, EntityType::Function(self.called_type));
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error> {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(self.next)).instruction(&Instruction::Call(self.called));
        self.next += 1;
        for operator in body.get_operators_reader()? {
            function.instruction(&self.instruction(operator?)?);
        }
        code.function(&function);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::split::example::{code, module};
    use crate::split::marks::{marked, names};

    #[test]
    fn each_function_tells_its_place_first() {
        let marked = code(&marked(&module()).expect("it is a module"));
        for (place, code) in marked.iter().enumerate() {
            assert!(
                code.starts_with(&format!("I32Const {{ value: {place} }}, Call {{ function_index: 1 }}, ")),
                "{code}"
            );
        }
        assert!(marked[0].ends_with("Call { function_index: 3 }, End"), "{}", marked[0]);
        let names = names(&module()).expect("it has names");
        assert_eq!(names.get(&1).map(String::as_str), Some("rare"));
    }
}
