//! Cuts a module in two along its functions: what a first visit calls, and the rest.
//!
//! Whoever calls across the cut does so through the table of functions. A slot of the rest holds a stand-in until the rest has
//! come: it has the rest placed, and calls what is in its slot then. See `stand_ins.rs`.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, ExportSection, Function,
    FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, MemoryType, Module, StartSection,
    TableSection, TypeSection,
};
use wasmparser::{Data, DataKind, DataSectionReader, FunctionBody, Operator, Payload};

use crate::split::numbers::Numbers;
use crate::split::stand_ins::StandIns;
use crate::split::whole::{Uses, Whole, constant};

/// What the rest calls the first half.
pub const FIRST: &str = "first";
/// What is in a slot of the rest until somebody stands in there: a function that every module has.
const NOBODY: u32 = 0;
/// How the first half calls its memory, and its table of functions.
const MEMORY: &str = "memory";
const TABLE: &str = "__indirect_function_table";

/// A module in two halves.
pub struct Halves {
    /// What is there from the start.
    pub first: Vec<u8>,
    /// What is placed when it is needed.
    pub rest: Vec<u8>,
    /// Who is there in its place before.
    pub stand_ins: StandIns,
}

/// Where a module is cut.
pub struct Cut<'a> {
    whole: &'a Whole<'a>,
    /// The functions that stay in the first half, imported ones left out.
    first: Vec<u32>,
    /// The functions of the rest.
    rest: BTreeSet<u32>,
    /// The slot of each function that has one.
    slots: HashMap<u32, u32>,
    /// The functions that have a slot for the cut alone, from the end of the table on.
    added: Vec<u32>,
}

impl<'a> Cut<'a> {
    /// Decides where; `is_rest` tells by its name what the first half does without.
    pub fn new(whole: &'a Whole<'a>, is_rest: impl Fn(&str) -> bool) -> Self {
        let is_bound =
            |uses: &Uses| uses.is_bound || uses.globals.iter().any(|global| !whole.globals.contains_key(global));
        let (mut first, mut rest) = (Vec::new(), BTreeSet::new());
        for (function, name, uses) in whole.functions() {
            if is_rest(name) && !whole.known.contains(&function) && !is_bound(uses) {
                rest.insert(function);
            } else {
                first.push(function);
            }
        }
        let mut slots: HashMap<u32, u32> = whole.slots.iter().map(|(slot, function)| (*function, *slot)).collect();
        let mut crossed = BTreeSet::new();
        for (caller, _, uses) in whole.functions() {
            let is_across = |called: &&u32| rest.contains(called) != rest.contains(&caller);
            crossed.extend(uses.calls.iter().filter(is_across).copied());
        }
        let added: Vec<u32> = crossed.into_iter().filter(|function| !slots.contains_key(function)).collect();
        slots.extend(added.iter().copied().zip(whole.table_size..));
        Self { whole, first, rest, slots, added }
    }

