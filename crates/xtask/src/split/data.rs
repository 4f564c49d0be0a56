//! Which data only some functions use. What refers to what, the linked module alone tells; where all of it has come to lie,
//! the cut one: at the same places of the same functions stand other addresses.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    BinaryReader, DataKind, KnownCustom, Linking, LinkingSectionReader, Parser, Payload, RelocSectionReader,
    RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

use crate::split::passed::passed;
use crate::split::whole::{constant, names};

/// The addresses, in the module that was `cut` out of the `linked` one, of what is used by nobody but the functions that
/// `is_left_out` tells by their names, or passed to them alone: they are there before they look at it.
pub fn used_by_others_alone(linked: &[u8], cut: &[u8], is_left_out: impl Fn(&str) -> bool) -> Result<Vec<Range<u32>>> {
    let (linked, cut, passed) = (Linked::read(linked)?, Placed::read(cut)?, passed(linked)?);
    let mut addresses = HashMap::new();
    let mut used = Vec::new();
    for reference in &linked.in_code {
        let (function, offset) = linked.function_at(reference.offset)?;
        let reader = passed.get(&reference.offset).map_or(function, String::as_str);
        if !is_left_out(function) && !is_left_out(reader) {
            used.push(reference.index);
        }
        if let Some(body) = cut.bodies.get(function) {
            let address = target(reference, body.get(offset..).context("a function has got shorter")?)?;
            if addresses.insert(reference.index, address).is_some_and(|other| other != address) {
                bail!("what {function} refers to lies at two places");
            }
        }
    }
    let referred = linked.referred();
    let mut waiting: Vec<u32> = addresses.keys().copied().collect();
    while let Some(symbol) = waiting.pop() {
        for (offset, reference) in referred.get(&symbol).into_iter().flatten() {
            let address = addresses.get(&symbol).map(|address| address + offset);
            let address = target(reference, cut.at(address.context("it has an address")?)?)?;
            if addresses.insert(reference.index, address).is_none() {
                waiting.push(reference.index);
            }
        }
    }
    let used = with_what_they_refer_to(used, &referred);
    let placed = |(symbol, address): (&u32, &u32)| {
        let length = linked.symbols.get(symbol).map_or(0, |range| range.end - range.start);
        (*symbol, *address..address + length)
    };
    let (used, others): (Vec<_>, Vec<_>) = addresses.iter().map(placed).partition(|(symbol, _)| used.contains(symbol));
    Ok(without(ranges(others), &ranges(used)))
}

