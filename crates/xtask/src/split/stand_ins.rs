//! Who stands in for the functions of the rest until it has come. public/later.js makes them of what is told here, in a fifth of
//! the bytes that they would be.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use wasm_encoder::Encode;
use wasm_encoder::reencode::Reencode;
use wasmparser::FuncType;

use crate::split::numbers::Numbers;

/// The letter of the first type; the others have the letters behind it. public/later.js knows it.
const FIRST: char = '#';
/// Where nobody stands in.
const NOBODY: char = ' ';
/// The last letter that needs no care in a script.
const LAST: char = '[';

/// What one byte can tell of.
const MOST_PARAMETERS: usize = 127;

/// All of them.
#[derive(Default)]
pub struct StandIns {
    /// The types of functions, as a module writes each.
    pub types: Vec<Vec<u8>>,
    /// Of each slot of the table a letter for the type of who stands in there.
    pub slots: String,
}

impl StandIns {
    /// In a table of so many slots, by the slot and the type of the function.
    pub fn new(table_size: u32, functions: &BTreeMap<u32, &FuncType>) -> Result<Self> {
        let (mut types, mut letters): (Vec<(&FuncType, char)>, _) = (Vec::new(), FIRST..=LAST);
        let mut slots = String::new();
        for slot in 0..table_size {
            let Some(of) = functions.get(&slot) else {
                slots.push(NOBODY);
                continue;
            };
            let known = types.iter().find(|(other, _)| other == of).map(|(_, letter)| *letter);
            let letter = known.or_else(|| letters.next()).context("there are more types than letters")?;
            if known.is_none() {
                types.push((of, letter));
            }
            slots.push(letter);
        }
        Ok(Self { types: types.into_iter().map(|(of, _)| encoded(of)).collect::<Result<_>>()?, slots })
    }
}

/// A type as a module writes it: how many parameters it has is the second byte.
fn encoded(of: &FuncType) -> Result<Vec<u8>> {
    if of.params().len() > MOST_PARAMETERS {
        bail!("a function has more parameters than one byte can tell");
    }
    let mut numbers = Numbers::default();
    let mut bytes = vec![0x60];
    for values in [of.params(), of.results()] {
        let values = values.iter().map(|value| numbers.val_type(*value)).collect::<Result<Vec<_>, _>>()?;
        values.encode(&mut bytes);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use wasmparser::{FuncType, ValType};

    use crate::split::stand_ins::StandIns;

    #[test]
    fn each_slot_tells_its_type() {
        let (one, other) = (FuncType::new([ValType::I32, ValType::I64], []), FuncType::new([], [ValType::F64]));
        let stand_ins = StandIns::new(6, &[(1, &one), (2, &other), (4, &one)].into()).expect("there are letters");
        assert_eq!(stand_ins.slots, " #$ # ");
        assert_eq!(stand_ins.types, [vec![0x60, 2, 0x7f, 0x7e, 0], vec![0x60, 0, 1, 0x7c]]);
    }

    #[test]
    fn more_types_than_letters_are_refused() {
        let types: Vec<FuncType> = (0..60).map(|many| FuncType::new(vec![ValType::I32; many], [])).collect();
        let of = |many: usize| StandIns::new(60, &(0..).zip(&types).take(many).collect());
        assert!(of(57).is_ok_and(|stand_ins| stand_ins.slots.trim_end().ends_with('[')));
        assert!(of(58).is_err());
        let many = FuncType::new(vec![ValType::I32; 128], []);
        assert!(StandIns::new(1, &[(0, &many)].into()).is_err(), "and so are more parameters than a byte tells");
    }
}
