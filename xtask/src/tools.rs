//! The pinned tools: what is on PATH in the right version is used, the rest is installed once into the
//! user's cache. Nothing here lets Trunk or wasm-pack download anything by themselves.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::shell::{self, Doing, Result, Stop};
use crate::workspace;

const TRUNK: &str = "0.21.14";
const WASM_PACK: &str = "0.15.1";
const CARGO_DENY: &str = "0.20.2";
pub(crate) const CARGO_MUTANTS: &str = "27.1.0";
/// The npm package whose `wasm-opt` is version 132.
const BINARYEN: &str = "132.0.0";
const OLDEST_NODE: u32 = 20;
const WASM_TARGET: &str = "wasm32-unknown-unknown";

const A_COMPILATION: Duration = Duration::from_secs(45 * 60);
const A_DOWNLOAD: Duration = Duration::from_secs(5 * 60);

/// The tools that were found or installed so far.
pub(crate) struct Tools {
    /// Folders that come before the user's PATH.
    folders: Vec<PathBuf>,
    cache: PathBuf,
    /// `None`: modules stay unoptimised.
    pub(crate) wasm_opt: Option<PathBuf>,
}

/// What the tests in a browser need.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    /// The folder that holds `node_modules` with the packages of `tests/browser/package.json`.
    pub(crate) packages: PathBuf,
}

