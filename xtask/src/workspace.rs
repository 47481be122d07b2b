//! Where things are: the clone, the target directory, the site, the cache of the tools.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::shell::{self, Result, Stop};

/// The clone in which this command was started.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs us; the built-in value serves a copied binary.
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest
        .parent()
        .map_or(manifest.clone(), Path::to_path_buf)
}

/// Cargo's target directory, as Cargo itself resolves it.
pub(crate) fn target() -> PathBuf {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    TARGET
        .get_or_init(|| told_by_cargo().unwrap_or_else(|| root().join("target")))
        .clone()
}

fn told_by_cargo() -> Option<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root());
    let answer: serde_json::Value = serde_json::from_str(&shell::answer(&mut cargo).ok()?).ok()?;
    Some(PathBuf::from(answer.get("target_directory")?.as_str()?))
}

/// The built site: planner, `docs/`, `embed/`.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The cache of pinned tools, shared by all clones of one user.
pub(crate) fn cache() -> Result<PathBuf> {
    cache_from(|name| env::var_os(name).map(PathBuf::from))
        .ok_or_else(|| Stop::CannotRun("no home directory: set VAULTPLAN_CACHE".to_owned()))
}

fn cache_from(var: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let set = |name| var(name).filter(|path| !path.as_os_str().is_empty());
    set("VAULTPLAN_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|path| path.join("vaultplan")))
        .or_else(|| set("HOME").map(|path| path.join(".cache").join("vaultplan")))
        .or_else(|| set("LOCALAPPDATA").map(|path| path.join("vaultplan")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projects_own_variable_comes_first() {
        let all = |name: &str| Some(PathBuf::from(format!("/{name}")));
        assert_eq!(cache_from(all), Some(PathBuf::from("/VAULTPLAN_CACHE")));
    }

    #[test]
    fn cargo_tells_its_target_directory() {
        assert!(told_by_cargo().unwrap().is_absolute());
    }

    #[test]
    fn an_empty_variable_counts_as_absent() {
        let vars = |name: &str| match name {
            "VAULTPLAN_CACHE" => Some(PathBuf::new()),
            "HOME" => Some(PathBuf::from("/home/a")),
            _ => None,
        };
        assert_eq!(
            cache_from(vars),
            Some(PathBuf::from("/home/a/.cache/vaultplan"))
        );
    }

    #[test]
    fn without_any_variable_there_is_no_cache() {
        assert_eq!(cache_from(|_| None), None);
    }
}
