//! What stands in a cell of a table: as data where it follows from the row alone, so that it can be written over when another
//! row comes to its place. To make the nodes of a row takes many times as long.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Element, Text};

use crate::components::data_table::Column;

/// The row that stands in a place of a table. It changes.
pub type Placed<Row> = RwSignal<Arc<Row>>;

/// What stands in the cells of a column.
pub enum Cell<Row: Send + Sync + 'static> {
    /// What follows from the row.
    Pieces(fn(&Row) -> Vec<Piece>),
    /// What comes to be known of it later.
    View(fn(Placed<Row>) -> AnyView),
}

/// A text, or an element with a text.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    tag: Option<&'static str>,
    attributes: Vec<(&'static str, String)>,
    text: String,
}

impl Piece {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { tag: None, attributes: Vec::new(), text: text.into() }
    }

    /// An element with a text and nothing else.
    pub fn element(tag: &'static str, text: impl Into<String>) -> Self {
        Self { tag: Some(tag), ..Self::text(text) }
    }

    /// The same, with an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Whether one can be written over the other.
    fn is_like(&self, other: &Self) -> bool {
        let names = |piece: &Self| piece.attributes.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        self.tag == other.tag && names(self) == names(other)
    }
}

/// A directive of views: keeps what a row is written with in the cells of a `<tr>`.
pub fn written<Row: Send + Sync + 'static>(tr: Element, (columns, row): (&'static [Column<Row>], Placed<Row>)) {
    Effect::new(move |before: Option<Vec<Vec<Written>>>| {
        let (mut cells, row) = (before.unwrap_or_else(|| columns.iter().map(|_| Vec::new()).collect()), row.read());
        let mut next = tr.first_element_child();
        for (column, cell) in columns.iter().zip(&mut cells) {
            let Some(element) = next else { break };
            if let Cell::Pieces(pieces) = column.cell {
                write(&element, cell, pieces(&row));
            }
            next = element.next_element_sibling();
        }
        cells
    });
}

/// A piece, with the nodes that it is written in.
struct Written {
    element: Option<Element>,
    text: Text,
    piece: Piece,
}

fn write(cell: &Element, before: &mut Vec<Written>, pieces: Vec<Piece>) {
    let is_like =
        before.len() == pieces.len() && before.iter().zip(&pieces).all(|(written, piece)| written.piece.is_like(piece));
    if is_like {
        before.iter_mut().zip(pieces).for_each(|(written, piece)| written.write_over(piece));
    } else {
        cell.set_text_content(None);
        *before = pieces.into_iter().filter_map(|piece| Written::new(cell, piece)).collect();
    }
}

impl Written {
    /// Behind what stands in the cell. There is none where the browser makes no element of that name.
    fn new(cell: &Element, piece: Piece) -> Option<Self> {
        let text = document().create_text_node(&piece.text);
        let element = piece.tag.map(|tag| document().create_element(tag)).transpose().ok()?;
        if let Some(element) = &element {
            for (name, value) in &piece.attributes {
                element.set_attribute(name, value).ok()?;
            }
            element.append_child(&text).ok()?;
        }
        cell.append_child(element.as_ref().map_or_else(|| text.as_ref(), AsRef::as_ref)).ok()?;
        Some(Self { element, text, piece })
    }

    fn write_over(&mut self, piece: Piece) {
        if piece.text != self.piece.text {
            self.text.set_data(&piece.text);
        }
        for ((name, value), (_, before)) in piece.attributes.iter().zip(&self.piece.attributes) {
            if let Some(element) = self.element.as_ref().filter(|_| value != before) {
                let _ = element.set_attribute(name, value);
            }
        }
        self.piece = piece;
    }
}