    /// What the functions of the first half are called, and those of the rest.
    pub fn names(&self) -> (HashSet<&str>, HashSet<&str>) {
        let (rest, first): (Vec<_>, Vec<_>) =
            self.whole.functions().partition(|(function, ..)| self.rest.contains(function));
        let names = |functions: Vec<(u32, &'a str, &Uses)>| functions.into_iter().map(|(_, name, _)| name).collect();
        (names(first), names(rest))
    }

    /// Cuts; the data at these addresses go with the rest.
    pub fn halves(&self, data: &[Range<u32>]) -> Result<Halves> {
        Ok(Halves { first: self.first(data)?, rest: self.rest(data)?, stand_ins: self.stand_ins()? })
    }

    fn stand_ins(&self) -> Result<StandIns> {
        let slots = self.rest.iter().filter_map(|function| Some((*self.slots.get(function)?, *function)));
        let functions: Result<_> = slots.map(|(slot, function)| Ok((slot, self.whole.signature(function)?))).collect();
        StandIns::new(self.whole.table_size + u32::try_from(self.added.len())?, &functions?)
    }

    fn first(&self, moved: &[Range<u32>]) -> Result<Vec<u8>> {
        let whole = self.whole;
        let functions: HashMap<_, _> = (0..whole.imported).chain(self.first.iter().copied()).zip(0..).collect();
        let mut numbers = Numbers { functions, ..Numbers::default() };
        let (mut module, mut code) = (Module::new(), CodeSection::new());
        let mut functions = whole.functions();
        for payload in &whole.payloads {
            match payload {
                Payload::TypeSection(section) => {
                    let mut types = TypeSection::new();
                    numbers.parse_type_section(&mut types, section.clone())?;
                    module.section(&types);
                }
                Payload::ImportSection(section) => {
                    let mut imports = ImportSection::new();
                    numbers.parse_import_section(&mut imports, section.clone())?;
                    module.section(&imports);
                }
                Payload::FunctionSection(_) => {
                    module.section(&self.types_of(self.first.iter().copied())?);
                }
                Payload::TableSection(section) => {
                    let mut tables = TableSection::new();
                    for (index, table) in (0..).zip(section.clone()) {
                        let mut table = numbers.table_type(table?.ty)?;
                        if index == whole.table {
                            let added = u64::try_from(self.added.len())?;
                            table.minimum += added;
                            table.maximum = table.maximum.map(|maximum| maximum + added);
                        }
                        tables.table(table);
                    }
                    module.section(&tables);
                }
                Payload::MemorySection(section) => {
                    let mut memories = MemorySection::new();
                    numbers.parse_memory_section(&mut memories, section.clone())?;
                    module.section(&memories);
                }
                Payload::GlobalSection(section) => {
                    let mut globals = GlobalSection::new();
                    numbers.parse_global_section(&mut globals, section.clone())?;
                    module.section(&globals);
                }
                Payload::ExportSection(section) => {
                    let mut exports = ExportSection::new();
                    numbers.parse_export_section(&mut exports, section.clone())?;
                    module.section(&exports);
                }
                Payload::StartSection { func, .. } => {
                    module.section(&StartSection { function_index: numbers.function_index(*func)? });
                }
                Payload::ElementSection(_) => {
                    let nobody = self.rest.iter().map(|function| (*function, NOBODY));
                    let functions = numbers.functions.clone().into_iter().chain(nobody).collect();
                    module.section(&self.places(&mut Numbers { functions, ..Numbers::default() }, |_| true)?);
                }
                Payload::DataCountSection { count, .. } => {
                    module.section(&DataCountSection { count: *count });
                }
                Payload::CodeSectionEntry(body) => {
                    let (function, ..) = functions.next().context("there is more code than functions")?;
                    if !self.rest.contains(&function) {
                        code.function(&self.rewritten(function, body, &mut numbers)?);
                    }
                }
                Payload::DataSection(section) => {
                    module.section(&code);
                    module.section(&without(section, moved)?);
                }
                _ => {}
            }
        }
        Ok(module.finish())
    }

    fn rest(&self, moved: &[Range<u32>]) -> Result<Vec<u8>> {
        let whole = self.whole;
        let mut numbers = Numbers { functions: self.rest.iter().copied().zip(0..).collect(), ..Numbers::default() };
        let used = whole.functions().filter(|(function, ..)| self.rest.contains(function));
        let globals: BTreeSet<u32> = used.flat_map(|(_, _, uses)| uses.globals.iter().copied()).collect();
        numbers.globals = Some(globals.iter().copied().zip(0..).collect());
        numbers.tables = Some([(whole.table, 0)].into());
        let mut imports = ImportSection::new();
        let memory = MemoryType { minimum: 0, maximum: None, memory64: false, shared: false, page_size_log2: None };
        imports.import(FIRST, MEMORY, memory);
        for global in &globals {
            let of = whole.global_types.get(usize::try_from(*global)?).context("a global variable has no type")?;
            let name = whole.globals.get(global).context("a global variable has no name")?;
            imports.import(FIRST, name, numbers.global_type(*of)?);
        }
        let (mut types, mut code, mut data) = (TypeSection::new(), CodeSection::new(), DataSection::new());
        let mut functions = whole.functions();
        for payload in &whole.payloads {
            match payload {
                Payload::TypeSection(section) => numbers.parse_type_section(&mut types, section.clone())?,
                Payload::TableSection(section) => {
                    for (index, table) in (0..).zip(section.clone()) {
                        if index == whole.table {
                            let mut table = numbers.table_type(table?.ty)?;
                            (table.minimum, table.maximum) = (0, None);
                            imports.import(FIRST, TABLE, table);
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let (function, ..) = functions.next().context("there is more code than functions")?;
                    if self.rest.contains(&function) {
                        code.function(&self.rewritten(function, body, &mut numbers)?);
                    }
                }
                Payload::DataSection(section) => data = alone(section, moved)?,
                _ => {}
            }
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&self.types_of(self.rest.iter().copied())?);
        module
            .section(&self.places(&mut numbers, |function| self.rest.contains(&function))?)
            .section(&code)
            .section(&data);
        Ok(module.finish())
    }

    /// The types of these functions, in this order.
    fn types_of(&self, functions: impl Iterator<Item = u32>) -> Result<FunctionSection> {
        let mut section = FunctionSection::new();
        for function in functions {
            section.function(self.whole.type_of(function)?);
        }
        Ok(section)
    }

    /// The slots of some functions: each run of them at once.
    fn places(&self, numbers: &mut Numbers, is_wanted: impl Fn(u32) -> bool) -> Result<ElementSection> {
        let added = (self.whole.table_size..).zip(self.added.iter().copied());
        let all = self.whole.slots.iter().map(|(slot, function)| (*slot, *function)).chain(added);
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        for (slot, function) in all.filter(|(_, function)| is_wanted(*function)) {
            let number = numbers.function_index(function)?;
            match runs.last_mut() {
                Some((start, run)) if *start + u32::try_from(run.len())? == slot => run.push(number),
                _ => runs.push((slot, vec![number])),
            }
        }
        let table = match numbers.table_index(self.whole.table)? {
            0 => None,
            other => Some(other),
        };
        let mut section = ElementSection::new();
        for (start, run) in runs {
            section.active(table, &ConstExpr::i32_const(i32::try_from(start)?), Elements::Functions(run.into()));
        }
        Ok(section)
    }

    /// A function with its calls across the cut through the table.
    fn rewritten(&self, from: u32, body: &FunctionBody<'_>, numbers: &mut Numbers) -> Result<Function> {
        let mut function = numbers.new_function_with_parsed_locals(body)?;
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index: to } if self.rest.contains(&to) != self.rest.contains(&from) => {
                    self.call(&mut function, to, numbers)?;
                }
                operator => {
                    function.instruction(&numbers.instruction(operator)?);
                }
            }
        }
        Ok(function)
    }

