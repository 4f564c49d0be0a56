use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use serde_json::{Value, json};

use crate::world::clock::day;

/// An Ubuntu Pro contract.
#[expect(clippy::struct_field_names, reason = "`contract_id` is the API's own word, and not the same as `id`")]
#[derive(Debug, Clone)]
pub(crate) struct Contract {
    pub id: u64,
    /// The string that Canonical knows the contract by.
    pub contract_id: String,
    /// Midnight of this day; the documentation's sample has no time zone, taken for UTC here.
    pub expiration: Date,
}

impl Contract {
    pub fn new(id: u64, contract_id: impl Into<String>, expiration: Date) -> Self {
        Self { id, contract_id: contract_id.into(), expiration }
    }

    pub fn is_active(&self, now: Timestamp) -> bool {
        self.expiration > day(now)
    }

    pub fn is_endless(&self) -> bool {
        self.expiration.year() >= 3000
    }

    /// Shape documented at `GET /contracts/<str:id>`.
    pub fn to_json(&self) -> Value {
        json!({
            "contract_id": self.contract_id,
            "expiration_date": self.expiration_time().to_string(),
            "id": self.id,
        })
    }

    pub fn expiration_time(&self) -> DateTime {
        self.expiration.to_datetime(Time::midnight())
    }
}
