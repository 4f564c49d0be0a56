//! The matrix: what goes wrong, what somebody does meanwhile, and what they are told.

use crate::faults::{
    cell::Cell,
    fault::Fault::{self, *},
    operation::Operation,
    told::Told::{self, *},
};

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
    same(RefusedConnection, ALL, Unreached),
    same(ResetBeforeTheAnswer, ALL, Unreached),
    same(ResetInTheBody, ALL, Unreached),
    same(StallBeforeHeaders, ALL, Late),
    same(StallInTheBody, ONE, Late),
    same(OneBytePerSecond, ALL, Late),
    same(TruncatedJson, ALL, Unreadable),
    same(HtmlWith200, ALL, Unreadable),
    same(Empty200, ONE, Unreadable),
    same(NoContent204, ONE, Unreadable),
    same(Null, ONE, Unreadable),
    same(ArrayForObject, ONE, Unreadable),
    same(TenMegabyteErrorPage, ALL, Failed(500)),
    same(PlainText400, ONE, Refused("That is odd.")),
    same(Json400, ONE, Refused("That is odd.")),
    same(Unauthorized401, ALL, SessionOver),
    same(Forbidden403, ONE, Forbidden),
    same(NotFound404, ONE, Missing),
    same(Conflict409, ONE, Refused("Somebody was faster.")),
    same(TooLarge413, ONE, Refused("(status 413)")),
    same(AddressTooLong414, ONE, Refused("(status 414)")),
    same(WrongMedia415, ONE, Refused("(status 415)")),
    same(Unprocessable422, ONE, Refused("That is odd.")),
    same(TooMany429, ONE, TooMany),
    same(TooMany429AfterSeconds, ALL, TooMany),
    same(TooMany429AfterADate, ONE, TooMany),
    same(ServerError500, ONE, Failed(500)),
    same(Html502, ALL, Failed(502)),
    same(Unavailable503AfterSeconds, ONE, Failed(503)),
    same(Timeout504, ONE, Failed(504)),
    same(RedirectToASignInPage, ALL, Unreached),
    same(WrongCharset, ONE, Unreadable),
    same(Garbage, ONE, Unreadable),
    same(WrongContentType, ONE, Unreadable),
    same(TheAnswerTwice, ONE, Unreadable),
    same(OfflineThenOnline, ALL, Unreached),
    same(OvertakenByANewerAnswer, ONE, Works),
    same(AnswerAfterLeaving, ALL, Works),
    same(ClockADayFast, ONE, Works),
    same(ClockADaySlow, ONE, Works),
];

/// Every cell.
pub fn cells() -> impl Iterator<Item = Cell> {
    ROWS.into_iter().flat_map(|(fault, everywhere, told)| {
        let cell = move |(operation, told)| Cell { fault, operation, told, everywhere };
        Operation::ALL.into_iter().zip(told).map(cell)
    })
}
