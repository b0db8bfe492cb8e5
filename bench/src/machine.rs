//! Where and when a run was.

use std::{fs, process::Command, thread};

/// The day, the processors, the memory and the kernel.
pub(crate) fn describe() -> String {
    let info = |file: &str, field: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(field));
        let value = line.and_then(|line| line.split_once(':'));
        value.map_or_else(String::new, |(_, value)| value.trim().to_owned())
    };
    let said = |program: &str, argument: &str| {
        let output = Command::new(program).arg(argument).output();
        let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        text.unwrap_or_default().trim().to_owned()
    };
    let processors = thread::available_parallelism().map_or(0, usize::from);
    let memory: u64 = info("/proc/meminfo", "MemTotal")
        .trim_end_matches(" kB")
        .parse()
        .unwrap_or_default();
    format!(
        "{}; {processors} × {}, {} GiB; Linux {}; load before the run {}",
        said("date", "-uI"),
        info("/proc/cpuinfo", "model name"),
        memory >> 20,
        said("uname", "-r"),
        fs::read_to_string("/proc/loadavg")
            .unwrap_or_default()
            .split(' ')
            .next()
            .unwrap_or_default(),
    )
}
