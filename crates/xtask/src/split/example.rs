//! A small module to cut, for tests.

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, MemoryType, Module, NameMap,
    NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{Parser, Payload};

/// `start` calls `rare`, which calls the imported `outer` and sets a variable; `rare` and `spare` are in the table.
pub fn module() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([ValType::I32], []);
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("./main_bg.js", "outer", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    functions.function(0).function(0).function(1);
    let limits = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
    let mut memories = MemorySection::new();
    memories.memory(limits);
    let mut tables = TableSection::new();
    let element_type = RefType::FUNCREF;
    tables.table(TableType { element_type, minimum: 4, maximum: Some(4), table64: false, shared: false });
    let mut globals = GlobalSection::new();
    globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(9));
    let mut exports = ExportSection::new();
    exports.export("start", ExportKind::Func, 1).export("stack", ExportKind::Global, 0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([2, 3].as_slice().into()));
    let mut code = CodeSection::new();
    for called in [[2_u32].as_slice(), &[0], &[]] {
        let mut function = Function::new([]);
        for called in called {
            function.instruction(&Instruction::LocalGet(0)).instruction(&Instruction::Call(*called));
        }
        if called == [0] {
            function.instruction(&Instruction::LocalGet(0)).instruction(&Instruction::GlobalSet(0));
        }
        code.function(function.instruction(&Instruction::End));
    }
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(100), *b"oftenrare");
    let mut names = NameSection::new();
    let mut of_functions = NameMap::new();
    for (number, name) in (1..).zip(["start", "rare", "spare"]) {
        of_functions.append(number, name);
    }
    names.functions(&of_functions);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories);
    module.section(&globals).section(&exports).section(&elements).section(&code).section(&data).section(&names);
    module.finish()
}

/// Of which type each function is.
pub fn types(module: &[u8]) -> Vec<u32> {
    let sections = Parser::new(0).parse_all(module).filter_map(|payload| match payload.expect("it is a module") {
        Payload::FunctionSection(functions) => Some(functions),
        _ => None,
    });
    sections.flatten().map(|of| of.expect("it is a type")).collect()
}

/// What each function does.
pub fn code(module: &[u8]) -> Vec<String> {
    let bodies = Parser::new(0).parse_all(module).filter_map(|payload| match payload.expect("it is a module") {
        Payload::CodeSectionEntry(body) => Some(body),
        _ => None,
    });
    let words = bodies.map(|body| {
        let operators = body.get_operators_reader().expect("it has code").into_iter();
        operators.map(|operator| format!("{:?}", operator.expect("it is known"))).collect::<Vec<_>>().join(", ")
    });
    words.collect()
}
