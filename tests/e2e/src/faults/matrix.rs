//! The matrix: what goes wrong, what somebody does meanwhile, and what they are told.

use crate::faults::{cell::Cell, fault::Fault, operation::Operation, told::Told};

/// In every engine.
const ALL: bool = true;
/// In Chromium.
const ONE: bool = false;

type Row = (Fault, bool, [Told; 6]);

/// What is told where all operations tell the same.
const fn same(fault: Fault, everywhere: bool, told: Told) -> Row {
    (fault, everywhere, [told; 6])
}

/// For each fault: the engines, and what is told while a list and a detail are read, one signs in, attaches, detaches, and
/// watches.
const ROWS: [Row; 40] = [
    same(Fault::RefusedConnection, ALL, Told::Unreached),
    same(Fault::ResetBeforeTheAnswer, ALL, Told::Unreached),
    same(Fault::ResetInTheBody, ALL, Told::Unreached),
    same(Fault::StallBeforeHeaders, ALL, Told::Late),
    same(Fault::StallInTheBody, ONE, Told::Late),
    same(Fault::OneBytePerSecond, ALL, Told::Late),
    same(Fault::TruncatedJson, ALL, Told::Unreadable),
    same(Fault::HtmlWith200, ALL, Told::Unreadable),
    same(Fault::Empty200, ONE, Told::Unreadable),
    same(Fault::NoContent204, ONE, Told::Unreadable),
    same(Fault::Null, ONE, Told::Unreadable),
    same(Fault::ArrayForObject, ONE, Told::Unreadable),
    same(Fault::TenMegabyteErrorPage, ALL, Told::Failed(500)),
    same(Fault::PlainText400, ONE, Told::Refused("That is odd.")),
    same(Fault::Json400, ONE, Told::Refused("That is odd.")),
    same(Fault::Unauthorized401, ALL, Told::SessionOver),
    same(Fault::Forbidden403, ONE, Told::Forbidden),
    same(Fault::NotFound404, ONE, Told::Missing),
    same(Fault::Conflict409, ONE, Told::Refused("Somebody was faster.")),
    same(Fault::TooLarge413, ONE, Told::Refused("(status 413)")),
    same(Fault::AddressTooLong414, ONE, Told::Refused("(status 414)")),
    same(Fault::WrongMedia415, ONE, Told::Refused("(status 415)")),
    same(Fault::Unprocessable422, ONE, Told::Refused("That is odd.")),
    same(Fault::TooMany429, ONE, Told::TooMany),
    same(Fault::TooMany429AfterSeconds, ALL, Told::TooMany),
    same(Fault::TooMany429AfterADate, ONE, Told::TooMany),
    same(Fault::ServerError500, ONE, Told::Failed(500)),
    same(Fault::Html502, ALL, Told::Failed(502)),
    same(Fault::Unavailable503AfterSeconds, ONE, Told::Failed(503)),
    same(Fault::Timeout504, ONE, Told::Failed(504)),
    same(Fault::RedirectToASignInPage, ALL, Told::Unreached),
    same(Fault::WrongCharset, ONE, Told::Unreadable),
    same(Fault::Garbage, ONE, Told::Unreadable),
    same(Fault::WrongContentType, ONE, Told::Unreadable),
    same(Fault::TheAnswerTwice, ONE, Told::Unreadable),
    same(Fault::OfflineThenOnline, ALL, Told::Unreached),
    same(Fault::OvertakenByANewerAnswer, ONE, Told::Works),
    same(Fault::AnswerAfterLeaving, ALL, Told::Works),
    same(Fault::ClockADayFast, ONE, Told::Works),
    same(Fault::ClockADaySlow, ONE, Told::Works),
];

/// Every cell.
pub fn cells() -> impl Iterator<Item = Cell> {
    ROWS.into_iter().flat_map(|(fault, everywhere, told)| {
        let cell = move |(operation, told)| Cell { fault, operation, told, everywhere };
        Operation::ALL.into_iter().zip(told).map(cell)
    })
}
