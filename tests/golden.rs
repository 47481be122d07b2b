//! Golden files: what is found is compared with what a file holds.

/// Compares with a golden file under `tests/golden/`; writes it when `UPDATE_GOLDEN=1` is set.
#[track_caller]
pub(crate) fn golden(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == found,
        "{} differs; look at the change, then set UPDATE_GOLDEN=1. Found:\n{found}",
        path.display()
    );
}
