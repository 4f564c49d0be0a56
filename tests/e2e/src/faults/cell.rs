//! A cell of the matrix: somebody does something, one thing goes wrong, and then no more.

use crate::faults::{bench::Bench, fault::Fault, operation::Operation, proxy::Rule, special, told::Told};

/// More tries of one read than these would be an attack on a server that has trouble already.
const MOST_TRIES: usize = 3;

/// A cell of the matrix.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// What goes wrong.
    pub fault: Fault,
    /// What somebody does.
    pub operation: Operation,
    /// What they are told.
    pub told: Told,
    /// Whether it is looked at in every engine.
    pub everywhere: bool,
}

impl Cell {
    /// The name of its test: `fault-list-refused-connection`.
    pub fn name(&self) -> String {
        let fault = format!("{:?}", self.fault);
        let fault: String = fault.char_indices().fold(String::new(), |mut name, (at, letter)| {
            let begins = letter.is_ascii_uppercase()
                || (letter.is_ascii_digit() && !fault[..at].ends_with(|before: char| before.is_ascii_digit()));
            if begins && at > 0 {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
            name
        });
        format!("fault-{}-{fault}", self.operation.name())
    }

    /// Makes it happen.
    pub async fn check(&self, bench: &mut Bench) {
        bench.set_clock_off(self.fault.days_off());
        self.operation.prepare(bench).await;
        match self.fault {
            Fault::OfflineThenOnline => special::offline_then_online(bench, self.operation).await,
            Fault::OvertakenByANewerAnswer => special::overtaken(bench, self.operation).await,
            Fault::AnswerAfterLeaving => special::left(bench, self.operation).await,
            Fault::ClockADayFast | Fault::ClockADaySlow => {
                self.operation.act(bench).await;
                self.operation.sees_success(bench).await;
            }
            _ => self.go_wrong(bench).await,
        }
        bench.is_sound().await;
    }

    async fn go_wrong(&self, bench: &Bench) {
        let (operation, told) = (self.operation, self.told);
        let (method, path) = operation.request();
        bench.hurry_page(self.fault.takes_long()).await;
        let before = (bench.sent(method, path).await, bench.proxy.count(method, path));
        spoil(bench, operation, self.fault, None).await;
        operation.act(bench).await;
        operation.sees_told(bench, told).await;
        let sent = bench.sent(method, path).await - before.0;
        let came = bench.proxy.count(method, path) - before.1;
        check_tries(operation, sent, came);
        bench.is_sound().await;
        bench.proxy.lift().await;
        bench.hurry_page(false).await;
        if told == Told::SessionOver && operation != Operation::SignIn {
            bench.sign_in().await;
        }
        operation.sees_draft(bench).await;
        operation.try_again(bench, told).await;
        operation.sees_success(bench).await;
        if operation.is_write() {
            let again = bench.sent(method, path).await - before.0;
            assert_eq!(again, sent + 1, "a press sends once");
        }
    }
}

/// Spoils the operation's request from now on, or so many times.
pub(crate) async fn spoil(bench: &Bench, operation: Operation, fault: Fault, times: Option<usize>) {
    let (method, path) = operation.request();
    if let Some(trouble) = fault.trouble() {
        bench.proxy.spoil(Rule { method, path: path.to_owned(), times, every: 1, trouble }).await;
    }
}

/// What the page sent, and what came: nothing where nobody listens. No browser repeats a write on a connection of its own;
/// Firefox repeats a read ten times whose connection breaks.
fn check_tries(operation: Operation, sent: usize, came: usize) {
    if operation.is_write() {
        assert_eq!(sent, 1, "a write is sent once");
        assert!(came <= sent, "{came} came of {sent} that were sent");
    } else {
        assert!((1..=MOST_TRIES).contains(&sent), "a read was tried {sent} times");
    }
}
