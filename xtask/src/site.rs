//! Builds the site into `dist/`: the planner (Trunk), the documentation (`crates/site`), an embed module for each
//! language (wasm-bindgen). A part whose inputs are unchanged is left as it is.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::shell::{self, Doing, Result, Stop};
use crate::tools::Tools;
use crate::{declarations, workspace};

const LIMIT: Duration = Duration::from_secs(45 * 60);

/// Named one by one: with `--all-features` wasm-opt makes modules that some engines refuse.
const WASM_OPT: [&str; 9] = [
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

/// How a module for browsers is built.
#[derive(Clone, Copy)]
pub(crate) struct Build {
    /// Features of the package.
    features: &'static str,
    /// The compiler's level. `cargo xtask size` and `cargo xtask bench` print what each gives.
    level: &'static str,
    /// The optimiser's level.
    wasm_opt: &'static str,
}

/// The planner: for size. An edit's check takes a small part of the time until it is painted.
const PLANNER: Build = Build {
    features: "",
    level: "z",
    wasm_opt: "-Oz",
};

/// The languages of the site. Each has an embed module of its own in a folder of this name, so that a page loads
/// no language that it does not show.
pub(crate) const LANGUAGES: [&str; 2] = ["en", "zh"];

/// The embed module of a language: as small as can be.
const fn embed_of(features: &'static str) -> Build {
    Build {
        features,
        level: "z",
        wasm_opt: "-Oz",
    }
}

/// What the scripts of the embed modules say besides what wasm-bindgen writes: the explanations of rules are a file
/// beside each module, fetched when somebody asks.
const EXPLAIN: [&str; 2] = ["crates/wasm/src/explain.js", "crates/wasm/src/explain.d.ts"];

/// The module for programs: both languages, every part, built for speed; with exports that only measure.
const FAST: Build = Build {
    features: "explain,sisters,figures",
    level: "3",
    wasm_opt: "-O3",
};

/// How modules for browsers are compiled: not for the level of native builds, and without the paths of the machine
/// that built them, which the places of panics would carry.
fn for_browsers(command: &mut Command, build: Build) {
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
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", build.level)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

fn planner(tools: &Tools) -> Result<()> {
    let root = workspace::root();
    let module = compile(tools, "vaultplan-app", "vaultplan-app.wasm", PLANNER)?
        .ok_or_else(|| Stop::Failed("crates/app builds no program".to_owned()))?;
    let page = root.join("index.html");
    let text = fs::read_to_string(&page).doing(page.display())?;
    let mut inputs = vec![root.join("Trunk.toml")];
    inputs.extend(trunk_assets(&text).map(|href| root.join(href)));
    inputs.push(page);
    inputs.push(module);
    let mark = mark(tools, PLANNER, &inputs)?;
    if is_current("planner", &mark) && workspace::dist().join("index.html").is_file() {
        return Ok(());
    }
    eprintln!("site: planner");
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--offline"]);
    for_browsers(&mut trunk, PLANNER);
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
    // The custom element and its page stand beside the modules that they load.
    let sources = workspace::root().join("www").join("embed");
    let folder = workspace::target().join("xtask").join("modules");
    fs::create_dir_all(&folder).doing(folder.display())?;
    let texts = workspace::root().join("www/generated/explain");
    let mut inputs = vec![sources.clone(), texts.clone()];
    inputs.extend(EXPLAIN.map(|file| workspace::root().join(file)));
    let mut modules = Vec::new();
    for (language, features) in LANGUAGES.into_iter().zip(["only-en", "only-zh"]) {
        let build = embed_of(features);
        let Some(compiled) = compile(tools, "vaultplan-wasm", "vaultplan_wasm.wasm", build)? else {
            eprintln!("note: crates/wasm builds no module; `dist/embed` is left out");
            return Ok(());
        };
        // The next language is compiled to the same place.
        let module = folder.join(format!("{language}.wasm"));
        fs::copy(&compiled, &module).doing(module.display())?;
        inputs.push(module.clone());
        modules.push((language, build, module));
    }
    let mark = mark(tools, embed_of(""), &inputs)?;
    let out = workspace::dist().join("embed");
    if is_current("embed", &mark) && out.is_dir() {
        return Ok(());
    }
    eprintln!("site: embed modules");
    if out.is_dir() {
        fs::remove_dir_all(&out).doing(out.display())?;
    }
    for (language, build, module) in modules {
        let out = out.join(language);
        bind(tools, &module, build, &out)?;
        for (file, to) in EXPLAIN.into_iter().zip(["vaultplan.js", "vaultplan.d.ts"]) {
            let file = workspace::root().join(file);
            let to = out.join(to);
            let mut text = fs::read_to_string(&to).doing(to.display())?;
            text.push_str(&fs::read_to_string(&file).doing(file.display())?);
            fs::write(&to, text).doing(to.display())?;
        }
        let book = texts.join(format!("{language}.json"));
        fs::copy(&book, out.join("rules.json")).doing(book.display())?;
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

/// Builds the module for programs, which the site does not ship, and gives the folder that holds it.
pub(crate) fn fast(tools: &Tools) -> Result<PathBuf> {
    let module = compile(tools, "vaultplan-wasm", "vaultplan_wasm.wasm", FAST)?
        .ok_or_else(|| Stop::Failed("crates/wasm builds no module".to_owned()))?;
    let out = workspace::target().join("xtask").join("fast");
    bind(tools, &module, FAST, &out)?;
    Ok(out)
}

/// Makes a compiled module loadable: its script, its declarations, and the module itself, optimised.
fn bind(tools: &Tools, module: &Path, build: Build, out: &Path) -> Result<()> {
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args([
        "--target",
        "web",
        "--out-name",
        "vaultplan",
        "--remove-name-section",
        "--remove-producers-section",
    ]);
    bindgen.arg("--out-dir").arg(out).arg(module);
    shell::run(&mut bindgen, LIMIT)?;
    let file = out.join("vaultplan.d.ts");
    let declared = fs::read_to_string(&file).doing(file.display())?;
    fs::write(&file, declarations::tidy(&declared)?).doing(file.display())?;
    if tools.wasm_opt.is_some() {
        let module = out.join("vaultplan_bg.wasm");
        let mut wasm_opt = tools.command("wasm-opt");
        wasm_opt.arg(build.wasm_opt).args(WASM_OPT);
        shell::run(wasm_opt.arg(&module).arg("-o").arg(&module), LIMIT)?;
    }
    Ok(())
}

/// Compiles a package for the browser; `None` when it has no such artefact.
fn compile(tools: &Tools, package: &str, artefact: &str, build: Build) -> Result<Option<PathBuf>> {
    let mut cargo: Command = tools.command("cargo");
    for_browsers(&mut cargo, build);
    cargo.args([
        "build",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        package,
        "--no-default-features",
        "--features",
        build.features,
    ]);
    shell::run(&mut cargo, LIMIT)?;
    let file = workspace::target()
        .join("wasm32-unknown-unknown")
        .join("release")
        .join(artefact);
    Ok(file.is_file().then_some(file))
}

/// A value that changes when a part has to be built again.
fn mark(tools: &Tools, build: Build, inputs: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    (tools.wasm_opt.is_some(), build.wasm_opt, WASM_OPT).hash(&mut hasher);
    let mut files = Vec::new();
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
        for flag in WASM_OPT {
            assert!(page.contains(flag), "index.html does not name {flag}");
        }
    }
}
