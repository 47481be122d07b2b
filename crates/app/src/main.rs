//! Starts the planner. Everything else lives in the library.

fn main() {
    vaultplan_app::start();
}
