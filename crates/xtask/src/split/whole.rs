//! A module as it is before it is cut: what its functions are called, what they use, and which slots of the table are theirs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result, bail};
use wasmparser::{
    ConstExpr, CustomSectionReader, ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody, GlobalType,
    KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

/// What a function that the module defines uses.
#[derive(Default)]
pub struct Uses {
    /// The functions that it calls by name.
    pub calls: BTreeSet<u32>,
    /// The global variables.
    pub globals: BTreeSet<u32>,
    /// Whether it does what can only be done where the function stands.
    pub is_bound: bool,
}

/// A module that is to be cut.
pub struct Whole<'a> {
    /// Its sections, in their order.
    pub payloads: Vec<Payload<'a>>,
    /// How many functions it imports: their numbers come first.
    pub imported: u32,
    /// The type of each function, imported or not.
    types: Vec<u32>,
    /// The types of functions.
    signatures: Vec<FuncType>,
    /// What it defines, and what each of those uses.
    pub uses: Vec<Uses>,
    /// Functions that others know by name: exported ones, and the one that starts it.
    pub known: BTreeSet<u32>,
    /// The functions of the table, by their slots.
    pub slots: BTreeMap<u32, u32>,
    /// The table of functions.
    pub table: u32,
    /// How many slots it has.
    pub table_size: u32,
    /// The type of each global variable.
    pub global_types: Vec<GlobalType>,
    /// Under which name a global variable is exported.
    pub globals: HashMap<u32, String>,
    names: HashMap<u32, String>,
}

impl<'a> Whole<'a> {
    /// Reads a module.
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut whole = Self {
            payloads: Vec::new(),
            imported: 0,
            types: Vec::new(),
            signatures: Vec::new(),
            uses: Vec::new(),
            known: BTreeSet::new(),
            slots: BTreeMap::new(),
            table: 0,
            table_size: 0,
            global_types: Vec::new(),
            globals: HashMap::new(),
            names: HashMap::new(),
        };
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.context("the module cannot be read")?;
            whole.read_section(&payload)?;
            whole.payloads.push(payload);
        }
        Ok(whole)
    }

    fn read_section(&mut self, payload: &Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                for of in types.clone().into_iter_err_on_gc_types() {
                    self.signatures.push(of?);
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    let TypeRef::Func(of) = import?.ty else { bail!("the module imports more than functions") };
                    self.types.push(of);
                    self.imported += 1;
                }
            }
            Payload::FunctionSection(functions) => {
                for of in functions.clone() {
                    self.types.push(of?);
                }
            }
            Payload::TableSection(tables) => {
                for (index, table) in (0..).zip(tables.clone()) {
                    let table = table?.ty;
                    if table.element_type.is_func_ref() {
                        if self.table_size > 0 {
                            bail!("the module has more than one table of functions");
                        }
                        self.table = index;
                        self.table_size = u32::try_from(table.initial)?;
                    }
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals.clone() {
                    self.global_types.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports.clone() {
                    let export = export?;
                    match export.kind {
                        ExternalKind::Func => drop(self.known.insert(export.index)),
                        ExternalKind::Global => drop(self.globals.insert(export.index, export.name.to_owned())),
                        _ => {}
                    }
                }
            }
            Payload::StartSection { func, .. } => drop(self.known.insert(*func)),
            Payload::ElementSection(segments) => {
                for segment in segments.clone() {
                    let segment = segment?;
                    let ElementKind::Active { offset_expr, .. } = &segment.kind else {
                        bail!("the module fills its table later than it is known to do")
                    };
                    let start = constant(offset_expr)?;
                    match segment.items {
                        ElementItems::Functions(functions) => {
                            for (slot, function) in (start..).zip(functions) {
                                self.slots.insert(slot, function?);
                            }
                        }
                        ElementItems::Expressions(_, functions) => {
                            for (slot, function) in (start..).zip(functions) {
                                if let Operator::RefFunc { function_index } = function?.get_operators_reader().read()? {
                                    self.slots.insert(slot, function_index);
                                }
                            }
                        }
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let uses = self.uses_of(body)?;
                self.uses.push(uses);
            }
            Payload::CustomSection(section) => self.names.extend(names_in(section)?),
            _ => {}
        }
        Ok(())
    }

    fn uses_of(&self, body: &FunctionBody<'a>) -> Result<Uses> {
        let mut uses = Uses::default();
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index } => drop(uses.calls.insert(function_index)),
                Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                    uses.globals.insert(global_index);
                }
                Operator::CallIndirect { table_index, .. } => uses.is_bound |= table_index != self.table,
                Operator::ReturnCall { .. }
                | Operator::ReturnCallIndirect { .. }
                | Operator::RefFunc { .. }
                | Operator::TableGet { .. }
                | Operator::TableSet { .. }
                | Operator::TableGrow { .. }
                | Operator::TableSize { .. }
                | Operator::TableFill { .. }
                | Operator::TableCopy { .. }
                | Operator::TableInit { .. }
                | Operator::ElemDrop { .. }
                | Operator::MemoryInit { .. }
                | Operator::DataDrop { .. } => uses.is_bound = true,
                _ => {}
            }
        }
        Ok(uses)
    }

    /// The functions that it defines, by their numbers: what each is called, and what it uses.
    pub fn functions(&self) -> impl Iterator<Item = (u32, &str, &Uses)> {
        let name = |number| self.names.get(&number).map_or("", String::as_str);
        (self.imported..).zip(&self.uses).map(move |(number, uses)| (number, name(number), uses))
    }

    /// The type of a function.
    pub fn type_of(&self, function: u32) -> Result<u32> {
        let of = usize::try_from(function).ok().and_then(|number| self.types.get(number));
        of.copied().with_context(|| format!("function {function} has no type"))
    }

    /// What a function takes and gives.
    pub fn signature(&self, function: u32) -> Result<&FuncType> {
        let of = usize::try_from(self.type_of(function)?)?;
        self.signatures.get(of).with_context(|| format!("type {of} is no function's"))
    }
}

/// The number that an offset is.
pub fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(u32::try_from(value)?),
        _ => bail!("the module puts something at a place that is not known beforehand"),
    }
}

/// The names of a module's functions, as the compiler writes them.
pub fn names(module: &[u8]) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CustomSection(section) = payload.context("the module cannot be read")? {
            names.extend(names_in(&section)?);
        }
    }
    Ok(names)
}

fn names_in(section: &CustomSectionReader<'_>) -> Result<HashMap<u32, String>> {
    let mut names = HashMap::new();
    if let KnownCustom::Name(parts) = section.as_known() {
        for part in parts {
            if let Name::Function(functions) = part? {
                for function in functions {
                    let function = function?;
                    names.insert(function.index, function.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}
