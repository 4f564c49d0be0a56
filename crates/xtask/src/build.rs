//! `cargo xtask build`: the release bundle in `dist/`.

use anyhow::{Context, Result, bail};

use crate::setup::{self, Extent};
use crate::{command, output, seal, siblings, size_table, workspace};

/// Older ones build a page that dies on load.
const OLDEST_OPTIMISER: u32 = 120;

/// Sets up and builds the bundle.
pub fn run() -> Result<()> {
    setup::run(Extent::Build)?;
    release()
}

/// Builds the bundle with what is installed.
pub fn release() -> Result<()> {
    output::step("build: the release bundle", || {
        check_optimiser()?;
        command::run(trunk()?.args(["build", "--release", "--offline"]))?;
        check_bundle()?;
        seal::bundle(&workspace::dist())?;
        siblings::write(&workspace::dist())?;
        output::line("");
        output::line(size_table::of_folder(&workspace::dist())?);
        Ok("the bundle is in dist/".to_owned())
    })
}

/// Trunk, with the toolchain that can build for WebAssembly, and Sass finding the npm packages.
pub fn trunk() -> Result<std::process::Command> {
    let mut trunk = command::wasm("trunk")?;
    trunk.env("SASS_PATH", workspace::node_modules()).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes `NO_COLOR=1` for a malformed flag.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

fn check_optimiser() -> Result<()> {
    let answer = command::read(command::host("wasm-opt").arg("--version"))?;
    let version = optimiser_version(&answer).with_context(|| format!("wasm-opt says {answer:?}"))?;
    if version < OLDEST_OPTIMISER {
        bail!("wasm-opt {version} is too old, {OLDEST_OPTIMISER} is needed; run `cargo xtask setup`");
    }
    Ok(())
}

fn optimiser_version(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.parse().ok())
}

fn check_bundle() -> Result<()> {
    let dist = workspace::dist();
    let entries = std::fs::read_dir(&dist).with_context(|| format!("reading {}", dist.display()))?;
    let names: Vec<String> = entries.flatten().map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    for ending in ["index.html", ".wasm", ".js"] {
        if !names.iter().any(|name| name.ends_with(ending)) {
            bail!("Trunk left nothing that ends in {ending} in {}", dist.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::build::optimiser_version;

    #[test]
    fn the_optimisers_version_is_read_from_its_answer() {
        assert_eq!(optimiser_version("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(optimiser_version("wasm-opt version 108\n"), Some(108));
        assert_eq!(optimiser_version(""), None);
    }
}
