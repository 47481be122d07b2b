//! Builds the site into `dist/`: the planner (Trunk), the documentation (`crates/site`), the embed module
//! (wasm-bindgen). A part whose inputs are unchanged is left as it is.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::shell::{self, Doing, Result, Stop};
use crate::tools::Tools;
use crate::workspace;

const LIMIT: Duration = Duration::from_secs(45 * 60);

/// Named one by one: with `--all-features` wasm-opt makes modules that some engines refuse.
const WASM_OPT: [&str; 10] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// `cargo xtask build`.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    if !args.is_empty() {
        return Err(Stop::Usage("build takes no arguments".to_owned()));
    }
    build(&Tools::for_building()?)?;
    println!("{}", workspace::dist().display());
    Ok(ExitCode::SUCCESS)
}

/// Builds everything.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    let begun = Instant::now();
    // The planner first: Trunk empties the folder.
    planner(tools)?;
    docs(tools)?;
    embed(tools)?;
    eprintln!("site: built in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}

/// What goes to a browser is built for size: `s` is smaller than 3 at about the same speed there, `z` smaller still
/// but clearly slower. `cargo xtask size` and `cargo xtask bench` print what it gives. Native builds stay at 3.
const OPT_LEVEL: (&str, &str) = ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s");

/// How modules for browsers are compiled: for size, and without the paths of the machine that built them, which
/// the places of panics would carry.
fn for_browsers(command: &mut Command) {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registry = home.map(|home| home.join("registry").join("src"));
    let hidden = [
        registry.map(|path| (path, "crates")),
        Some((workspace::root(), "vaultplan")),
    ];
    let flags: Vec<String> = hidden
        .into_iter()
        .flatten()
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .collect();
    command
        .env(OPT_LEVEL.0, OPT_LEVEL.1)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

fn planner(tools: &Tools) -> Result<()> {
    let root = workspace::root();
    let module = compile(tools, "vaultplan-app", "vaultplan-app.wasm")?
        .ok_or_else(|| Stop::Failed("crates/app builds no program".to_owned()))?;
    let page = root.join("index.html");
    let text = fs::read_to_string(&page).doing(page.display())?;
    let mut inputs = vec![root.join("Trunk.toml")];
    inputs.extend(trunk_assets(&text).map(|href| root.join(href)));
    inputs.push(page);
    let mark = mark(tools, &module, &inputs)?;
    if is_current("planner", &mark) && workspace::dist().join("index.html").is_file() {
        return Ok(());
    }
    eprintln!("site: planner");
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--offline"]);
    for_browsers(&mut trunk);
    if tools.wasm_opt.is_some() {
        trunk.arg("--release");
    } else {
        // The release profile without Trunk's release mode, which alone asks for wasm-opt.
        trunk.args(["--cargo-profile", "release"]);
    }
    shell::run(&mut trunk, LIMIT)?;
    set_current("planner", &mark)
}

/// The files and folders that Trunk takes from the page's `data-trunk` links.
fn trunk_assets(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .filter(|tag| tag.contains("data-trunk"))
        .filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next())
}

fn docs(tools: &Tools) -> Result<()> {
    let out = workspace::dist().join("docs");
    if out.is_dir() {
        // Pages that are no longer written must not stay.
        fs::remove_dir_all(&out).doing(out.display())?;
    }
    let mut site = tools.command("cargo");
    site.args(["run", "--quiet", "--package", "vaultplan-site", "--"])
        .arg(&out);
    shell::run(&mut site, LIMIT)?;
    if !out.join("en").join("index.html").is_file() {
        eprintln!("note: crates/site wrote no documentation");
    }
    Ok(())
}

fn embed(tools: &Tools) -> Result<()> {
    let Some(module) = compile(tools, "vaultplan-wasm", "vaultplan_wasm.wasm")? else {
        eprintln!("note: crates/wasm builds no module; `dist/embed` is left out");
        return Ok(());
    };
    // The custom element and its page stand beside the module that they load.
    let sources = workspace::root().join("www").join("embed");
    let mark = mark(tools, &module, std::slice::from_ref(&sources))?;
    let out = workspace::dist().join("embed");
    if is_current("embed", &mark) && out.is_dir() {
        return Ok(());
    }
    eprintln!("site: embed module");
    if out.is_dir() {
        fs::remove_dir_all(&out).doing(out.display())?;
    }
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args([
        "--target",
        "web",
        "--out-name",
        "vaultplan",
        "--remove-name-section",
        "--remove-producers-section",
    ]);
    bindgen.arg("--out-dir").arg(&out).arg(&module);
    shell::run(&mut bindgen, LIMIT)?;
    if tools.wasm_opt.is_some() {
        let module = out.join("vaultplan_bg.wasm");
        let mut wasm_opt = tools.command("wasm-opt");
        wasm_opt.args(WASM_OPT).arg(&module).arg("-o").arg(&module);
        shell::run(&mut wasm_opt, LIMIT)?;
    }
    for file in files_below(&sources)? {
        let to = out.join(file.strip_prefix(&sources).unwrap_or(&file));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).doing(folder.display())?;
        }
        fs::copy(&file, &to).doing(file.display())?;
    }
    set_current("embed", &mark)
}

