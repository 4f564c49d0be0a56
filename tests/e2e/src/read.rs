//! Reading what is on the page.

use fantoccini::Locator;
use serde_json::Value;

use crate::{
    browser::Browser,
    driver::answered,
    find::{Role, reference},
    world::APP_NAME,
};

const PAGE_TEXT: &str = "return document.body.innerText.replace(/\\s+/g, ' ')";

/// The rows of a table below its header, each cell as its text.
const ROWS: &str = "
    const rows = [...arguments[0].querySelectorAll('tbody tr')];
    return rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim()));
";

/// Every definition list of the page as pairs of a term and its description.
const FACTS: &str = "
    return [...document.querySelectorAll('dt')].map((term) => [
        term.innerText.trim(), term.parentElement.querySelector('dd').innerText.trim(),
    ]);
";

/// Whether every number of computers in a table that is in sight has come: what is above or below the page's part of the
/// screen, or beyond the edge of a table that scrolls, is not asked for.
const COUNTED: &str = "
    const page = document.querySelector('.l-main').getBoundingClientRect();
    return [...document.querySelectorAll('td .u-text--muted')].every((waiting) => {
        const { top, bottom, left } = waiting.getBoundingClientRect();
        const edge = waiting.closest('.data-table')?.getBoundingClientRect().right ?? Infinity;
        const isFar = top > page.bottom || bottom < page.top || left > edge;
        return isFar || waiting.innerText.trim() !== '…';
    });
";

impl Browser {
    /// Waits until every number of computers that is in sight has come.
    pub async fn sees_counts(&self) {
        self.sees_true(COUNTED).await;
    }

    /// All text that the page shows, in one line.
    pub async fn text(&self) -> String {
        self.script_text(PAGE_TEXT).await
    }

    /// Waits until the page shows a text.
    pub async fn sees(&self, text: &str) {
        let what = format!("the text “{text}”");
        self.until(&what, async || {
            let page = self.client.execute(PAGE_TEXT, Vec::new()).await?;
            Ok(page.as_str().is_some_and(|page| page.contains(text)).then_some(()))
        })
        .await;
    }

    /// Waits until the page does not show a text any more.
    pub async fn sees_no_more(&self, text: &str) {
        let what = format!("the end of the text “{text}”");
        self.until(&what, async || {
            let page = self.client.execute(PAGE_TEXT, Vec::new()).await?;
            Ok(page.as_str().is_some_and(|page| !page.contains(text)).then_some(()))
        })
        .await;
    }

    /// Checks that the page does not show a text.
    ///
    /// # Panics
    /// When it does.
    pub async fn shows_nowhere(&self, text: &str) {
        let page = self.text().await;
        assert!(!page.contains(text), "the page shows “{text}”: {page}");
    }

    /// Waits until the page has an h1 with this text, and its title, after "Error: " where a form was refused, and after how
    /// far a watch is.
    pub async fn sees_heading(&self, heading: &str) {
        let what = format!("the heading “{heading}” and its title");
        let title = format!("{heading} · {APP_NAME}");
        self.until(&what, async || {
            let headings = self.client.find_all(Locator::Css("h1")).await?;
            let [only] = headings.as_slice() else { return Ok(None) };
            let shown = self.client.title().await?;
            let before =
                shown.strip_suffix(&title).filter(|before| ["", "Error: "].contains(before) || before.starts_with('('));
            Ok((only.text().await? == heading && before.is_some()).then_some(()))
        })
        .await;
    }

    /// The document's title.
    pub async fn title(&self) -> String {
        answered(self.client.title().await)
    }

    /// Waits until the document has a title.
    pub async fn sees_title(&self, title: &str) {
        let what = format!("the title “{title}”");
        self.until(&what, async || Ok((self.client.title().await? == title).then_some(()))).await;
    }

    /// Waits until a script returns true.
    pub async fn sees_true(&self, script: &str) {
        self.until(script, async || Ok((self.client.execute(script, Vec::new()).await? == true).then_some(()))).await;
    }

    /// Waits for a table, and reads its rows below the header.
    pub async fn rows(&self, table: &str) -> Vec<Vec<String>> {
        let table = self.find(Role::Table, table).await;
        let rows = answered(self.client.execute(ROWS, vec![reference(&table)]).await);
        serde_json::from_value(rows).unwrap_or_default()
    }

