//! Takes a picture of every view in both themes at three widths, with a page that shows them side by side:
//! `shots FOLDER [FILTER]`.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Mutex,
    thread,
};

use e2e::{
    screen::Theme,
    views::{self, View},
};

const WIDTHS: [u32; 3] = [360, 800, 1280];
/// Browsers at work at the same time.
const WORKERS: usize = 2;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("the first argument is the folder for the pictures"));
    let filter = arguments.next().unwrap_or_default();
    let views: Vec<_> = views::all().filter(|view| view.name.contains(&filter)).collect();
    fs::create_dir_all(&folder).expect("the folder for the pictures can be made");
    let waiting = Mutex::new(views.iter());
    let next = || waiting.lock().ok()?.next();
    let is_whole = thread::scope(|scope| {
        let work = || {
            while let Some(view) = next() {
                shoot(view, &folder);
            }
        };
        let workers: Vec<_> = (0..WORKERS).map(|_| scope.spawn(work)).collect();
        workers.into_iter().all(|worker| worker.join().is_ok())
    });
    write_index(&views, &folder).expect("the page of the pictures can be written");
    if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn shoot(view: &View, folder: &Path) {
    view.visit(async |world| {
        world.still().await;
        for theme in Theme::ALL {
            world.wear(theme).await;
            for width in WIDTHS {
                let picture = world.picture(width).await;
                fs::write(folder.join(file(view, theme, width)), picture).expect("a picture can be written");
            }
        }
    });
}

fn file(view: &View, theme: Theme, width: u32) -> String {
    format!("{}-{}-{width}.png", view.name, theme.name())
}

fn write_index(views: &[&View], folder: &Path) -> io::Result<()> {
    let row = |view: &&View| {
        let kinds = Theme::ALL.into_iter().flat_map(|theme| WIDTHS.map(|width| (theme, width)));
        let pictures = kinds.map(|(theme, width)| {
            let file = file(view, theme, width);
            format!(
                "<a href=\"{file}\"><img src=\"{file}\" alt=\"{}, {width} px\" width=\"{}\"></a>\n",
                theme.name(),
                width / 4
            )
        });
        format!("<h2 id=\"{0}\">{0}</h2>\n{1}", view.name, pictures.collect::<String>())
    };
    let rows: String = views.iter().map(row).collect();
    let style = "body { background: #999; font-family: sans-serif } img { vertical-align: top }";
    let head = format!("<!doctype html>\n<html lang=\"en\"><title>Views</title>\n<style>{style}</style>\n");
    fs::write(folder.join("index.html"), format!("{head}<h1>Views</h1>\n{rows}</html>\n"))
}