impl Tools {
    /// What building the site needs: the WebAssembly target, wasm-bindgen, Trunk and, with Node, wasm-opt.
    pub(crate) fn for_building() -> Result<Self> {
        let mut tools = Self::none()?;
        add_wasm_target()?;
        tools.add_cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &locked_wasm_bindgen()?)?;
        tools.add_cargo_tool("trunk", "trunk", TRUNK)?;
        if node().is_ok() {
            tools.add_wasm_opt()?;
        } else {
            eprintln!(
                "note: without Node {OLDEST_NODE} or newer there is no wasm-opt; the modules stay unoptimised (larger, slower)"
            );
        }
        Ok(tools)
    }

    /// cargo-mutants alone, which works without any browser.
    pub(crate) fn for_mutants() -> Result<Self> {
        let mut tools = Self::none()?;
        tools.add_cargo_tool("cargo-mutants", "cargo-mutants", CARGO_MUTANTS)?;
        Ok(tools)
    }

    fn none() -> Result<Self> {
        Ok(Tools {
            folders: Vec::new(),
            cache: workspace::cache()?,
            wasm_opt: None,
        })
    }

    /// A program of the tools, which finds the other tools first.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(workspace::root())
            .env("PATH", self.path());
        if program == "trunk" {
            // Trunk 0.21 reads it as a boolean flag and refuses `1`.
            command.env_remove("NO_COLOR");
        }
        command
    }

    fn path(&self) -> OsString {
        let rest = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&rest));
        // A folder with a separator in its name cannot be on a PATH; then the user's own PATH has to do.
        env::join_paths(folders).unwrap_or(rest)
    }

    /// wasm-pack, for tests in a browser.
    pub(crate) fn add_wasm_pack(&mut self) -> Result<()> {
        self.add_cargo_tool("wasm-pack", "wasm-pack", WASM_PACK)
    }

    /// cargo-deny, for the audit.
    pub(crate) fn add_cargo_deny(&mut self) -> Result<()> {
        self.add_cargo_tool("cargo-deny", "cargo-deny", CARGO_DENY)
    }

    /// Chromium, its driver, and the npm packages that drive them; `audit` adds Lighthouse.
    pub(crate) fn browser(&self, audit: bool) -> Result<Browser> {
        node()?;
        if missing_for_browser().iter().any(|missing| missing.needed) {
            install_system_packages()?;
        }
        let still = missing_for_browser();
        for missing in still.iter().filter(|missing| !missing.needed) {
            eprintln!(
                "note: {} is missing: pictures with Chinese text are not readable",
                missing.package
            );
        }
        let needed: Vec<&str> = still
            .iter()
            .filter(|it| it.needed)
            .map(|it| it.package)
            .collect();
        let (Some(chromium), Some(chromedriver)) = (chromium(), chromedriver()) else {
            return Err(Stop::CannotRun(format!(
                "install {} (apt, or your system's way)",
                needed.join(", ")
            )));
        };
        Ok(Browser {
            chromium,
            chromedriver,
            packages: self.npm_packages(audit)?,
        })
    }

    fn add_cargo_tool(&mut self, program: &str, package: &str, version: &str) -> Result<()> {
        if let Some(found) = find(program)
            && version_of(&found).as_deref() == Some(version)
        {
            return Ok(());
        }
        let home = self
            .cache
            .join("cargo")
            .join(format!("{package}-{version}"));
        let folder = home.join("bin");
        if !folder.join(executable(program)).is_file() {
            cargo_install(package, version, &home)?;
        }
        self.folders.insert(0, folder);
        Ok(())
    }

    fn add_wasm_opt(&mut self) -> Result<()> {
        let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
        if let Some(found) = find("wasm-opt")
            && version_of(&found).as_deref() == Some(major)
        {
            self.wasm_opt = Some(found);
            return Ok(());
        }
        let home = self.cache.join("npm").join(format!("binaryen-{BINARYEN}"));
        let package = format!("binaryen@{BINARYEN}");
        npm_install(
            &home,
            &["install", "--no-save", "--no-package-lock", &package],
            |folder| {
                fs::write(folder.join("package.json"), "{ \"private\": true }\n")
                    .doing(folder.display())
            },
        )?;
        let folder = home.join("node_modules").join(".bin");
        self.wasm_opt = Some(folder.join(executable("wasm-opt")));
        self.folders.insert(0, folder);
        Ok(())
    }

    fn npm_packages(&self, audit: bool) -> Result<PathBuf> {
        let source = workspace::root().join("tests").join("browser");
        let files = ["package.json", "package-lock.json"];
        let mut hasher = DefaultHasher::new();
        for file in files {
            fs::read(source.join(file))
                .doing(source.join(file).display())?
                .hash(&mut hasher);
        }
        let set = if audit { "audit" } else { "browser" };
        let home = self
            .cache
            .join("npm")
            .join(format!("{set}-{:016x}", hasher.finish()));
        let args: &[&str] = if audit {
            &["ci"]
        } else {
            &["ci", "--omit=dev"]
        };
        npm_install(&home, args, |folder| {
            for file in files {
                fs::copy(source.join(file), folder.join(file))
                    .doing(source.join(file).display())?;
            }
            Ok(())
        })?;
        Ok(home)
    }
}

fn add_wasm_target() -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let folder = shell::answer(&mut rustc).unwrap_or_default();
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    eprintln!("setting up: Rust target {WASM_TARGET}");
    for attempt in 1..=3 {
        let mut rustup = Command::new("rustup");
        rustup
            .args(["target", "add", WASM_TARGET])
            .current_dir(workspace::root());
        match shell::run(&mut rustup, A_DOWNLOAD) {
            Ok(()) => return Ok(()),
            Err(Stop::CannotRun(_)) => break,
            Err(stop) => eprintln!("attempt {attempt} of 3: {stop}"),
        }
    }
    Err(Stop::CannotRun(format!(
        "the Rust target {WASM_TARGET} is missing: `rustup target add {WASM_TARGET}`, or your distribution's package"
    )))
}

