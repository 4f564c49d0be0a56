//! Which references to data do nothing but pass an address to a function, such as the place in the source to what panics: whoever
//! passes it does not look at what is there.

use std::collections::HashMap;

use anyhow::{Context, Result};
use wasmparser::{FunctionBody, Operator, Payload};

use crate::split::whole::{Whole, names};

/// The name of the function that an address is passed to, by the place of the address in the section of code.
pub fn passed(module: &[u8]) -> Result<HashMap<u32, String>> {
    let (whole, names) = (Whole::read(module)?, names(module)?);
    let (mut passed, mut code) = (HashMap::new(), 0);
    for payload in &whole.payloads {
        match payload {
            Payload::CodeSectionStart { range, .. } => code = range.start,
            Payload::CodeSectionEntry(body) => {
                for (place, function) in constants(body, &whole)? {
                    let name = names.get(&function).context("a function that is called has no name")?;
                    passed.insert(u32::try_from(place - code)?, name.clone());
                }
            }
            _ => {}
        }
    }
    Ok(passed)
}

/// The places of the constants that a function passes to others, each with whom to.
fn constants(body: &FunctionBody<'_>, whole: &Whole<'_>) -> Result<Vec<(u64, u32)>> {
    let mut constants = Vec::new();
    // What was put on the stack just now: the place of a constant, or of nothing.
    let mut last = Vec::new();
    for operator in body.get_operators_reader()?.into_iter_with_offsets() {
        let (operator, place) = operator?;
        match operator {
            // Behind the byte that says what it is.
            Operator::I32Const { .. } => last.push(Some(place + 1)),
            Operator::LocalGet { .. } => last.push(None),
            Operator::Call { function_index: function } => {
                let many = whole.signature(function)?.params().len();
                constants.extend(last.drain(..).rev().take(many).flatten().map(|place| (place, function)));
            }
            _ => last.clear(),
        }
    }
    Ok(constants)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, Function, FunctionSection, Instruction, Module, NameMap, NameSection, TypeSection, ValType,
    };
    use wasmparser::{Parser, Payload};

    use crate::split::passed::passed;

    /// The constants that are passed by a function that does this, where `takes_two` has two parameters.
    fn passed_by(instructions: &[Instruction<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32, ValType::I32], []);
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let (mut code, mut function) = (CodeSection::new(), Function::new([]));
        for instruction in instructions {
            function.instruction(instruction);
        }
        code.function(Function::new([]).instruction(&Instruction::End))
            .function(function.instruction(&Instruction::End));
        let (mut names, mut of_functions) = (NameSection::new(), NameMap::new());
        of_functions.append(0, "takes_two");
        names.functions(&of_functions);
        let mut module = Module::new();
        let module = module.section(&types).section(&functions).section(&code).section(&names).clone().finish();
        let start = Parser::new(0).parse_all(&module).find_map(|payload| match payload {
            Ok(Payload::CodeSectionStart { range, .. }) => usize::try_from(range.start).ok(),
            _ => None,
        });
        let mut passed: Vec<_> = passed(&module).expect("it is a module").into_iter().collect();
        passed.sort();
        assert!(passed.iter().all(|(_, name)| name == "takes_two"));
        let at = |place: u32| module[start.expect("it has code") + usize::try_from(place).expect("it is near")];
        passed.into_iter().map(|(place, _)| at(place)).collect()
    }

    #[test]
    fn what_is_put_down_for_a_call_is_passed() {
        use Instruction::{Call, Drop, I32Const, LocalGet, LocalSet};
        assert_eq!(passed_by(&[I32Const(7), I32Const(8), I32Const(9), Call(0), Drop]), [8, 9]);
        assert_eq!(passed_by(&[LocalGet(0), I32Const(9), Call(0)]), [9]);
        assert_eq!(passed_by(&[I32Const(7), LocalSet(0), LocalGet(0), LocalGet(0), Call(0)]), [0_u8; 0]);
        assert_eq!(passed_by(&[I32Const(7), Call(0), I32Const(8), Call(0)]), [7, 8], "what was taken is gone");
    }
}