/// The ranges in order, each byte once.
fn ranges(of: Vec<(u32, Range<u32>)>) -> Vec<Range<u32>> {
    let mut ranges: Vec<Range<u32>> =
        of.into_iter().map(|(_, range)| range).filter(|range| !range.is_empty()).collect();
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// What of some ranges lies in none of the others; both in order.
fn without(ranges: Vec<Range<u32>>, others: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut left = Vec::new();
    for Range { mut start, end } in ranges {
        let first = others.partition_point(|other| other.end <= start);
        for other in others.get(first..).into_iter().flatten().take_while(|other| other.start < end) {
            left.push(start..other.start.max(start));
            start = other.end.min(end);
        }
        left.push(start..end);
    }
    left.retain(|range| !range.is_empty());
    left
}

/// The address of the symbol that is referred to, by what stands at the place of the reference.
fn target(reference: &RelocationEntry, place: &[u8]) -> Result<u32> {
    use RelocationType::{MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb};
    let mut reader = BinaryReader::new(place, 0);
    let value = match reference.ty {
        MemoryAddrLeb => i64::from(reader.read_var_u32()?),
        MemoryAddrSleb => i64::from(reader.read_var_i32()?),
        MemoryAddrI32 => i64::from(reader.read_u32()?),
        other => bail!("the linked module refers to data by {other:?}, which is not known"),
    };
    Ok(u32::try_from(value - reference.addend)?)
}

/// What the linker tells of a module.
#[derive(Default)]
struct Linked {
    /// Where each function's code lies in the section of code: from the key to the first of the pair, which names it.
    functions: BTreeMap<u32, (u32, String)>,
    /// The addresses of each symbol of data.
    symbols: HashMap<u32, Range<u32>>,
    /// What the code refers to.
    in_code: Vec<RelocationEntry>,
    /// What the data refer to, by the address of the reference.
    in_data: Vec<(u32, RelocationEntry)>,
}

impl Linked {
    fn read(module: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let (mut imported, mut names, mut bodies) = (0_u32, names(module)?, Vec::new());
        let (mut code, mut section, mut code_section, mut data_section) = (0, 0, u32::MAX, u32::MAX);
        // The address, the place in the section and the length of each segment.
        let mut segments: Vec<(u32, u32, u32)> = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.context("the linked module cannot be read")?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => (code, code_section) = (range.start, section),
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::DataSection(reader) => {
                    data_section = section;
                    for segment in reader.clone() {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = &segment.kind else {
                            bail!("the linked module places data later than it is known to do")
                        };
                        let length = u32::try_from(segment.data.len())?;
                        let end = u32::try_from(segment.range.end - reader.range().start)?;
                        segments.push((constant(offset_expr)?, end - length, length));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(reader) => linked.read_symbols(&reader, &segments)?,
                    KnownCustom::Reloc(reader) if reader.section_index() == code_section => {
                        linked.in_code = references(&reader)?;
                    }
                    KnownCustom::Reloc(reader) if reader.section_index() == data_section => {
                        for reference in references(&reader)? {
                            let is_here = |(_, start, length): &&(u32, u32, u32)| {
                                (*start..start + length).contains(&reference.offset)
                            };
                            let segment = segments.iter().find(is_here).context("something refers from nowhere")?;
                            linked.in_data.push((segment.0 + reference.offset - segment.1, reference));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            if payload.as_section().is_some() && !matches!(payload, Payload::CodeSectionEntry(_)) {
                section += 1;
            }
        }
        for (index, range) in (imported..).zip(bodies) {
            let name = names.remove(&index).unwrap_or_default();
            let place = |offset: u64| u32::try_from(offset - code);
            linked.functions.insert(place(range.start)?, (place(range.end)?, name));
        }
        if linked.in_code.is_empty() || linked.symbols.is_empty() {
            bail!("the linked module does not tell what its code refers to");
        }
        Ok(linked)
    }

    fn read_symbols(&mut self, reader: &LinkingSectionReader<'_>, segments: &[(u32, u32, u32)]) -> Result<()> {
        for part in reader.subsections() {
            let Linking::SymbolTable(symbols) = part? else { continue };
            for (index, symbol) in (0..).zip(symbols) {
                let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol? else { continue };
                if symbol.size > 0 {
                    let segment =
                        segments.get(usize::try_from(symbol.index)?).context("a symbol lies in no segment")?;
                    let start = segment.0 + symbol.offset;
                    self.symbols.insert(index, start..start + symbol.size);
                }
            }
        }
        Ok(())
    }

    /// The function whose code is at a place, and how far from its start that is.
    fn function_at(&self, place: u32) -> Result<(&str, usize)> {
        let (start, (end, name)) = self.functions.range(..=place).next_back().context("code begins with a function")?;
        if place >= *end {
            bail!("something refers to data between two functions");
        }
        Ok((name, usize::try_from(place - start)?))
    }

    /// What each symbol refers to, and where within it.
    fn referred(&self) -> HashMap<u32, Vec<(u32, RelocationEntry)>> {
        let mut by_start: Vec<(&u32, &Range<u32>)> = self.symbols.iter().collect();
        by_start.sort_by_key(|(_, range)| range.start);
        let longest = by_start.iter().map(|(_, range)| range.end - range.start).max().unwrap_or_default();
        let mut referred: HashMap<u32, Vec<(u32, RelocationEntry)>> = HashMap::new();
        for (address, reference) in &self.in_data {
            let after = by_start.partition_point(|(_, range)| range.start <= *address);
            let near = by_start.iter().take(after).rev().take_while(|(_, range)| range.start + longest > *address);
            for (symbol, range) in near.filter(|(_, range)| range.contains(address)) {
                referred.entry(**symbol).or_default().push((address - range.start, *reference));
            }
        }
        referred
    }
}

/// Some symbols, and all that they refer to.
fn with_what_they_refer_to(
    mut waiting: Vec<u32>,
    referred: &HashMap<u32, Vec<(u32, RelocationEntry)>>,
) -> HashSet<u32> {
    let mut all = HashSet::new();
    while let Some(symbol) = waiting.pop() {
        if all.insert(symbol) {
            waiting.extend(referred.get(&symbol).into_iter().flatten().map(|(_, reference)| reference.index));
        }
    }
    all
}

/// What refers to data.
fn references(reader: &RelocSectionReader<'_>) -> Result<Vec<RelocationEntry>> {
    let mut references = Vec::new();
    for entry in reader.entries() {
        let entry = entry?;
        if format!("{:?}", entry.ty).starts_with("MemoryAddr") {
            references.push(entry);
        }
    }
    Ok(references)
}

/// What a module holds, and where.
#[derive(Default)]
struct Placed<'a> {
    /// The code of its functions by their names.
    bodies: HashMap<String, &'a [u8]>,
    data: Vec<(u32, &'a [u8])>,
}

impl<'a> Placed<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut placed = Self::default();
        let (mut imported, mut bodies) = (0_u32, Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload.context("the module cannot be read")? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        if let DataKind::Active { offset_expr, .. } = &segment.kind {
                            placed.data.push((constant(offset_expr)?, segment.data));
                        }
                    }
                }
                _ => {}
            }
        }
        let mut names = names(module)?;
        for (index, body) in (imported..).zip(bodies) {
            let name = names.remove(&index).unwrap_or_default();
            if placed.bodies.insert(name, body).is_some_and(|other| other != body) {
                bail!("two functions have the same name");
            }
        }
        Ok(placed)
    }

    /// The data from an address on.
    fn at(&self, address: u32) -> Result<&[u8]> {
        let from = |(start, bytes): &(u32, &'a [u8])| bytes.get(usize::try_from(address.checked_sub(*start)?).ok()?..);
        self.data.iter().filter_map(from).find(|bytes| !bytes.is_empty()).context("an address is in no data")
    }
}

