use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

use crate::world::clock::day;

/// A license from before Ubuntu Pro: a number of seats.
#[derive(Debug, Clone)]
pub(crate) struct LegacyLicense {
    pub id: u64,
    pub available_seats: u32,
    /// The last day it is good for; `None` never ends.
    pub expiration: Option<Date>,
}

impl LegacyLicense {
    pub fn new(id: u64, available_seats: u32, expiration: Option<Date>) -> Self {
        Self { id, available_seats, expiration }
    }

    pub fn is_active(&self, now: Timestamp) -> bool {
        self.expiration.is_none_or(|date| date >= day(now))
    }

    /// Shape documented at `GET /legacy-licenses/<int:id>`.
    pub fn to_json(&self) -> Value {
        json!({
            "available_seats": self.available_seats,
            "expiration_date": self.expiration.map(|date| date.to_string()),
            "id": self.id,
        })
    }
}