fn cargo_install(package: &str, version: &str, home: &Path) -> Result<()> {
    eprintln!(
        "setting up: {package} {version} (compiled once, takes minutes; kept in {})",
        home.display()
    );
    let begun = Instant::now();
    // The versions that a tool was published with are preferred; a registry may serve newer ones only.
    let mut outcome = Ok(());
    for locked in [true, false] {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["install", package, "--version", version, "--root"])
            .arg(home);
        if locked {
            cargo.arg("--locked");
        }
        if matches!(package, "trunk" | "wasm-bindgen-cli") {
            // Their defaults are for downloading, which they must not do here.
            cargo.arg("--no-default-features");
        }
        // Our target directory is not theirs, and a tool that runs for a second need not be compiled for minutes.
        cargo
            .env_remove("CARGO_TARGET_DIR")
            .current_dir(workspace::root());
        cargo.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
        ]);
        outcome = shell::run(&mut cargo, A_COMPILATION);
        if outcome.is_ok() {
            eprintln!(
                "set up: {package} {version} in {} s",
                begun.elapsed().as_secs()
            );
            return outcome;
        }
        if locked {
            eprintln!("setting up: {package} again, without its own lock file");
        }
    }
    outcome.map_err(|stop| {
        Stop::CannotRun(format!(
            "{package} {version} could not be installed: {stop}"
        ))
    })
}

/// Installs into a folder beside `home` and renames it: a folder named `home` is complete.
fn npm_install(home: &Path, args: &[&str], prepare: impl Fn(&Path) -> Result<()>) -> Result<()> {
    if home.is_dir() {
        return Ok(());
    }
    eprintln!(
        "setting up: npm packages (once; kept in {})",
        home.display()
    );
    let begun = Instant::now();
    let unfinished = home.with_extension(format!("unfinished-{}", std::process::id()));
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).doing(unfinished.display())?;
    }
    fs::create_dir_all(&unfinished).doing(unfinished.display())?;
    prepare(&unfinished)?;
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(args)
        .args(["--no-audit", "--no-fund", "--ignore-scripts"]);
    npm.current_dir(&unfinished);
    if let Err(stop) = shell::run(&mut npm, A_DOWNLOAD) {
        fs::remove_dir_all(&unfinished).doing(unfinished.display())?;
        return Err(Stop::CannotRun(format!(
            "npm packages could not be installed: {stop}"
        )));
    }
    if let Err(error) = fs::rename(&unfinished, home) {
        // Another run may have been faster; then its folder is as good as ours.
        fs::remove_dir_all(&unfinished).doing(unfinished.display())?;
        if !home.is_dir() {
            return Err(Stop::Failed(format!("{}: {error}", home.display())));
        }
    }
    eprintln!("set up: npm packages in {} s", begun.elapsed().as_secs());
    Ok(())
}

/// A system package that the browser tests use.
struct Missing {
    package: &'static str,
    /// Without it nothing runs; otherwise only pictures suffer.
    needed: bool,
}

fn missing_for_browser() -> Vec<Missing> {
    let mut missing = Vec::new();
    if chromium().is_none() {
        missing.push(Missing {
            package: "chromium",
            needed: true,
        });
    }
    if chromedriver().is_none() {
        missing.push(Missing {
            package: "chromium-driver",
            needed: true,
        });
    }
    if !has_chinese_font() {
        missing.push(Missing {
            package: "fonts-noto-cjk",
            needed: false,
        });
    }
    missing
}

fn install_system_packages() -> Result<()> {
    let missing: Vec<&str> = missing_for_browser().iter().map(|it| it.package).collect();
    let Some(prefix) = root_prefix() else {
        return Ok(());
    };
    if missing.is_empty() || find("apt-get").is_none() {
        return Ok(());
    }
    eprintln!("setting up: {} through apt", missing.join(", "));
    for words in [
        vec!["update", "-q"],
        [
            vec!["install", "-q", "-y", "--no-install-recommends"],
            missing,
        ]
        .concat(),
    ] {
        let mut apt = match prefix {
            Some(sudo) => {
                let mut sudo = Command::new(sudo);
                sudo.args(["-n", "apt-get"]);
                sudo
            }
            None => Command::new("apt-get"),
        };
        apt.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        // A failure shows in what is still missing afterwards.
        if let Err(stop) = shell::run(&mut apt, A_DOWNLOAD) {
            eprintln!("{stop}");
        }
    }
    Ok(())
}

