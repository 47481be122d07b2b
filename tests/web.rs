//! The rule corpus in a real browser: `wasm-pack test --headless --chrome`. Natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
#[path = "corpus.rs"]
mod corpus;

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn every_example_gives_what_its_name_says() {
        let judged = super::corpus::judge_all();
        assert!(matches!(judged, Ok(count) if count > 0), "{judged:?}");
    }
}
