//! The `pejl` program.

fn main() -> std::process::ExitCode {
    pejl::cli::run()
}