/// How to act as root: `Some(None)` as we are, `Some(Some("sudo"))` without a password, `None` not at all.
fn root_prefix() -> Option<Option<&'static str>> {
    let id = shell::answer(Command::new("id").arg("-u")).ok()?;
    if id.trim() == "0" {
        return Some(None);
    }
    shell::answer(Command::new("sudo").args(["-n", "true"]))
        .ok()
        .map(|_| Some("sudo"))
}

fn has_chinese_font() -> bool {
    match shell::answer(Command::new("fc-list").arg(":lang=zh-cn")) {
        Ok(fonts) => !fonts.trim().is_empty(),
        // Without fontconfig's command there is nothing to ask; do not nag.
        Err(_) => true,
    }
}

fn chromium() -> Option<PathBuf> {
    let given = env::var_os("VAULTPLAN_CHROMIUM")
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    given.or_else(|| {
        [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ]
        .into_iter()
        .find_map(find)
    })
}

fn chromedriver() -> Option<PathBuf> {
    find("chromedriver").or_else(|| {
        let debian = PathBuf::from("/usr/lib/chromium/chromedriver");
        debian.is_file().then_some(debian)
    })
}

/// Firefox and its driver, when both are there.
pub(crate) fn firefox() -> Option<PathBuf> {
    find("firefox").or_else(|| find("firefox-esr"))?;
    find("geckodriver")
}

/// Node in a version that the scripts under `tests/browser` understand.
pub(crate) fn node() -> Result<PathBuf> {
    let wanted = || Stop::CannotRun(format!("install Node {OLDEST_NODE} or newer"));
    let path = find("node").ok_or_else(wanted)?;
    let version = version_of(&path).ok_or_else(wanted)?;
    let major = version
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if find("npm").is_none() {
        return Err(Stop::CannotRun(
            "install npm (it comes with Node)".to_owned(),
        ));
    }
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(path),
        _ => Err(wanted()),
    }
}

/// The first program of this name on the user's PATH.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(executable(program)))
        .find(|file| is_program(file))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

fn executable(program: &str) -> String {
    match program {
        "npm" | "wasm-opt" if cfg!(windows) => format!("{program}.cmd"),
        _ => format!("{program}{}", env::consts::EXE_SUFFIX),
    }
}

fn version_of(program: &Path) -> Option<String> {
    let text = shell::answer(Command::new(program).arg("--version")).ok()?;
    version_in(&text)
}

/// The version in an answer to `--version`: the first word that starts with a digit, or with `v` and a digit.
fn version_in(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

fn locked_wasm_bindgen() -> Result<String> {
    let file = workspace::root().join("Cargo.lock");
    let lock = fs::read_to_string(&file).doing(file.display())?;
    locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Stop::Failed("Cargo.lock holds no package `wasm-bindgen`".to_owned()))
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_answers_of_all_tools() {
        let cases = [
            ("trunk 0.21.14\n", Some("0.21.14")),
            ("wasm-bindgen 0.2.130", Some("0.2.130")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            ("v20.20.2\n", Some("20.20.2")),
            ("cargo-deny 0.20.2", Some("0.20.2")),
            ("version unknown", None),
            ("", None),
        ];
        for (text, version) in cases {
            assert_eq!(version_in(text).as_deref(), version, "{text}");
        }
    }

    #[test]
    fn the_locked_version_is_that_of_the_package_with_exactly_this_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"s\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn this_workspace_locks_wasm_bindgen() {
        assert_eq!(
            version_in(&locked_wasm_bindgen().unwrap()),
            locked_wasm_bindgen().ok()
        );
    }

    #[cfg(unix)]
    #[test]
    fn programs_are_found_on_the_path() {
        assert!(find("sh").is_some());
        assert_eq!(find("vaultplan-no-such-program"), None);
    }
}
