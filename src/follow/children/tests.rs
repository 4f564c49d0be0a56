use super::*;

fn child(id: i64, status: &str) -> Activity {
    let json = serde_json::json!({"id": id, "activity_status": status, "computer_id": id % 1_000});
    serde_json::from_value(json).expect("it is an activity")
}

fn page(count: Option<u64>, children: &[(i64, &str)]) -> Page<Activity> {
    Page::new(count, children.iter().map(|(id, status)| child(*id, status)).collect())
}

/// Asks a server for everything that a round asks for; at which offsets it was asked.
fn read_round(children: &mut Children, server: &dyn Fn(u64) -> Page<Activity>) -> Vec<u64> {
    let (mut asked, mut from) = (Vec::new(), 0);
    while let Some(offset) = children.next_offset(from) {
        asked.push(offset);
        children.merge(offset, server(offset));
        from = offset + 1;
        assert!(asked.len() < 200, "it goes on for ever");
    }
    asked
}

/// A server that holds so many children, `page_length` of them in a page at most.
fn serve(statuses: &[&str], page_length: usize, offset: u64) -> Page<Activity> {
    let offset = usize::try_from(offset).expect("it is small");
    let children = statuses.iter().enumerate().skip(offset).take(page_length);
    let results = children.map(|(index, status)| child(i64::try_from(index).expect("it is small") + 1, status));
    Page::new(Some(statuses.len() as u64), results.collect())
}

#[test]
fn pages_that_overlap_count_each_child_once() {
    let mut children = Children::default();
    assert!(children.merge(0, page(Some(3), &[(3, "queued"), (1, "queued")])));
    assert!(!children.is_whole() && children.next_offset(1) == Some(2));
    assert!(children.merge(2, page(Some(3), &[(3, "failed"), (2, "succeeded")])));
    assert!(children.is_whole());
    let ids: Vec<_> = children.iter().map(|child| child.id.0).collect();
    assert_eq!((ids, children.progress().text()), (vec![1, 2, 3], "2 of 3 done, 1 failed".to_owned()));
}

#[test]
fn a_page_that_says_nothing_new_changes_nothing_and_keeps_its_rows() {
    let mut children = Children::default();
    children.merge(0, page(Some(2), &[(2, "queued"), (1, "succeeded")]));
    let rows: Vec<_> = children.iter().cloned().collect();
    assert!(!children.merge(0, page(Some(2), &[(2, "queued"), (1, "succeeded")])));
    assert!(children.iter().zip(&rows).all(|(now, before)| Arc::ptr_eq(now, before)));
    assert!(children.merge(0, page(Some(2), &[(2, "delivered"), (1, "succeeded")])));
    assert!(children.iter().zip(&rows).any(|(now, before)| Arc::ptr_eq(now, before)));
}

#[test]
fn only_pages_with_a_child_that_goes_on_are_read_again() {
    let mut statuses = vec!["succeeded"; 1_000];
    statuses[450] = "delivered";
    let mut children = Children::default();
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 200, offset)), [0, 200, 400, 600, 800]);
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 200, offset)), [400]);
    statuses[450] = "failed";
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 200, offset)), [400]);
    assert!(children.have_ended());
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 200, offset)), [0; 0]);
    children.read_anew();
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 200, offset)).len(), 5);
}

#[test]
fn a_server_that_gives_less_than_asked_for_is_read_to_its_end() {
    let statuses = ["succeeded"; 250];
    let mut children = Children::default();
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 100, offset)), [0, 100, 200]);
    assert_eq!(children.progress().text(), "250 of 250 done");
}

