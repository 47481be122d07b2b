//! The TypeScript declarations as they are shipped: what wasm-bindgen writes about its own exports is left out,
//! because it is typed as `any` and nobody calls it.

use crate::shell::{Result, Stop};

const EXPORTS: &str = "export interface InitOutput {\n";

/// The declarations without the exports that only the script beside them calls.
pub(crate) fn tidy(declared: &str) -> Result<String> {
    let (before, rest) = declared
        .split_once(EXPORTS)
        .ok_or_else(|| Stop::Failed("wasm-bindgen declares no `InitOutput`".to_owned()))?;
    let (_, after) = rest
        .split_once("\n}\n")
        .ok_or_else(|| Stop::Failed("the declaration of `InitOutput` has no end".to_owned()))?;
    let tidy = format!("{before}{EXPORTS}    readonly memory: WebAssembly.Memory;\n}}\n{after}");
    match untyped(&tidy) {
        None => Ok(tidy),
        Some(line) => Err(Stop::Failed(format!("a declaration says `any`: {line}"))),
    }
}

/// The first line of code that names the type `any`.
fn untyped(declared: &str) -> Option<&str> {
    declared.lines().map(str::trim).find(|line| {
        let comment = ["/*", "*", "//"].iter().any(|sign| line.starts_with(sign));
        let code = line.split('"').step_by(2);
        let words = code.flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '_'));
        !comment && words.into_iter().any(|word| word == "any")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "/** Takes any value. */\nexport function a(b: string): \"any\" | C;\n\n\
        export interface InitOutput {\n    readonly memory: WebAssembly.Memory;\n    \
        readonly a: (a: any, b: number) => any;\n}\n\nexport type SyncInitInput = BufferSource;\n";

    #[test]
    fn exports_that_nobody_calls_are_left_out() {
        let tidy = tidy(WRITTEN).unwrap();
        assert!(tidy.contains("InitOutput {\n    readonly memory: WebAssembly.Memory;\n}\n"));
        assert!(tidy.ends_with("export type SyncInitInput = BufferSource;\n"));
        assert!(tidy.starts_with("/** Takes any value. */\nexport function a"));
    }

    #[test]
    fn any_elsewhere_is_refused() {
        assert!(tidy(&WRITTEN.replace("b: string", "b: any[]")).is_err());
        assert!(tidy("export function a(): void;\n").is_err());
    }
}