#[cfg(test)]
mod tests {
    use wasmparser::{RelocationEntry, RelocationType};

    use crate::split::data::{ranges, target, without};

    #[test]
    fn what_others_use_too_stays() {
        let merged = ranges(vec![(1, 40..50), (2, 10..20), (3, 15..30), (4, 7..7)]);
        assert_eq!(merged, [10..30, 40..50]);
        assert_eq!(without(merged.clone(), &[0..12, 14..15, 28..45]), [12..14, 15..28, 45..50]);
        assert_eq!(without(merged.clone(), &[5..20, 20..60]), []);
        assert_eq!(without(merged.clone(), &[0..10, 30..40]), merged);
    }

    #[test]
    fn an_address_is_read_as_the_linker_wrote_it() {
        let of = |ty, addend| RelocationEntry { ty, offset: 0, index: 0, addend };
        let (leb, sleb) = ([0x88, 0x80, 0x80, 0x80, 0x00], [0x88, 0x80, 0xc0, 0x80, 0x00]);
        assert_eq!(target(&of(RelocationType::MemoryAddrLeb, 3), &leb).ok(), Some(5));
        assert_eq!(target(&of(RelocationType::MemoryAddrSleb, 0), &sleb).ok(), Some(0x10_0008));
        assert_eq!(target(&of(RelocationType::MemoryAddrI32, 0), &[4, 1, 0, 0, 9]).ok(), Some(0x104));
        assert!(target(&of(RelocationType::MemoryAddrLeb, 9), &leb).is_err(), "nothing lies before the first address");
        assert!(target(&of(RelocationType::TableIndexI32, 0), &leb).is_err());
    }
}
