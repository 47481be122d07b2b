//! The local server: files of one folder on 127.0.0.1, with the headers of `http.rs`.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use tiny_http::{Method, Request, Server};

use crate::shell::{Doing, Result, Stop};
use crate::tools::Tools;
use crate::{http, site, size, workspace};

const USUAL_PORT: u16 = 8080;
/// A page opens about six connections; each may wait on a slow reader.
const WORKERS: usize = 8;

/// `cargo xtask serve [--port N]`.
pub(crate) fn command(args: &[String]) -> Result<ExitCode> {
    let port = wanted_port(args)?;
    site::build(&Tools::for_building()?)?;
    let site = Site::open(&workspace::dist(), port)?;
    if site.port() != port {
        eprintln!("note: port {port} is taken; using {}", site.port());
    }
    println!("planner        {}/", site.address());
    println!("documentation  {0}/docs/en/   {0}/docs/zh/", site.address());
    println!("Ctrl-C ends.");
    site.wait();
    Ok(ExitCode::SUCCESS)
}

fn wanted_port(args: &[String]) -> Result<u16> {
    match args {
        [] => Ok(USUAL_PORT),
        [flag, port] if flag == "--port" => match port.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => Err(Stop::Usage(format!(
                "`{port}` is not a port from 1 to 65535"
            ))),
        },
        _ => Err(Stop::Usage("serve takes only `--port N`".to_owned())),
    }
}

/// A running server; it ends with the process.
pub(crate) struct Site {
    address: SocketAddr,
    workers: Vec<thread::JoinHandle<()>>,
}

impl Site {
    /// Serves a folder on the given port or, if that is taken, on one of the next; port 0 is any free one.
    pub(crate) fn open(folder: &Path, port: u16) -> Result<Self> {
        let folder = folder.canonicalize().doing(folder.display())?;
        let server = Arc::new(listen(port)?);
        let Some(address) = server.server_addr().to_ip() else {
            return Err(Stop::Failed("the server has no address".to_owned()));
        };
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, folder) = (Arc::clone(&server), folder.clone());
                thread::spawn(move || {
                    for request in server.incoming_requests() {
                        // A reader that went away is no concern of ours.
                        let _gone = answer(request, &folder);
                    }
                })
            })
            .collect();
        Ok(Site { address, workers })
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// The origin, without a slash at the end.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    fn wait(self) {
        for worker in self.workers {
            // A worker ends only by a defect of the server; the others go on.
            let _ended = worker.join();
        }
    }
}

fn listen(port: u16) -> Result<Server> {
    let mut last = String::new();
    for candidate in port..=port.saturating_add(if port == 0 { 0 } else { 50 }) {
        match Server::http((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(server) => return Ok(server),
            Err(error) => last = error.to_string(),
        }
    }
    Err(Stop::Failed(format!(
        "no port from {port} on is free: {last}"
    )))
}

/// What a request gets.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    File(PathBuf),
    /// A folder asked for without its slash: relative links of its page would miss.
    Moved(String),
    Missing,
}

