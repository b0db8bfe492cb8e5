//! Where, when and with what a run was.

use std::{fs, process::Command, thread};

/// The day, the processors, the memory, the kernel, and who measured what how.
pub(crate) fn describe() -> String {
    let processors = thread::available_parallelism().map_or(0, usize::from);
    let memory = field("/proc/meminfo", "MemTotal");
    let memory: u64 = memory.trim_end_matches(" kB").parse().unwrap_or_default();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!(
        "{}; {processors} × {}, {} GiB; Linux {}; load before the run {}; {}; Node {}; nchan {}.\n\
        Client and servers share the processors. Latency is from the publishing request's first byte\n\
        to an event's arrival, over all deliveries; CPU is that of the server.\n",
        said("date", &["-uI"]),
        field("/proc/cpuinfo", "model name"),
        memory >> 20,
        said("uname", &["-r"]),
        load.split(' ').next().unwrap_or_default(),
        said("rustc", &["--version"]),
        said("node", &["--version"]),
        said(
            "dpkg-query",
            &["-f", "${Version}", "-W", "libnginx-mod-nchan"]
        ),
    )
}

/// A field of a file such as `/proc/cpuinfo`.
fn field(file: &str, name: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name));
    let value = line.and_then(|line| line.split_once(':'));
    value.map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

/// What a program says; nothing where there is none.
fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    text.unwrap_or_default()
}