#[test]
fn a_server_that_ignores_the_offset_or_lists_too_few_is_not_asked_for_ever() {
    let mut children = Children::default();
    let stuck = |_| Page { count: Some(9), ..serve(&["succeeded"; 4], 4, 0) };
    assert_eq!(read_round(&mut children, &stuck), [0, 4]);
    assert_eq!(children.progress().text(), "4 of 9 done");
    let mut children = Children::default();
    read_round(&mut children, &|_| page(None, &[(1, "queued")]));
    assert_eq!((children.is_whole(), children.progress().total), (true, 1));
    let mut children = Children::default();
    read_round(&mut children, &|_| page(Some(0), &[]));
    assert!(children.is_whole() && children.is_empty());
}

#[test]
fn children_that_come_later_are_read_too_and_those_that_go_are_forgotten() {
    let mut children = Children::default();
    let mut statuses = vec!["queued"; 200];
    read_round(&mut children, &|offset| serve(&statuses, 200, offset));
    statuses.extend(["queued"; 3]);
    assert_eq!(read_round(&mut children, &|offset| serve(&statuses, 200, offset)), [0, 200]);
    assert_eq!(children.progress().total, 203);
    children.read_anew();
    read_round(&mut children, &|offset| serve(&statuses[..2], 200, offset));
    assert_eq!(children.iter().count(), 2);
}

#[test]
fn an_unknown_status_keeps_the_group_going() {
    let mut children = Children::default();
    children.merge(0, page(Some(2), &[(1, "succeeded"), (2, "levitating")]));
    assert!(!children.have_ended());
}

#[test]
fn statuses_are_counted_by_their_labels() {
    let mut children = Children::default();
    let statuses = [(1, "queued"), (2, "undelivered"), (3, "failed"), (4, "succeeded"), (5, "complete"), (6, "x")];
    children.merge(0, page(Some(6), &statuses));
    let counts: Vec<_> =
        children.count_statuses().into_iter().map(|(status, many)| format!("{} {many}", status.label)).collect();
    assert_eq!(counts, ["Failed 1", "Queued 2", "Succeeded 2", "x 1"]);
}

#[test]
fn failed_computers_are_named_once() {
    let mut children = Children::default();
    children.merge(0, page(Some(4), &[(1, "failed"), (1_001, "failed"), (2, "failed"), (3, "canceled")]));
    assert_eq!(children.failed_computers(), [ComputerId(1), ComputerId(2)]);
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("a side is a small number")
    }
}

/// Whatever the order in which computers answer between the looks, the counts are right in the end.
#[test]
fn any_order_of_status_updates_ends_with_the_right_counts() {
    const GOING: [&str; 5] = ["queued", "delivered", "waiting", "levitating", "in-progress"];
    const ENDED: [&str; 4] = ["succeeded", "complete", "failed", "canceled"];
    for seed in 1..=100 {
        let mut dice = Dice(u64::wrapping_mul(seed, 0x9E37_79B9_7F4A_7C15));
        let (size, page_length) = (1 + dice.throw(150), 5 + dice.throw(60));
        let mut statuses = vec!["queued"; size];
        let mut children = Children::default();
        while statuses.iter().any(|status| !ENDED.contains(status)) {
            for _ in 0..=dice.throw(size) {
                let index = dice.throw(size);
                if !ENDED.contains(&statuses[index]) {
                    let words: &[&str] = if dice.throw(2) == 0 { &GOING } else { &ENDED };
                    statuses[index] = words[dice.throw(words.len())];
                }
            }
            read_round(&mut children, &|offset| serve(&statuses, page_length, offset));
            let ended = statuses.iter().filter(|status| ENDED.contains(status)).count();
            assert_eq!(children.progress().done(), ended, "seed {seed}");
            assert_eq!(children.have_ended(), ended == size, "seed {seed}");
        }
        let counted = |words: &[&str]| statuses.iter().filter(|status| words.contains(status)).count();
        let expected = Progress {
            total: size,
            succeeded: counted(&["succeeded", "complete"]),
            failed: counted(&["failed"]),
            canceled: counted(&["canceled"]),
        };
        assert_eq!(children.progress(), expected, "seed {seed}");
    }
}