/// Compiles a package for the browser; `None` when it has no such artefact.
fn compile(tools: &Tools, package: &str, artefact: &str) -> Result<Option<PathBuf>> {
    let mut cargo: Command = tools.command("cargo");
    for_browsers(&mut cargo);
    cargo.args([
        "build",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        package,
    ]);
    shell::run(&mut cargo, LIMIT)?;
    let file = workspace::target()
        .join("wasm32-unknown-unknown")
        .join("release")
        .join(artefact);
    Ok(file.is_file().then_some(file))
}

/// A value that changes when a part has to be built again.
fn mark(tools: &Tools, module: &Path, inputs: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    (tools.wasm_opt.is_some(), WASM_OPT).hash(&mut hasher);
    let mut files = vec![module.to_path_buf()];
    for input in inputs {
        files.extend(files_below(input)?);
    }
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file).doing(file.display())?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The marks lie inside `dist/`: whoever empties the folder takes them along.
fn mark_file(part: &str) -> PathBuf {
    workspace::dist().join(".marks").join(part)
}

fn is_current(part: &str, mark: &str) -> bool {
    fs::read_to_string(mark_file(part)).is_ok_and(|old| old == mark)
}

fn set_current(part: &str, mark: &str) -> Result<()> {
    let file = mark_file(part);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).doing(folder.display())?;
    }
    fs::write(&file, mark).doing(file.display())
}

/// All files below a folder (or the file itself), sorted; none when there is nothing. Hidden ones are left out.
pub(crate) fn files_below(path: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![path.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path).doing(path.display())? {
                let entry = entry.doing(path.display())?;
                if !entry.file_name().to_string_lossy().starts_with('.') {
                    open.push(entry.path());
                }
            }
        } else if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_listed_sorted_and_without_hidden_ones() {
        let folder = std::env::temp_dir().join(format!("xtask-files-{}", std::process::id()));
        fs::create_dir_all(folder.join("b")).unwrap();
        for name in ["c.txt", "b/d.txt", "a.txt", ".hidden"] {
            fs::write(folder.join(name), name).unwrap();
        }
        let files = files_below(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            files,
            ["a.txt", "b/d.txt", "c.txt"].map(|name| folder.join(name))
        );
        assert_eq!(files_below(&folder).unwrap(), Vec::<PathBuf>::new());
    }

    #[test]
    fn assets_are_those_that_the_page_names_for_trunk() {
        let page = "<link rel=\"canonical\" href=\"no\">\n<link data-trunk rel=\"css\" href=\"a.css\">\n\
                    <link data-trunk\n rel=\"copy-dir\" href=\"fonts\"><p>";
        assert_eq!(trunk_assets(page).collect::<Vec<_>>(), ["a.css", "fonts"]);
    }

    #[test]
    fn planner_and_embed_are_optimised_alike() {
        let page = include_str!("../../index.html");
        for flag in WASM_OPT.iter().filter(|flag| flag.starts_with("--")) {
            assert!(page.contains(flag), "index.html does not name {flag}");
        }
    }
}
