//! What the functions, variables and tables of a module are numbered in one half of it.

use std::collections::HashMap;

use wasm_encoder::reencode::{Error, Reencode};

/// The numbers that things have after the cut; what is not told keeps its own.
#[derive(Default)]
pub struct Numbers {
    /// Of functions: all that the half knows.
    pub functions: HashMap<u32, u32>,
    /// Of global variables.
    pub globals: Option<HashMap<u32, u32>>,
    /// Of tables.
    pub tables: Option<HashMap<u32, u32>>,
}

/// What a half does not have is used there.
#[derive(Debug)]
pub struct Missing(&'static str, u32);

impl std::fmt::Display for Missing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {} is on the other side of the cut", self.0, self.1)
    }
}

impl std::error::Error for Missing {}

impl Numbers {
    fn find(kind: &'static str, numbers: &HashMap<u32, u32>, number: u32) -> Result<u32, Error<Missing>> {
        numbers.get(&number).copied().ok_or(Error::UserError(Missing(kind, number)))
    }
}

impl Reencode for Numbers {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        Self::find("function", &self.functions, function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Missing>> {
        self.globals.as_ref().map_or(Ok(global), |globals| Self::find("global variable", globals, global))
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<Missing>> {
        self.tables.as_ref().map_or(Ok(table), |tables| Self::find("table", tables, table))
    }
}
