//! How long a page is busy at a stretch, so that it answers nobody.

use crate::browser::Browser;

/// Keeps each task that was long, or where the browser does not tell, each time in which a timer had to wait.
const TASKS: &str = "
    window.tasks = [];
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration)))
            .observe({ type: 'longtask' });
        return;
    }
    let last = performance.now();
    const beat = () => {
        const now = performance.now();
        window.tasks.push(now - last);
        last = now;
        setTimeout(beat);
    };
    beat();
";

impl Browser {
    /// Takes note of the page's tasks, until the next load.
    pub async fn note_tasks(&self) {
        self.script(TASKS).await;
    }

    /// How long the page was busy at a stretch, at most, since the last look, in milliseconds.
    pub async fn longest_task(&self) -> f64 {
        let script = "const longest = Math.max(0, ...window.tasks); window.tasks = []; return longest";
        self.script(script).await.as_f64().unwrap_or_default()
    }
}
