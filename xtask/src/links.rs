//! Links between the pages of the built site: every file and every anchor that a page names must exist.
//! Addresses of other origins are not asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::http;
use crate::shell::{Doing, Result, Stop};
use crate::site::files_below;

/// What was found.
pub(crate) struct Report {
    pub(crate) pages: usize,
    pub(crate) links: usize,
    /// One line each: page, link, what is wrong.
    pub(crate) broken: Vec<String>,
}

struct Page {
    /// Values of `href` and `src`.
    links: Vec<String>,
    anchors: BTreeSet<String>,
}

/// Checks all pages of a site's folder. A site without documentation is not checked.
pub(crate) fn check(site: &Path) -> Result<Report> {
    let mut pages = BTreeMap::new();
    for file in files_below(site)? {
        if file
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let text = fs::read_to_string(&file).doing(file.display())?;
            let name = file.strip_prefix(site).unwrap_or(&file).to_path_buf();
            pages.insert(name, read(&text));
        }
    }
    if !pages.keys().any(|name| name.starts_with("docs")) {
        return Err(Stop::CannotRun(
            "the site holds no documentation".to_owned(),
        ));
    }
    let mut report = Report {
        pages: pages.len(),
        links: 0,
        broken: Vec::new(),
    };
    for (name, page) in &pages {
        for link in page.links.iter().filter(|link| is_internal(link)) {
            report.links += 1;
            if let Some(wrong) = defect(site, &pages, name, link) {
                report
                    .broken
                    .push(format!("{}: `{link}`: {wrong}", name.display()));
            }
        }
    }
    Ok(report)
}

fn is_internal(link: &str) -> bool {
    let scheme = link.split(['/', '?', '#']).next().unwrap_or_default();
    !scheme.contains(':') && !link.starts_with("//")
}

/// What is wrong with a link of a page, if anything.
fn defect(site: &Path, pages: &BTreeMap<PathBuf, Page>, from: &Path, link: &str) -> Option<String> {
    let (address, fragment) = link.split_once('#').unwrap_or((link, ""));
    let address = address.split('?').next().unwrap_or_default();
    let Some(mut to) = target(from, address) else {
        return Some("leads out of the site".to_owned());
    };
    if site.join(&to).is_dir() {
        if !address.is_empty() && !address.ends_with('/') {
            return Some("names a folder without its slash".to_owned());
        }
        to.push("index.html");
    }
    if !site.join(&to).is_file() {
        return Some("there is no such file".to_owned());
    }
    // A fragment that begins with a slash is a view of the planner, made when it runs.
    let is_view = to == Path::new("index.html") && fragment.starts_with('/');
    if fragment.is_empty() || is_view {
        return None;
    }
    let anchor = decoded(fragment);
    match pages.get(&to) {
        Some(page) if page.anchors.contains(&anchor) => None,
        _ => Some(format!("there is no anchor `{anchor}`")),
    }
}

fn decoded(fragment: &str) -> String {
    // The same decoding as the server's, which wants a path.
    http::percent_decode(fragment).unwrap_or_else(|| fragment.to_owned())
}

/// The file that an address names, relative to the site; `None` above its root.
fn target(from: &Path, address: &str) -> Option<PathBuf> {
    if address.is_empty() {
        return Some(from.to_path_buf());
    }
    let mut to = PathBuf::new();
    if !address.starts_with('/') {
        to.push(from.parent()?);
    }
    for part in decoded(address).split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if !to.pop() {
                    return None;
                }
            }
            part => to.push(part),
        }
    }
    Some(to)
}

/// Links and anchors of a page. A small reader of tags: our own generator writes the pages, quoted and well formed.
fn read(html: &str) -> Page {
    let mut page = Page {
        links: Vec::new(),
        anchors: BTreeSet::new(),
    };
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        rest = attributes(after, |name, value| match name {
            "href" | "src" => page.links.push(unescaped(value)),
            "id" => {
                page.anchors.insert(unescaped(value));
            }
            _ => {}
        });
    }
    page
}

/// Calls back for each quoted attribute of the tag at the start of the text; gives what follows the tag.
fn attributes(tag: &str, mut each: impl FnMut(&str, &str)) -> &str {
    let mut rest = tag;
    loop {
        let end = rest.find('>').unwrap_or(rest.len());
        let Some((head, after)) = rest.split_once('=').filter(|(head, _)| head.len() < end) else {
            return rest.split_once('>').map_or("", |(_, after)| after);
        };
        let name = head.split_whitespace().last().unwrap_or_default();
        let quote = after
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''));
        match quote {
            Some(quote) => {
                let mut parts = after.splitn(3, quote);
                let value = parts.nth(1).unwrap_or_default();
                each(&name.to_ascii_lowercase(), value);
                rest = parts.next().unwrap_or_default();
            }
            None => rest = after,
        }
    }
}

fn unescaped(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Site(PathBuf);

    impl Site {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let folder =
                std::env::temp_dir().join(format!("xtask-links-{name}-{}", std::process::id()));
            for (file, text) in files {
                let file = folder.join(file);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, text).unwrap();
            }
            Site(folder)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn sound_links_pass() {
        let site = Site::new(
            "sound",
            &[
                ("index.html", "<a href='docs/en/'>d</a>"),
                (
                    "docs/en/index.html",
                    "<h1 id=\"top\" class=\"a\">x</h1><!-- <a href=\"gone\"> --><a title=\"a > b\" href=\"#top\">a</a>\
                     <a href=\"../../#/plan\">p</a><a href=\"rule.html?x=1#%E9%95%9C\">r</a>\
                     <a href=\"https://example.com/x\">o</a><a href=\"mailto:a@example.com\">m</a><img src=\"/pic.svg\">",
                ),
                ("docs/en/rule.html", "<h2 id='镜'>x</h2>"),
                ("pic.svg", "<svg/>"),
            ],
        );
        let report = check(&site.0).unwrap();
        assert_eq!(report.broken, Vec::<String>::new());
        assert_eq!((report.pages, report.links), (3, 5));
    }

    #[test]
    fn every_kind_of_broken_link_is_named() {
        let site = Site::new(
            "broken",
            &[
                ("index.html", "<p>"),
                (
                    "docs/en/index.html",
                    "<a href=\"gone.html\">1</a><a href=\"#gone\">2</a><a href=\"../../../x\">3</a>\
                     <a href=\"../zh\">4</a><a href=\"/#gone\">5</a>",
                ),
                ("docs/zh/index.html", "<p>"),
            ],
        );
        let broken = check(&site.0).unwrap().broken;
        let wrongs = [
            "no such file",
            "no anchor `gone`",
            "out of the site",
            "without its slash",
            "no anchor `gone`",
        ];
        assert_eq!(broken.len(), wrongs.len(), "{broken:?}");
        for (line, wrong) in broken.iter().zip(wrongs) {
            assert!(line.contains(wrong), "{line}");
        }
    }

    #[test]
    fn a_site_without_documentation_is_not_called_sound() {
        let site = Site::new("none", &[("index.html", "<p>")]);
        assert!(matches!(check(&site.0), Err(Stop::CannotRun(_))));
    }
}