fn look_up(folder: &Path, target: &str) -> Answer {
    let Some(path) = http::clear_path(target) else {
        return Answer::Missing;
    };
    let mut file = folder.join(&path);
    if file.is_dir() {
        let (plain, query) = target.split_once('?').unwrap_or((target, ""));
        if !plain.ends_with('/') {
            let mark = if query.is_empty() { "" } else { "?" };
            // One leading slash: two would name another host.
            return Answer::Moved(format!("/{}/{mark}{query}", plain.trim_start_matches('/')));
        }
        file.push("index.html");
    }
    // A link in the folder must not lead out of it either.
    match file.canonicalize() {
        Ok(real) if real.starts_with(folder) && real.is_file() => Answer::File(real),
        _ => Answer::Missing,
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let target = request.url().to_owned();
    let path = http::clear_path(&target).unwrap_or_default();
    let mut headers = http::headers(&path);
    if !matches!(request.method(), Method::Get | Method::Head) {
        headers.push(("Allow", "GET, HEAD"));
        return plain(
            request,
            "405 Method Not Allowed",
            &headers,
            "only GET and HEAD\n",
        );
    }
    match look_up(folder, &target) {
        Answer::File(file) => {
            headers.push(("Content-Type", http::media_type(&file)));
            headers.push(("Vary", "Accept-Encoding"));
            let data = fs::read(&file)?;
            match compressed(&request, &file, &data) {
                Some(smaller) => {
                    headers.push(("Content-Encoding", "br"));
                    send(request, "200 OK", &headers, &smaller)
                }
                None => send(request, "200 OK", &headers, &data),
            }
        }
        Answer::Moved(to) => {
            headers.push(("Location", &to));
            plain(request, "308 Permanent Redirect", &headers, "")
        }
        Answer::Missing => plain(
            request,
            "404 Not Found",
            &headers,
            "there is no such page\n",
        ),
    }
}

fn plain(
    request: Request,
    status: &str,
    headers: &[(&str, &str)],
    text: &str,
) -> std::io::Result<()> {
    let mut headers = headers.to_vec();
    headers.push(("Content-Type", "text/plain; charset=utf-8"));
    send(request, status, &headers, text.as_bytes())
}

/// Writes an answer, after which the reader closes the connection. An open connection keeps a thread of the server, and when several
/// come at once the server may leave one waiting for a thread that never comes free.
fn send(
    request: Request,
    status: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> std::io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        // A path with a line break must not begin a header of its own.
        if !value.contains(['\r', '\n']) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    head.push_str("\r\n");
    let no_body = *request.method() == Method::Head;
    let mut out = request.into_writer();
    out.write_all(head.as_bytes())?;
    if !no_body {
        out.write_all(body)?;
    }
    out.flush()
}

/// The data as a host on the web would send it, for a reader that takes it so. Compressed once: the result is kept
/// by content below `target`.
fn compressed(request: &Request, file: &Path, data: &[u8]) -> Option<Vec<u8>> {
    let takes = request.headers().iter().any(|header| {
        header.field.equiv("Accept-Encoding") && http::takes_brotli(header.value.as_str())
    });
    if !takes || data.len() < 1_000 || !http::is_text(file) {
        return None;
    }
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    let folder = workspace::target().join("xtask").join("brotli");
    let kept = folder.join(format!("{:016x}-{}.br", hasher.finish(), data.len()));
    if let Ok(smaller) = fs::read(&kept) {
        return Some(smaller);
    }
    let smaller = size::compressed(data).ok()?;
    // Written aside and renamed: another worker may ask for the same file. What cannot be kept is made again.
    let aside = kept.with_extension(format!("{:?}.part", thread::current().id()));
    if fs::create_dir_all(&folder).is_ok() && fs::write(&aside, &smaller).is_ok() {
        let _kept = fs::rename(&aside, &kept);
    }
    Some(smaller)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(path.join("site/embed")).unwrap();
            fs::write(path.join("secret.txt"), "secret").unwrap();
            fs::write(path.join("site/index.html"), "<p>home</p>").unwrap();
            fs::write(path.join("site/embed/a_bg.wasm"), "wasm").unwrap();
            Folder(path.canonicalize().unwrap())
        }

        fn site(&self) -> PathBuf {
            self.0.join("site")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn ask(site: &Site, request: &str) -> String {
        let mut stream = TcpStream::connect(site.address).unwrap();
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_come_with_type_and_policy() {
        let folder = Folder::new("files");
        let site = Site::open(&folder.site(), 0).unwrap();
        let home = ask(&site, "GET /");
        assert!(home.starts_with("HTTP/1.1 200"), "{home}");
        assert!(
            home.contains("Content-Security-Policy: default-src 'none'"),
            "{home}"
        );
        assert!(home.contains("Referrer-Policy: no-referrer"), "{home}");
        assert!(home.ends_with("<p>home</p>"), "{home}");
        let module = ask(&site, "GET /embed/a_bg.wasm");
        assert!(
            module.contains("Content-Type: application/wasm"),
            "{module}"
        );
        assert!(
            module.contains("Access-Control-Allow-Origin: *"),
            "{module}"
        );
    }

    #[test]
    fn what_compresses_is_sent_compressed_to_those_who_take_it() {
        let folder = Folder::new("compressed");
        let text = "<p>a page</p>".repeat(500);
        fs::write(folder.0.join("site/long.html"), &text).unwrap();
        let site = Site::open(&folder.site(), 0).unwrap();
        assert!(ask(&site, "GET /long.html").ends_with(&text));
        let mut stream = TcpStream::connect(site.address).unwrap();
        write!(
            stream,
            "GET /long.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Encoding: gzip, br\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        assert!(head.contains("Content-Encoding: br"), "{head}");
        assert!(head.contains("Connection: close"), "{head}");
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &answer[end + 4..], &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
    }

    #[test]
    fn other_methods_and_other_folders_are_refused() {
        let folder = Folder::new("refused");
        let site = Site::open(&folder.site(), 0).unwrap();
        for (request, status) in [
            ("GET /../secret.txt", "404"),
            ("GET /%2e%2e/secret.txt", "404"),
            ("GET /missing.html", "404"),
            ("POST /", "405"),
            ("GET /embed", "308"),
            ("HEAD /", "200"),
        ] {
            let text = ask(&site, request);
            assert!(
                text.starts_with(&format!("HTTP/1.1 {status}")),
                "{request}: {text}"
            );
            assert!(!text.contains("secret\n"), "{text}");
        }
    }

    #[test]
    fn a_folder_is_never_moved_to_another_host() {
        let folder = Folder::new("moved");
        assert_eq!(
            look_up(&folder.site(), "//embed?a=1"),
            Answer::Moved("/embed/?a=1".to_owned())
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let folder = Folder::new("link");
        std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.site().join("link.txt"))
            .unwrap();
        assert_eq!(look_up(&folder.site(), "/link.txt"), Answer::Missing);
    }

    #[test]
    fn a_taken_port_leads_to_the_next() {
        let folder = Folder::new("port");
        let first = Site::open(&folder.site(), 0).unwrap();
        let second = Site::open(&folder.site(), first.port()).unwrap();
        assert_ne!(first.port(), second.port());
    }

    #[test]
    fn ports_are_checked() {
        let args = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(wanted_port(&args(&["--port", "9000"])), Ok(9000));
        for wrong in [
            &["--port", "0"][..],
            &["--port", "x"],
            &["--port"],
            &["--open"],
        ] {
            assert!(
                matches!(wanted_port(&args(wrong)), Err(Stop::Usage(_))),
                "{wrong:?}"
            );
        }
    }
}