    /// Waits until a table has so many rows.
    pub async fn sees_rows(&self, table: &str, many: usize) {
        let what = format!("{many} rows of the table “{table}”");
        self.until(&what, async || {
            let found = self.look_for(Role::Table, table).await?;
            let Some(table) = found.first() else { return Ok(None) };
            let rows = self.client.execute(ROWS, vec![reference(table)]).await?;
            Ok(rows.as_array().is_some_and(|rows| rows.len() == many).then_some(()))
        })
        .await;
    }

    /// Waits until a column of a table, counted from 0, reads as expected.
    pub async fn sees_column(&self, table: &str, column: usize, expected: &[&str]) {
        let what = format!("column {column} of the table “{table}” as {expected:?}");
        self.until(&what, async || {
            let found = self.look_for(Role::Table, table).await?;
            let Some(table) = found.first() else { return Ok(None) };
            let rows = self.client.execute(ROWS, vec![reference(table)]).await?;
            let rows: Vec<Vec<String>> = serde_json::from_value(rows).unwrap_or_default();
            let cells: Vec<_> = rows.iter().filter_map(|row| row.get(column)).collect();
            Ok((cells == expected).then_some(()))
        })
        .await;
    }

    /// Waits until a field of a definition list reads as expected.
    pub async fn sees_fact(&self, term: &str, expected: &str) {
        let what = format!("“{term}” as “{expected}”");
        self.until(&what, async || {
            let facts = pairs(self.client.execute(FACTS, Vec::new()).await?);
            Ok(facts.iter().any(|(name, value)| name == term && value == expected).then_some(()))
        })
        .await;
    }

    /// Every field of the page's definition list, in order.
    pub async fn facts(&self) -> Vec<(String, String)> {
        pairs(self.script(FACTS).await)
    }

    /// Waits for a heading, and reads all of the part of the page that it stands above.
    pub async fn part(&self, heading: &str) -> String {
        let heading = self.find(Role::Heading, heading).await;
        let script = "return arguments[0].closest('section, dialog, main').innerText.replace(/\\s+/g, ' ')";
        let text = answered(self.client.execute(script, vec![reference(&heading)]).await);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an open dialog, and reads it.
    pub async fn dialog(&self) -> String {
        self.until("an open dialog", async || {
            let script = "return document.querySelector('dialog[open]')?.innerText.replace(/\\s+/g, ' ')";
            Ok(self.client.execute(script, Vec::new()).await?.as_str().map(str::to_owned))
        })
        .await
    }

    /// Waits until no dialog is open.
    pub async fn sees_no_dialog(&self) {
        self.until("the end of the dialog", async || {
            let script = "return document.querySelector('dialog[open]') === null";
            Ok((self.client.execute(script, Vec::new()).await? == true).then_some(()))
        })
        .await;
    }

    /// What a pointer that rests on a text tells: the title of the innermost element that has exactly this text.
    pub async fn hint(&self, text: &str) -> String {
        let script = "
            const shown = [...document.querySelectorAll('[title]')];
            return shown.find((element) => element.innerText.trim() === arguments[0])?.title ?? '';
        ";
        let title = answered(self.client.execute(script, vec![Value::from(text)]).await);
        title.as_str().unwrap_or_default().to_owned()
    }

    /// An attribute of a thing.
    pub async fn attribute(&self, role: Role, name: &str, attribute: &str) -> Option<String> {
        answered(self.find(role, name).await.attr(attribute).await)
    }

    /// Waits until an attribute of a thing reads as expected; `None` is an attribute that is not there.
    pub async fn sees_attribute(&self, role: Role, name: &str, attribute: &str, expected: Option<&str>) {
        let what = format!("“{name}” with {attribute}={expected:?}");
        self.until(&what, async || {
            let found = self.look_for(role, name).await?;
            let Some(element) = found.first() else { return Ok(None) };
            Ok((element.attr(attribute).await?.as_deref() == expected).then_some(()))
        })
        .await;
    }

    /// Waits until a checkbox or a radio button is ticked, or is not.
    pub async fn sees_ticked(&self, role: Role, label: &str, expected: bool) {
        let what = format!("“{label}” ticked: {expected}");
        self.until(&what, async || {
            let found = self.look_for(role, label).await?;
            let Some(element) = found.first() else { return Ok(None) };
            Ok((element.is_selected().await? == expected).then_some(()))
        })
        .await;
    }
}

fn pairs(facts: Value) -> Vec<(String, String)> {
    serde_json::from_value(facts).unwrap_or_default()
}
