//! What a page has to do with besides the server: what it says aloud, the files that it saves, and what the browser tells
//! it of the world around.

use std::cell::Cell;

use crate::browser::Browser;

/// Looks at a file in a row that find it as it was: together longer than a disk keeps a writer waiting.
const LOOKS: u32 = 8;

impl Browser {
    /// Keeps every text that the page's live region says from now on, until the next load.
    pub async fn note_announcements(&self) {
        let script = "
            window.announced = [];
            const note = () => document.querySelectorAll('[role=status]').forEach((region) => {
                const text = region.innerText.trim();
                if (text && window.announced.at(-1) !== text) window.announced.push(text);
            });
            new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
        ";
        self.script(script).await;
    }

    /// Waits until the page has said a text, after [`Browser::note_announcements`].
    pub async fn sees_announced(&self, text: &str) {
        let what = format!("the announcement “{text}”");
        self.until(&what, async || {
            let announced = self.client.execute("return window.announced", Vec::new()).await?;
            Ok(announced.as_array().is_some_and(|texts| texts.iter().any(|said| said == text)).then_some(()))
        })
        .await;
    }

    /// Makes the page believe something by a script, and tells it of that by an event.
    pub async fn pretend(&self, script: &str, event: &str) {
        self.script(&format!("{script}; window.dispatchEvent(new Event('{event}'))")).await;
    }

    /// Keeps what the page copies, until the next load, in `window.copied`.
    pub async fn note_copies(&self) {
        let script = "Object.defineProperty(navigator, 'clipboard', { value: {
            writeText: async (text) => { window.copied = text; },
        } })";
        self.script(script).await;
    }

    /// The names of the files that pages have saved.
    ///
    /// # Panics
    /// When there is no folder for them.
    pub fn saved_files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.home.downloads()).expect("downloads have a folder");
        files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Reads a file that a page has saved.
    ///
    /// # Panics
    /// When there is none.
    pub fn saved(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.home.downloads().join(name)).expect("it was saved")
    }

    /// Waits for a file that a page saves, and reads it.
    pub async fn download(&self, name: &str) -> Vec<u8> {
        let path = self.home.downloads().join(name);
        let what = format!("the file {name}");
        let before = Cell::new((0, 0));
        self.until(&what, async || {
            // WebKit writes it where it is to stay: it is whole once it grows no more.
            let Ok(bytes) = std::fs::read(&path) else { return Ok(None) };
            let (length, times) = before.get();
            before.set((bytes.len(), if bytes.len() == length { times + 1 } else { 0 }));
            Ok((!bytes.is_empty() && before.get().1 >= LOOKS).then_some(bytes))
        })
        .await
    }

    /// Waits for a file that a page saves today, `contracts-2026-11-25.csv` by its stem `contracts`, and reads it.
    pub async fn download_of_today(&self, stem: &str) -> Vec<u8> {
        let today = self.script("return new Date().toISOString().slice(0, 10)").await;
        self.download(&format!("{stem}-{}.csv", today.as_str().unwrap_or_default())).await
    }
}