    fn call(&self, function: &mut Function, called: u32, numbers: &mut Numbers) -> Result<()> {
        let slot = self.slots.get(&called).with_context(|| format!("function {called} has no slot"))?;
        function.instruction(&Instruction::I32Const(i32::try_from(*slot)?));
        let (type_index, table_index) = (self.whole.type_of(called)?, numbers.table_index(self.whole.table)?);
        function.instruction(&Instruction::CallIndirect { type_index, table_index });
        Ok(())
    }
}

/// The data without what is moved: zeros, which take no room once they are compressed.
fn without(section: &DataSectionReader<'_>, moved: &[Range<u32>]) -> Result<DataSection> {
    let mut data = DataSection::new();
    for segment in section.clone() {
        let segment = segment?;
        let (start, mut bytes) = (start_of(&segment)?, segment.data.to_vec());
        for place in moved.iter().filter_map(|range| within(range, start, segment.data.len())) {
            bytes[place].fill(0);
        }
        data.active(0, &ConstExpr::i32_const(i32::try_from(start)?), bytes);
    }
    Ok(data)
}

/// What is moved of the data.
fn alone(section: &DataSectionReader<'_>, moved: &[Range<u32>]) -> Result<DataSection> {
    let mut data = DataSection::new();
    for segment in section.clone() {
        let segment = segment?;
        let start = start_of(&segment)?;
        for place in moved.iter().filter_map(|range| within(range, start, segment.data.len())) {
            let bytes = &segment.data[place.clone()];
            if bytes.iter().any(|byte| *byte != 0) {
                data.active(0, &ConstExpr::i32_const(i32::try_from(start as usize + place.start)?), bytes.to_vec());
            }
        }
    }
    Ok(data)
}

fn start_of(segment: &Data<'_>) -> Result<u32> {
    match &segment.kind {
        DataKind::Active { offset_expr, .. } => constant(offset_expr),
        DataKind::Passive => bail!("the module places data later than it is known to do"),
    }
}

/// Where a range of addresses lies in a segment.
fn within(range: &Range<u32>, start: u32, length: usize) -> Option<Range<usize>> {
    let place = |address: u32| (address.saturating_sub(start) as usize).min(length);
    let within = place(range.start)..place(range.end);
    (!within.is_empty()).then_some(within)
}

#[cfg(test)]
mod tests {
    use crate::split::example::{code, module};
    use crate::split::halves::{Cut, Halves};
    use crate::split::whole::Whole;

    fn cut(is_rest: impl Fn(&str) -> bool) -> Halves {
        let module = module();
        let whole = Whole::read(&module).expect("it is a module");
        Cut::new(&whole, is_rest).halves(&std::iter::once(105..109).collect::<Vec<_>>()).expect("it can be cut")
    }

    fn holds(module: &[u8], text: &[u8]) -> bool {
        module.windows(text.len()).any(|part| part == text)
    }

    #[test]
    fn a_call_across_the_cut_goes_through_the_table_and_has_the_rest_placed() {
        let Halves { first, rest, stand_ins } = cut(|name| name == "rare");
        let call = |slot| format!("I32Const {{ value: {slot} }}, CallIndirect {{ type_index: 0, table_index: 0 }}");
        let get = "LocalGet { local_index: 0 }";
        assert_eq!(code(&first), [format!("{get}, {}, End", call(1)), "End".to_owned()]);
        assert_eq!(stand_ins.slots, " #   ");
        // What it imports has a slot at the end of the table for it.
        assert_eq!(code(&rest), [format!("{get}, {}, {get}, GlobalSet {{ global_index: 0 }}, End", call(4))]);
    }

    #[test]
    fn data_go_with_the_half_that_uses_them() {
        let Halves { first, rest, .. } = cut(|name| name == "rare");
        assert!(holds(&first, b"often\0\0\0\0") && !holds(&first, b"oftenrare"));
        assert!(holds(&rest, b"rare") && !holds(&rest, b"often"));
    }

    #[test]
    fn what_others_know_by_name_stays() {
        let Halves { first, rest, .. } = cut(|_| true);
        assert_eq!((code(&first).len(), code(&rest).len()), (1, 2), "the start stays");
        let Halves { first, rest, stand_ins } = cut(|_| false);
        assert_eq!((code(&first).len(), code(&rest).len(), stand_ins.types.len()), (3, 0, 0));
    }
}
