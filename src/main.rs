//! The `pejl` program.

/// Pages are thousands of short texts that become a few long ones, begun on one thread and ended on another:
/// the system's allocator gives each long text back to the system and asks for it again at the next page.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    pejl::cli::run()
}
